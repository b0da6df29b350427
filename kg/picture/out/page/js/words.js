// Every word of the interface, in the language that is on; and numbers, days and figures in words.
let language = Math.max(0, LANGUAGES.indexOf(document.documentElement.lang)); // its place in LANGUAGES; English is the first
const wordTable = new Map(Object.entries(WORDS));
const FORMS = [...wordTable.keys()].filter((key) => key.startsWith("plural."));

const nextLanguage = () => (language + 1) % LANGUAGES.length;

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** @param {unknown} part */
function setApart(part) { // a part of a text, set apart so that a name in Arabic or Hebrew turns nothing beside it
  const text = String(part);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** @param {string} text */
const led = (text) => (text.includes("\u2068") && !text.startsWith("\u200e") ? `\u200e${text}` : text); // HTML takes the direction of a text from its first letter

/** @param {unknown[]} parts @param {string} between */
function joined(parts, between) { // those that say something
  return led(parts.filter(Boolean).map(setApart).join(between));
}

/** @param {string} key */
function has(key) {
  return wordTable.has(key);
}

/** @param {string} key @param {Record<string, unknown>} values */
function t(key, values = {}) {
  const every = wordTable.get(key), words = every?.[language] ?? every?.[0] ?? key;
  return led(words.replace(/\{(\w+)\}/g, (slot, name) => (Object.hasOwn(values, name) ? setApart(values[name]) : slot)));
}

/** @param {string} key @param {string} code */
const wordIn = (key, code) => wordTable.get(key)?.[LANGUAGES.indexOf(code)] ?? t(key); // in the language of a drawing

/** @param {string} prefix @param {string} value */
function wordFor(prefix, value, fallback = value) { // a word that the table may lack: data shows as it is
  return has(prefix + value) ? t(prefix + value) : fallback;
}

/** @param {string} key @param {number} n */
function plural(key, n) {
  const form = FORMS.find((one) => new RegExp(t(one)).test(String(n)))?.replace("plural.", ""), own = `${key}.${form}`;
  return t(has(own) ? own : key, { n: num(n) });
}

/** @param {string} name @param {Value} value */
const valueWords = (name, value) => wordFor(name === "stage" ? "stage." : name === "language" ? "language." : `value.${name}.`, String(value)); // a value of a property

/** @param {Value} n */
function num(n) {
  if (typeof n !== "number") return String(n);
  return n.toLocaleString("en", { maximumFractionDigits: 6 }).replace(/[,.]/g, (mark) => t(mark === "," ? "number.group" : "number.decimal"));
}

/** @param {string} text @param {Value | undefined} printed @param {string} code */
function gloss(text, printed, code, unit = "") { // what a document printed, in the reader's words: see Words.gloss
  const own = String(printed ?? ""), quoted = t("quoted", { text: own }), digits = /\D/g;
  if (!own || (text && !/\p{L}/u.test(own) && own.replace(digits, "") === text.replace(digits, ""))) return text;
  if (own === wordTable.get("held.word")?.[0]) return t("held.word");
  if (code === LANGUAGES[language]) return joined([quoted, unit], " ");
  const [first, ...more] = [text, quoted, code].filter(Boolean);
  return more.length ? t("gloss", { text: first, printed: joined(more, ", ") }) : first;
}

/** @param {string} text @returns {string} */
function pointWords(text, before = "") { // one end of a span, without what the end after it says again
  if (/[T~?%]|-2[1-4]$/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text)) return unplainWords(text, before);
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? [], near = before.length === text.length && before.slice(0, 4) === year;
  if (!month) return text;
  if (!day) return t("span.month", { month: t(`month.${month}`), year: near ? "" : year }).trim();
  return t("span.day", { day: Number(day), month: near && before.slice(5, 7) === month ? "" : t(`month.short.${month}`), year: near ? "" : year }).trim();
}

/** @param {string} text @returns {string} */
function unplainWords(text, before = "") { // a mark, a season or a time on a clock: see kg.language.interface.day_words
  const [, day, clock, zone] = /^(.{10})T([\d:]+)(.*)$/.exec(text) ?? [], bare = text.replace(/[~?%]$/, ""), [year, season] = text.split("-");
  if (day) return t("span.time", { day: pointWords(day), time: clock }) + (zone ? ` (UTC${zone.replace("Z", "")})` : "");
  if (bare === text) return t("span.month", { month: t(`season.${season}`), year: before.length === text.length && before.startsWith(year) ? "" : year }).trim();
  const said = pointWords(bare, before.replace(/[~?%]$/, "")), about = /[~%]$/.test(text) ? t("span.about", { day: said }) : said;
  return /[?%]$/.test(text) ? t("span.uncertain", { day: about }) : about;
}

