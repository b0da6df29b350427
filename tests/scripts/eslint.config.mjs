// The rules for the scripts of our pages, each looked at whole, as a page holds it: see __main__.py beside this file.
import js from "@eslint/js";

export default [
  {
    files: ["**/*.js"],
    languageOptions: { ecmaVersion: "latest", sourceType: "script" },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      ...js.configs.recommended.rules,
      "no-undef": "off", // tsc knows every name
      "no-control-regex": "off", // the writer of SVG leaves control characters out
      "no-unused-vars": ["error", { varsIgnorePattern: "^_$" }], // `for (const _ of steps)` takes all steps
      "no-empty": ["error", { allowEmptyCatch: false }],
      "array-callback-return": "error",
      "consistent-return": "error",
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-param-reassign": "error",
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-throw-literal": "error",
      "no-unused-expressions": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
    },
  },
];
