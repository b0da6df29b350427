// What a claim says, in pieces that the card, the table and the status line share.
/** @param {number} claim */
const claimProps = (claim) => facts.props[claim];
/** @param {number} claim */
const stanceOf = (claim) => String(claimProps(claim).stance ?? "");
/** @param {string} stance */
const stanceWords = (stance) => wordFor("stance.", stance);
/** @param {string} kind */
const kindWords = (kind) => wordFor("kind.", `${kind}.one`, kind || "?");

/** @param {number} claim */
function speakerWords(claim) {
  const speakers = ends(claim, "SAID_BY");
  if (speakers.length) return joined(speakers.map(nameOf), ", ");
  const printed = claimProps(claim).attribution;
  return printed ? `${t("nobody")} (“${isolated(printed)}”)` : t("nobody");
}

/** @param {number} claim */
function figureLine(claim) { // bounds in words, and what was printed
  const p = claimProps(claim), words = figureWords(p);
  return words && p.wording ? `${words} (“${isolated(p.wording)}”)` : words;
}

/** @param {number} claim */
function firstPrinted(claim) {
  return citations(claim).map((edge) => publishedOn(edge.other)).filter(Boolean).sort()[0] ?? "";
}

/** @param {number} claim */
function chainWord(claim) {
  if (ends(claim, "RELAYS").some((other) => claimKnown(other))) return t("chain.passes");
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
  const place = p.start !== undefined && p.end !== undefined ? t("claim.place", p) : p.paragraph !== undefined ? t("claim.paragraph", p) : "";
  const head = joined([`“${isolated(nameOf(edge.other))}”`, outlet, publishedOn(edge.other) && t("claim.published", { day: publishedOn(edge.other) }), place], ", ");
  const here = joined([
    p.wording && t("claim.printed", { words: p.wording }), figureWords(p, "printed_quantity_"),
    p.printed_said_text && `${t("claim.on")} ${dayWords(p, "printed_said")}`, p.printed_when_text && `${t("claim.when")} ${dayWords(p, "printed_when")}`, p.note,
  ], "; ");
  return here ? `${head}. ${t("claim.here", { what: here })}` : head;
}

/** @param {string} id */
function statusLines(id) { // status and the reason for it, as known on the day
  const marks = marksOf(id, filter.day);
  if (!marks.status) return null;
  const grade = marks.credibility === null || marks.credibility === undefined ? t("status.no") : t("status.credibility", { n: marks.credibility });
  const lines = [`${grade}: ${reasonWords(marks.rule ?? "")}`];
  const { min, max, reports: told } = marks;
  if (min !== undefined && max !== undefined && told !== undefined) {
    const reports = plural("n.reports", told);
    lines.push(min === max ? t("status.root", { roots: plural("n.roots", min), reports }) : t("status.roots", { min, max, reports }));
  }
  if (filter.day !== null) lines.push(t("status.as.of", { day: filter.day }));
  return { status: marks.status, lines };
}
