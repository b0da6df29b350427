// What a claim says, in pieces that the card, the table and the status line share.
const claimProps = (claim) => facts.props[claim];
const stanceOf = (claim) => String(claimProps(claim).stance ?? "");
const stanceWords = (stance) => wordFor("stance.", stance);
const kindWords = (kind) => wordFor("kind.", kind, kind || "?");

function speakerWords(claim) {
  const speakers = ends(claim, "SAID_BY");
  if (speakers.length) return speakers.map(nameOf).join(", ");
  const printed = claimProps(claim).attribution;
  return printed ? `${t("nobody")} (“${printed}”)` : t("nobody");
}

function figureLine(claim) { // bounds in words, and what was printed
  const p = claimProps(claim), words = figureWords(p);
  return words && p.wording ? `${words} (“${p.wording}”)` : words;
}

function firstPrinted(claim) {
  return citations(claim).map((edge) => publishedOn(edge.other)).filter(Boolean).sort()[0] ?? "";
}

function chainWord(claim) {
  if (ends(claim, "RELAYS").some((other) => claimKnown(other))) return t("chain.passes");
  return ends(claim, "SAID_BY").length ? t("chain.root") : t("chain.none");
}

function chains(claim, day = filter.day) { // every path to a root that was printed by the day; a circle ends where it closes
  const found = [], todo = [[claim]];
  while (todo.length && found.length < 40) {
    const path = todo.pop(), onward = ends(path.at(-1), "RELAYS").filter((other) => claimKnown(other, day));
    if (!onward.length) found.push({ path, loop: false });
    for (const other of onward.toReversed()) {
      if (path.includes(other)) found.push({ path: [...path, other], loop: true });
      else todo.push([...path, other]);
    }
  }
  return found;
}

function citationWords(edge) { // title, outlet, day and the place in the text; what differs there
  const p = edge.own, outlet = ends(edge.other, "PUBLISHED_BY").map(nameOf).join(", ");
  const place = p.start !== undefined && p.end !== undefined ? t("claim.place", p) : p.paragraph !== undefined ? t("claim.paragraph", p) : "";
  const head = [`“${nameOf(edge.other)}”`, outlet, publishedOn(edge.other) && t("claim.published", { day: publishedOn(edge.other) }), place].filter(Boolean).join(", ");
  const here = [
    p.wording && t("claim.printed", { words: p.wording }), figureWords(p, "printed_quantity_"),
    p.printed_said_text && `${t("claim.on")} ${dayWords(p, "printed_said")}`, p.printed_when_text && `${t("claim.when")} ${dayWords(p, "printed_when")}`, p.note,
  ].filter(Boolean).join("; ");
  return here ? `${head}. ${t("claim.here", { what: here })}` : head;
}

function statusLines(id) { // status and the reason for it, as known on the day
  const marks = marksOf(id, filter.day);
  if (!marks.status) return null;
  const grade = marks.credibility === null || marks.credibility === undefined ? t("status.no") : t("status.credibility", { n: marks.credibility });
  const lines = [`${grade}: ${reasonWords(marks.rule)}`];
  if (marks.max !== undefined) {
    const reports = plural("n.reports", marks.reports);
    lines.push(marks.min === marks.max ? t("status.root", { roots: plural("n.roots", marks.min), reports }) : t("status.roots", { min: marks.min, max: marks.max, reports }));
  }
  if (filter.day !== null) lines.push(t("status.as.of", { day: filter.day }));
  return { status: marks.status, lines };
}
