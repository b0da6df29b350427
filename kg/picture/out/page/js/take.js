// What a reader takes away: the claims that are shown as data, and one claim as a citation.

/** @param {string} text @returns {[from: string, to: string]} */
function spanDays(text) { // first and last day of "2024-10", "../2024-10-13", "2024-01/2024-03"; "" where it is open or no plain day
  /** @param {string} point @param {boolean} last */
  const dayOf = (point, last) => {
    const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(point) ?? [];
    if (!year) return "";
    if (day) return point;
    const inMonth = month ?? (last ? "12" : "01"); // the day before the first of the next month is the last one
    return last ? new Date(Date.UTC(Number(year), Number(inMonth), 0)).toISOString().slice(0, 10) : `${year}-${inMonth}-01`;
  };
  const [first, last = first] = text.split("/");
  return [dayOf(first, false), dayOf(last, true)];
}

/** @param {number} claim @returns {ClaimData} */
function claimData(claim) { // bounds as they were printed, never one number; what is unknown is null
  const p = claimProps(claim), text = String(p.said_text ?? p.said ?? ""), [first, last] = spanDays(text), from = String(p.said_from ?? first), to = String(p.said_to ?? last), [about] = ends(claim, "ABOUT");
  /** @param {"low" | "high"} side */
  const included = (side) => (p[side] === undefined ? null : !p[`${side}_open`]);
  return {
    claim: facts.ids[claim], stance: stanceOf(claim), facet: String(p.facet ?? "whole"),
    speaker: voicesOf(claim).map(nameOf).join("; ") || null, speaker_id: voicesOf(claim).map((one) => facts.ids[one]).join("; ") || null,
    said_from: from || null, said_to: to || null, said_text: text || null,
    low: p.low ?? null, high: p.high ?? null, low_included: included("low"), high_included: included("high"), vague: p.vague ?? null, approximate: Boolean(p.approximate),
    unit: p.unit ?? null, of: p.of ?? null, measure: p.measure ?? null, currency: p.currency ?? null, priced: p.priced ?? null, total: p.total ?? null, per: p.per ?? null,
    mode: p.mode ?? null, stage: p.stage ?? null, wording: p.wording ?? null, paraphrase: nameOf(claim),
    about: about === undefined ? null : nameOf(about), about_id: about === undefined ? null : facts.ids[about],
    taken_back: isBack(claim), passes_on: ends(claim, "RELAYS").map((one) => facts.ids[one]).join(" ") || null,
    printed_in: citations(claim).map((edge) => `${facts.ids[edge.other]}:${edge.own.paragraph ?? edge.own.spot ?? ""}`).join(" "),
  };
}

/** @param {App} app */
const dataShown = (app) => (facts.ready ? sceneClaims(app.scene).filter((claim) => claimOn(claim)).map(claimData) : []);

/** @param {ClaimData[]} list */
function dataCsv(list) {
  const columns = Object.keys(list[0] ?? {});
  return asCsv(columns, list.map((row) => ({ cells: Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value ?? "")])) })));
}

const ESCAPES = Object.fromEntries([["\\", "textbackslash"], ["{", "textbraceleft"], ["}", "textbraceright"], ["~", "textasciitilde"], ["^", "textasciicircum"]].map(([mark, name]) => [mark, `{\\${name}}`]));

/** @param {unknown} text */
const bibtexOf = (text) => String(text).replace(/[\\{}~^$&#_%]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`);

/** @param {number} claim @param {Link} edge @returns {Citation} */
function citationOf(claim, edge) { // the work is the document, whose title is ours and stands in brackets; the note says whose words
  const own = facts.props[edge.other], outlet = joined(ends(edge.other, "PUBLISHED_BY").map(nameOf), ", "), here = location.protocol.startsWith("http") ? location.href.split("#")[0] : "";
  const said = joined([t("cite.claim", { who: speakerWords(claim), what: nameOf(claim) }), spotWords(edge.own), `${t("cite.id")} ${facts.ids[claim]}`, here], "; ");
  return { id: facts.ids[claim], title: `[${nameOf(edge.other)}]`, outlet, day: publishedOn(edge.other), url: String(own.url ?? ""), language: String(own.language ?? ""), note: said };
}

/** @type {Record<string, (one: Citation) => string>} */
const STYLES = {
  text: (one) => `${joined([one.outlet, one.title, one.day, one.url], ", ")}. ${one.note}.`,
  BibTeX: (one) => `@misc{${one.id},\n${[["author", `{${bibtexOf(one.outlet)}}`], ["title", bibtexOf(one.title)], ["year", one.day.slice(0, 4)], ["month", one.day.slice(5, 7)], ["url", one.url], ["language", one.language], ["note", bibtexOf(one.note)]]
    .filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`).join(",\n")}\n}\n`,
  CSL: (one) => `${JSON.stringify([{ id: one.id, type: "document", title: one.title, author: [{ literal: one.outlet }], publisher: one.outlet, issued: { "date-parts": [one.day.split("-").map(Number)] }, ...(one.url ? { URL: one.url } : {}), language: one.language, note: one.note }], null, 1)}\n`,
};

/** @param {number} claim @returns {Child} */
function citeButtons(claim) { // a button for each style; of several documents each is cited
  const cited = citations(claim).map((edge) => citationOf(claim, edge));
  if (!cited.length) return null;
  return el("p", { class: "cite" }, t("cite.copy"), " ", ...Object.entries(STYLES).flatMap(([style, words]) => {
    const one = button(style === "text" ? t("cite.plain") : style, () => copy(cited.map(words).join("\n"), one), { "data-style": style });
    return [one, " "];
  }));
}

/** @param {App} app */
function setUpTaking(app) {
  // the mark at the beginning tells Excel that it is UTF-8
  $("save-csv").addEventListener("click", () => download(new Blob(["\ufeff", dataCsv(dataShown(app))], { type: "text/csv" }), "csv", app));
  $("save-json").addEventListener("click", () => download(new Blob([JSON.stringify(dataShown(app), null, 1)], { type: "application/json" }), "json", app));
}
