// The facts behind the picture, and what was known of them on which day.
/** @type {Facts} */
const facts = { ids: [], kinds: [], names: [], props: [], types: [], t: [], a: [], b: [], q: {}, number: new Map(), ready: false };
/** @type {Known} */
let known = { days: [], history: new Map(), quotes: new Map(), sourced: false };
/** @type {Link[][]} */
let outOf = [];
/** @type {Link[][]} */
let into = [];

/** @param {KnownColumns} data */
function learn(data) {
  Object.assign(facts, data.facts);
  facts.number = new Map(facts.ids.map((id, i) => [id, i]));
  outOf = facts.ids.map(() => []);
  into = facts.ids.map(() => []);
  facts.a.forEach((start, i) => {
    const end = facts.b[i], type = facts.types[facts.t[i]], own = facts.q[i] ?? {};
    outOf[start].push({ type, other: end, own });
    into[end].push({ type, other: start, own });
  });
  known = {
    days: data.days, history: new Map(Object.entries(data.history)), quotes: new Map(Object.entries(data.quotes)), sourced: data.sourced,
  };
  facts.ready = true;
}

/** @param {number} fact */
const isClaim = (fact) => facts.kinds[fact] === "Claim";
/** @param {Value | undefined} value */
const valuesOf = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
/** @param {number} fact @param {string} type */
const ends = (fact, type) => (outOf[fact] ?? []).filter((edge) => edge.type === type).map((edge) => edge.other);
/** @param {number} fact @param {string} type */
const starts = (fact, type) => (into[fact] ?? []).filter((edge) => edge.type === type).map((edge) => edge.other);
/** @param {number} claim */
const citations = (claim) => (outOf[claim] ?? []).filter((edge) => edge.type === "CITED_IN");
/** @param {number} document_ */
const publishedOn = (document_) => String(facts.props[document_].published_text ?? "");
/** @param {number[]} claims */
const byDay = (claims) => [...new Set(claims)].sort((a, b) => order(a).localeCompare(order(b)) || (facts.ids[a] < facts.ids[b] ? -1 : 1));
/** @param {number} claim */
const order = (claim) => String(facts.props[claim].said ?? "") + (/T.*/.exec(String(facts.props[claim].said_text)) ?? [""])[0];

/** @param {number} fact */
function nameOf(fact) { // in the language that is on where the facts have it
  return String(facts.props[fact][`name_${LANGUAGES[language]}`] || facts.names[fact]);
}

/** @param {string} id @param {string | null} day @returns {Marks} */
function marksOf(id, day) { // what the analyses said of a fact on a day; null is the last day
  const changes = known.history.get(id) ?? [];
  if (day === null) return changes.at(-1)?.[1] ?? {};
  const last = known.days.findLastIndex((one) => one <= day);
  return changes.findLast(([from]) => from <= last)?.[1] ?? {};
}

/** @param {number} claim @param {Link} edge */
function quoteOf(claim, edge) {
  const { paragraph, start, end } = edge.own;
  return known.quotes.get([facts.ids[claim], facts.ids[edge.other], paragraph, start, end].join("|"));
}
