// Every word of the interface, in the language that is on; and numbers, days and figures in words.
let language = Math.max(0, LANGUAGES.indexOf(document.documentElement.lang)); // its place in LANGUAGES; English is the first
const wordTable = new Map(Object.entries(WORDS));
const FORMS = [...wordTable.keys()].filter((key) => key.startsWith("plural."));

const nextLanguage = () => (language + 1) % LANGUAGES.length;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @param {unknown} part */
function isolated(part) { // a part of a text, set apart so that a name in Arabic or Hebrew turns nothing beside it
  const text = String(part);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** @param {unknown[]} parts @param {string} between */
function joined(parts, between) { // those that say something
  return parts.filter(Boolean).map(isolated).join(between);
}

/** @param {string} key */
function has(key) {
  return wordTable.has(key);
}

/** @param {string} key @param {Record<string, unknown>} values */
function t(key, values = {}) {
  const every = wordTable.get(key), words = every?.[language] ?? every?.[0] ?? key;
  return words.replace(/\{(\w+)\}/g, (slot, name) => (Object.hasOwn(values, name) ? isolated(values[name]) : slot));
}

/** @param {string} prefix @param {string} value */
function wordFor(prefix, value, fallback = value) { // a word that the table may lack: data shows as it is
  return has(prefix + value) ? t(prefix + value) : fallback;
}

/** @param {string} key @param {number} n */
function plural(key, n) {
  const form = FORMS.find((one) => new RegExp(t(one)).test(String(n)))?.replace("plural.", ""), own = `${key}.${form}`;
  return t(has(own) ? own : key, { n: num(n) });
}

/** @param {Value} n */
function num(n) {
  if (typeof n !== "number") return String(n);
  return n.toLocaleString("en", { maximumFractionDigits: 6 }).replace(/[,.]/g, (mark) => t(mark === "," ? "number.group" : "number.decimal"));
}

/** @param {Properties} properties @param {string} field */
function dayWords(properties, field) { // a day or span of days, "" when it is unknown
  const text = String(properties[`${field}_text`] ?? properties[field] ?? "");
  const [first, last] = text.split("/");
  if (last === undefined) return text;
  if (first === "..") return t("span.by", { day: last });
  return last === ".." ? t("span.since", { day: first }) : t("span.to", { first, last });
}

/** @param {Properties} p */
function figureWords(p, prefix = "") { // bounds in words; "" without a figure
  /** @param {string} field */
  const get = (field) => p[prefix + field];
  if (!get("unit")) return "";
  if (!language && !prefix && p.how_many) return String(p.how_many);
  const name = String(get("unit")), unit = wordFor("unit.", name, name.replaceAll("-", " "));
  const low = get("low"), high = get("high"), vague = get("vague");
  let text;
  if (vague) text = wordFor("vague.", String(vague)).replace("{unit}", unit);
  else if (low !== undefined && high !== undefined) {
    const left = get("low_open") ? t("many.more-than", { n: num(low), unit: "" }).trim() : num(low);
    text = low === high ? t("many.exact", { n: num(low), unit }) : t(get("high_open") ? "many.range.open" : "many.range", { low: left, high: num(high), unit });
  } else if (low !== undefined) text = t(get("low_open") ? "many.more-than" : "many.at-least", { n: num(low), unit });
  else if (high !== undefined) text = t(get("high_open") ? "many.fewer-than" : "many.up-to", { n: num(high), unit });
  else return "";
  return get("approximate") ? t("many.about", { text }) : text;
}

/** @param {Properties} p */
function boundsWords(p) { // both bounds, each with whether it is included
  /** @param {string} name */
  const side = (name) => {
    const n = p[name];
    if (n === undefined) return t(`bound.none.${name}`);
    return t(p[`${name}_open`] ? "bound.open" : "bound.closed", { n: num(n) });
  };
  return t("claim.bounds", { low: side("low"), high: side("high") });
}

/** @param {string} rule */
function reasonWords(rule) { // "why; grade" of a status
  return rule.split("; ").map((part) => wordFor("why.", part)).join("; ");
}