/** @param {string} text */
function spanWords(text) { // a day or span of days in EDTF as people write it
  if (/^[{[]/.test(text)) {
    const days = text.slice(1, -1).split(/, ?/), said = days.map((one, i) => pointWords(one, days[i + 1] ?? ""));
    return `${said.slice(0, -1).join(", ")} ${t(text[0] === "{" ? "and" : "or")} ${said.at(-1)}`;
  }
  const [first, last] = text.split("/");
  if (last === undefined) return pointWords(first);
  if (first === "..") return t("span.by", { day: pointWords(last) });
  return last === ".." ? t("span.since", { day: pointWords(first) }) : t("span.between", { first: pointWords(first, last), last: pointWords(last) });
}

/** @param {Properties} properties @param {string} field */
const dayWords = (properties, field) => spanWords(String(properties[`${field}_text`] ?? properties[field] ?? "")); // "" when it is unknown

/** @param {Properties} p */
function countedWords(p, prefix = "") { // the unit, in singular where the only number is 1, of what total and for what as a rate
  const name = String(p[`${prefix}unit`]), low = p[`${prefix}low`], high = p[`${prefix}high`] ?? low, total = p[`${prefix}total`], per = p[`${prefix}per`];
  const one = !p[`${prefix}vague`] && (low ?? high) === 1 && high === 1 && total === undefined;
  const unit = String(p[`${prefix}currency`] ?? wordFor("unit.", one ? `${name}.one` : name, name.replaceAll("-", " ")));
  const share = total === undefined ? unit : t("many.share", { total: num(total), unit });
  return per ? `${share} ${t(`per.${per}`)}` : share;
}

/** @param {Properties} p */
const isWhole = (p, prefix = "") => !p[`${prefix}per`] && (p[`${prefix}measure`] ?? "count") === "count"; // only whole numbers make sense

/** @param {Properties} p */
function figureWords(p, prefix = "") { // bounds in words; "" without a figure
  /** @param {string} field */
  const get = (field) => p[prefix + field];
  if (!get("unit")) return "";
  if (!language && !prefix && p.how_many) return String(p.how_many);
  const unit = countedWords(p, prefix), whole = isWhole(p, prefix);
  const low = get("low"), high = get("high"), vague = get("vague");
  if (vague) {
    const text = wordFor("vague.", String(vague)).replace("{unit}", unit).replace(" of of ", " of ");
    return get("approximate") ? t("many.about", { text }) : text;
  }
  const text = intervalWords(low, high, get("low_open"), get("high_open"), whole, unit);
  if (!get("approximate") || !text) return text;
  const printed = intervalWords(low, high, get("low_open"), get("high_open"), whole);
  const meant = intervalWords(standsFor(low, -1, whole), standsFor(high, 1, whole), get("low_open"), get("high_open"), whole);
  return t("many.about", { text }) + (meant === printed ? "" : ` (${meant})`);
}

/** @param {Value | undefined} n @param {-1 | 1} way @param {boolean} whole */
function standsFor(n, way, whole) { // the bound that an approximate number stands for: see kg.model.bounds
  if (typeof n !== "number" || !n) return n;
  const decimals = (String(n).split(".")[1] ?? "").length;
  let unit = 10 ** -decimals;
  while (!decimals && n % (unit * 10) === 0) unit *= 10;
  const half = whole && !decimals ? Math.floor(unit / 2) : unit / 2;
  return Number((n + way * half).toFixed(decimals + 1));
}

/** @param {Value | undefined} low @param {Value | undefined} high @param {Value | undefined} lowOpen @param {Value | undefined} highOpen @param {boolean} whole */
function intervalWords(low, high, lowOpen, highOpen, whole, unit = "") {
  let text = "";
  if (low !== undefined && high !== undefined) {
    const left = lowOpen ? t("many.more-than", { n: num(low), unit: "" }).trim() : num(low);
    text = low === high ? t("many.exact", { n: num(low), unit }) : t(highOpen ? "many.range.open" : "many.range", { low: left, high: num(high), unit });
  } else if (low !== undefined) text = t(lowOpen ? "many.more-than" : "many.at-least", { n: num(low), unit });
  else if (high !== undefined) text = t(!highOpen ? "many.up-to" : whole ? "many.fewer-than" : "many.less-than", { n: num(high), unit });
  return text.trim();
}

/** @param {Properties} p */
function boundsWords(p) { // both bounds, each with whether it is included
  /** @param {string} name */
  const side = (name) => {
    const n = p.approximate ? standsFor(p[name], name === "low" ? -1 : 1, isWhole(p)) : p[name];
    if (n === undefined) return t(`bound.none.${name}`);
    return t(p[`${name}_open`] ? "bound.open" : "bound.closed", { n: num(n) });
  };
  return t("claim.bounds", { low: side("low"), high: side("high") });
}

const REASONS = [...wordTable.keys()].filter((key) => key.startsWith("why.")).sort((a, b) => Number(a.includes("{")) - Number(b.includes("{")) || (a < b ? -1 : 1))
  .map((key) => ({ key, known: new RegExp(`^${key.slice(4).replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`) }));

/** @param {string} text @returns {string} */
function whyWords(text) { // one reason with those inside of it; "" where nobody wrote the words of one
  for (const { key, known: pattern } of REASONS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const pieces = Object.entries(found.groups ?? {}).map(([name, piece]) => [name, whyWords(piece)]);
    if (pieces.every(([, words]) => words)) return t(key, Object.fromEntries(pieces));
  }
  return /^\d+$/.test(text) ? text : wordFor("stage.", text, "");
}

/** @param {string} rule */
const reasonWords = (rule) => rule.split("; ").map((part) => whyWords(part) || part).join("; "); // "why; grade" of a status
