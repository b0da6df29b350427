// What a claim says, in pieces that the card, the table and the status line share.
/** @param {number} claim */
const claimProps = (claim) => facts.props[claim];
/** @param {number} claim */
const stanceOf = (claim) => String(claimProps(claim).stance ?? "");
/** @param {string} stance */
const stanceWords = (stance) => wordFor("stance.", stance);
const EVENT_KINDS = new Set(LOOKS.events);
/** @param {string} kind */
const kindWords = (kind) => wordFor("kind.", `${kind}.one`, kind || "?");

/** @param {Link} [edge] */
const languageOf = (edge) => String((edge && facts.props[edge.other].language) ?? "");

/** @param {number} claim */
const printedIn = (claim) => languageOf(citations(claim).toSorted((one, other) => (publishedOn(one.other) < publishedOn(other.other) ? -1 : 1))[0]);

/** @param {number} claim */
function voicesOf(claim) { // who speaks, or the document that says it itself
  const speakers = ends(claim, "SAID_BY");
  return speakers.length ? speakers : ends(claim, "STATED_IN");
}

/** @param {Properties} own */
function spotWords(own) { // where in a document: paragraph, page, part of a picture, moment
  const region = Array.isArray(own.region) ? own.region.join(" ") : "", page = own.on_page ?? own.page;
  return joined([
    own.paragraph !== undefined && own.on_page === undefined ? t("claim.paragraph", own) : "", page !== undefined ? t("claim.page", { page }) : "",
    region && t("claim.region", { region }), String(own.timecode ?? ""),
  ], ", ");
}

/** @param {number} claim */
function speakerWords(claim) {
  const speakers = voicesOf(claim);
  if (speakers.length) return joined(speakers.map(nameOf), ` ${t("and")} `);
  const printed = claimProps(claim).attribution;
  const code = printedIn(claim);
  return gloss(t("nobody"), printed, code === LANGUAGES[language] ? "" : code);
}

/** @param {number} claim */
const isBack = (claim, day = filter.day) => Boolean(marksOf(facts.ids[claim], day).back); // taken back by its own speakers
/** @param {number[]} claims */
function countOf(claims) { // in brackets behind a heading; what was taken back counts for nothing
  const live = claims.filter((claim) => !isBack(claim)).length;
  return live ? ` (${num(live)})` : "";
}

/** @param {number} claim */
function sideWords(claim) { // which side of its event a claim is about, at first hand, together
  const { facet, firsthand } = claimProps(claim);
  return [
    facet && facet !== "whole" ? t("claim.facet", { facet: t(`facet.of.${facet}`) }) : "",
    firsthand ? t("claim.firsthand") : "", ends(claim, "SAID_BY").length > 1 ? t("claim.joint") : "",
  ].filter(Boolean);
}

/** @param {number} fact */
function aheadWords(fact) { // that an event has not happened, as far as claims say
  const stage = String(facts.props[fact].stage ?? ""), { status } = marksOf(facts.ids[fact], filter.day);
  if (!EVENT_KINDS.has(facts.kinds[fact])) return "";
  const told = [LOOKS.ahead.includes(stage) ? valueWords("stage", stage) : "", status === "expected" ? t("status.expected") : ""];
  return [...new Set(told.filter(Boolean))].join(", ");
}

/** @param {number} fact */
function langOf(fact) { // of its name, where that is a sentence of ours in another language than the one that is on; else null
  const ours = isClaim(fact) || EVENT_KINDS.has(facts.kinds[fact]) || facts.kinds[fact] === "Document";
  return language && ours && !facts.props[fact][`name_${LANGUAGES[language]}`] ? LANGUAGES[0] : null;
}

/** @param {number} fact */
function longName(fact) { // its name, and of an event that it has not happened
  const told = aheadWords(fact);
  return told ? joined([nameOf(fact), `(${told})`], " ") : nameOf(fact);
}

/** @param {number} claim */
function figureLine(claim) { // bounds in words, and what was printed
  const p = claimProps(claim), words = figureWords(p);
  return words && gloss(words, p.wording, printedIn(claim), countedWords(p));
}

/** @param {number} claim */
function firstPrinted(claim) {
  return citations(claim).map((edge) => publishedOn(edge.other)).filter(Boolean).sort()[0] ?? "";
}

/** @param {number} claim */
function chainWord(claim) {
  if (ends(claim, "RELAYS").some((other) => claimKnown(other))) return t("chain.passes");
  if (ends(claim, "STATED_IN").length) return t("chain.document");
  return ends(claim, "SAID_BY").length ? t("chain.root") : t("chain.none");
}

/** @param {number} claim */
function chains(claim, day = filter.day) { // every path to a root that was printed by the day; a circle ends where it closes
  const paths = [], todo = [[claim]];
  for (let path = todo.pop(); path && paths.length < 40; path = todo.pop()) {
    const onward = ends(path[path.length - 1], "RELAYS").filter((other) => claimKnown(other, day));
    if (!onward.length) paths.push({ path, loop: false });
    for (const other of onward.toReversed()) {
      if (path.includes(other)) paths.push({ path: [...path, other], loop: true });
      else todo.push([...path, other]);
    }
  }
  return paths;
}

/** @param {Link} edge */
function citationWords(edge) { // title, outlet, day and the place in the text; what differs there
  const p = edge.own, outlet = joined(ends(edge.other, "PUBLISHED_BY").map(nameOf), ", ");
  const spot = spotWords(p), place = p.start !== undefined && p.end !== undefined ? t("claim.place", { ...p, spot }) : spot;
  const head = joined([t("quoted", { text: nameOf(edge.other) }), outlet, publishedOn(edge.other) && t("claim.published", { day: spanWords(publishedOn(edge.other)) }), place], ", ");
  const here = joined([
    p.wording && t("claim.printed", { words: gloss("", p.wording, languageOf(edge)) }), figureWords(p, "printed_quantity_"),
    p.printed_said_text && `${t("claim.on")} ${dayWords(p, "printed_said")}`, p.printed_when_text && `${t("claim.when")} ${dayWords(p, "printed_when")}`, p.note,
  ], "; ");
  return here ? `${head}. ${t("claim.here", { what: here })}` : head;
}

const MOST_DOTS = 6; // roots that are shown as dots: as in kg.picture.words
/** @param {number} least @param {number} most */
function dotWords(least, most) { // filled for each root at the least, hollow up to the most
  const shown = Math.min(most, MOST_DOTS), filled = Math.min(least, shown);
  return "●".repeat(filled) + "○".repeat(shown - filled) + (most > shown ? ` ${num(least)}–${num(most)}` : "");
}

/** @param {Standing | undefined} marks */
function statusLines(marks) { // how an event or a figure stands and the reason for it, as known on the day
  if (!marks?.status) return null;
  const { min, max, reports: told, documents, credibility: grade } = marks, rooted = min !== undefined && max !== undefined;
  const lines = [reasonWords(marks.rule ?? "")];
  if (rooted) {
    const roots = min === max ? plural("n.roots", min) : t("roots", { min, max });
    lines.push(joined([roots, told !== undefined && plural("n.reports", told), documents !== undefined && plural("n.documents", documents)], ", "));
  }
  if (filter.day !== null) lines.push(t("status.as.of", { day: spanWords(filter.day) }));
  return { status: marks.status, lines, grade, dots: rooted ? dotWords(min, max) : "" };
}
