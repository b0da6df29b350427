// What open.js takes from the browser that the library of types does not know yet.
interface Window { trustedTypes?: { createPolicy(name: string, rules: { createScript: (text: string) => string }): { createScript(text: string): unknown } } }
