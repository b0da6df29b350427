// The card: everything that is known of what is selected.
const GROUPS = [["CITED_IN", "group.prints"], ["ON_TOPIC", "group.topic"], ["LOCATES_AT", "group.place"], ["MENTIONS", "group.mention"]];
const CLAIM_EDGES = new Set(LOOKS.claimEdges);
const PROPERTY_ORDER = Object.keys(WORDS).filter((key) => key.startsWith("prop.")).map((key) => key.slice(5));
const HIDDEN_PROPERTIES = new Set([...LANGUAGES.map((code) => `name_${code}`), "known_from", "claim", "relayed", "key", "position", "start", "end", "paragraph", "on_page", "spot"]);


/** @param {string} style */
const chip = (style, words = stanceWords(style)) => el("span", { class: "chip" }, lineSwatch(style), words);
/** @param {number} fact @param {string} [words] */
const factLink = (fact, words) => el("button", { type: "button", class: "link", lang: words ? null : langOf(fact), onclick: () => app.select(`f:${facts.ids[fact]}`) }, words ?? longName(fact));

/** @param {string} value */
function webAddress(value) { // a link only for plain web addresses; it is followed only by a click
  return /^https?:\/\/[^\s"'<>]+$/i.test(value) ? el("a", { href: value, rel: "noopener noreferrer", target: "_blank" }, value) : value;
}

/** @param {string} code @returns {Child} */
function codeLink(code) { // `wikidata: Q42` in words, with a link where the register has a page for it
  const [scheme, value] = code.split(": "), words = `${wordFor("value.scheme.", scheme)} ${value}`;
  return REGISTERS[scheme] ? el("a", { href: REGISTERS[scheme].replace("{value}", encodeURIComponent(value)), rel: "noopener noreferrer", target: "_blank" }, words) : words;
}

/** @param {Row[]} list */
function rows(list) { // [heading, pieces] to a list of descriptions
  const items = el("dl");
  for (const [heading, pieces] of list) {
    const told = present(pieces);
    if (!told.length) continue;
    items.append(el("dt", {}, heading), el("dd", {}, told.length === 1 ? told : el("ul", {}, ...told.map((piece) => el("li", {}, piece)))));
  }
  return items;
}

/** @param {number} claim */
function claimCard(claim) { // one claim in a list
  const p = claimProps(claim);
  return el("button", { type: "button", class: `claim ${claimKnown(claim) ? "" : "later"}`, onclick: () => app.select(`f:${facts.ids[claim]}`) },
    el("span", { class: "head" }, joined([dayWords(p, "said"), speakerWords(claim)], " · "), chip(stanceOf(claim)),
      isBack(claim) ? chip("taken-back", t("extra.taken-back")) : null, ...sideWords(claim).map((words) => el("em", {}, words))),
    figureLine(claim) && el("strong", {}, figureLine(claim)), el("span", { class: "what", lang: langOf(claim) }, nameOf(claim)));
}

/** @param {string} heading @param {number[]} claims */
function claimGroup(heading, claims, most = Infinity, level = /** @type {"h2" | "h3"} */ ("h3")) {
  const shown = byDay(claims).filter((claim) => claimOn(claim));
  if (!shown.length) return [];
  return [el(level, { class: "group" }, joined([heading, countOf(shown)], "")), el("ul", { class: "claims" }, ...shown.slice(0, most).map((claim) => el("li", {}, claimCard(claim)))),
    shown.length > most ? el("p", { class: "soft" }, t("more", { n: num(shown.length - most) })) : null];
}

/** @param {Standing | undefined} marks */
function statusBlock(marks) {
  const standing = statusLines(marks);
  if (!standing) return null;
  const { status, dots, grade, lines } = standing;
  return el("div", { class: "status" }, el("p", {}, chip(status, t(`status.${status}`)), " ", el("span", { class: "dots", "aria-hidden": "true", title: t("dots.about") }, dots)),
    grade ? el("details", { class: "soft" }, el("summary", {}, t(`grade.${grade}`)), el("p", {}, t("grade.about")), el("ul", {}, ...[1, 2, 3, 4, 5].map((n) => el("li", {}, `${t(`grade.${n}`)}: ${t(`grade.${n}.means`)}`)))) : null,
    ...lines.map((line) => el("p", { class: "soft" }, line)));
}

/** @param {Properties} p @returns {Row[]} */
function propertyRows(p) {
  /** @param {string} key */
  const place = (key) => { const at = PROPERTY_ORDER.indexOf(key.replace(/_text$/, "")); return at < 0 ? PROPERTY_ORDER.length : at; };
  return Object.keys(p).filter((key) => !HIDDEN_PROPERTIES.has(key)).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1)).map((key) => {
    const stem = key.replace(/_text$/, ""), value = p[key];
    const values = key !== stem ? [dayWords(p, stem)] : valuesOf(value).map((one) => (typeof one === "number" ? num(one) : one === true ? t("yes") : valueWords(key, one)));
    return [wordFor("prop.", stem, stem.replaceAll("_", " ").replace(/^./, (c) => c.toUpperCase())), values.map((one) => (key === "identifiers" ? codeLink(one) : webAddress(one)))];
  });
}

/** @param {number} fact @returns {Row[]} */
function linkRows(fact) { // neighbours that are no claims, by what binds them
  /** @type {Map<string, Child[]>} */
  const groups = new Map();
  /** @param {string} heading @param {Link} edge */
  const add = (heading, edge) => {
    const more = joined([aheadWords(edge.other), edge.own.role, edge.own.name, ...["since", "until"].filter((k) => edge.own[`${k}_text`]).map((k) => `${t(`prop.${k}`)} ${dayWords(edge.own, k)}`)], ", ");
    gather(groups, heading, factLink(edge.other, more ? joined([nameOf(edge.other), `(${more})`], " ") : undefined));
  };
  for (const edge of into[fact]) if (!isClaim(edge.other)) add(wordFor("edge.", `${edge.type}.in`, edge.type), edge);
  for (const edge of outOf[fact]) if (!CLAIM_EDGES.has(edge.type)) add(wordFor("edge.", `${edge.type}.out`, edge.type), edge);
  return [...groups];
}

/** @param {number} claim */
function chainList(claim) { // hop by hop to every root
  const all = chains(claim);
  if (all.length === 1 && all[0].path.length === 1) {
    const later = ends(claim, "RELAYS").length, nobody = !voicesOf(claim).length;
    return later || nobody ? el("p", {}, t(later ? "claim.chain.later" : "gap.says")) : null; // nothing is said of the speaker's own word
  }
  return el("div", { class: "chains" }, ...all.map(({ path, loop }) => el("ol", { class: "hops" }, ...path.map((one, i) => el("li", {},
    el("span", { class: voicesOf(one).length ? "" : "gap" }, i ? factLink(one, speakerWords(one)) : speakerWords(one)), " ",
    el("span", { class: "soft" }, joined([dayWords(claimProps(one), "said"), figureWords(claimProps(one))], ", "))),
  ), loop ? el("li", { class: "soft" }, t("claim.chain.loop")) : null)));
}

/** @param {number} claim @param {Link} edge */
function citationPiece(claim, edge) {
  const quote = quoteOf(claim, edge);
  /** @type {Child[]} */
  const words = [factLink(edge.other, citationWords(edge))];
  if (quote) words.push(quote[0] === "verified" ? el("blockquote", { lang: String(facts.props[edge.other].language ?? "") || null }, quote[1]) : el("p", { class: "wrong" }, t("claim.wrong")));
  return el("div", { class: filter.day === null || publishedOn(edge.other) <= filter.day ? "" : "later" }, ...words);
}

/** @param {number} claim @returns {Child[]} */
function claimBody(claim) {
  const p = claimProps(claim), id = facts.ids[claim], marks = marksOf(id, filter.day), speakers = voicesOf(claim), words = figureWords(p);
  const of = facts.number.get(String(p.of)), held = of === undefined ? String(p.of ?? "").replaceAll("-", " ") : nameOf(of);
  const basis = joined([p.priced && t("claim.priced", { day: spanWords(String(p.priced)) }), held && t("claim.of", { what: held }), p.mode && wordFor("mode.", String(p.mode)), p.stage && wordFor("stage.", String(p.stage))], ", ");
  const [about] = ends(claim, "ABOUT");
  return [
    words && el("p", { class: "figure" }, words),
    claimKnown(claim) ? null : el("p", { class: "wrong" }, t("claim.unknown.day")),
    marks.back ? el("p", { class: "wrong" }, t("claim.back")) : null,
    marks.echo !== undefined ? el("p", { class: "soft" }, t("claim.echo")) : null,
    rows([
      [t("claim.by"), speakers.length ? speakers.map((one) => factLink(one)) : [speakerWords(claim)]],
      [t("claim.on"), [dayWords(p, "said")]],
      [t("claim.known"), [spanWords(firstPrinted(claim))]],
      [t("claim.many"), words ? [p.wording ? t("claim.printed", { words: gloss("", p.wording, printedIn(claim)) }) : "", boundsWords(p), p.vague ? t("claim.vague") : "", basis && t("claim.counts", { what: basis })] : []],
      [t("claim.figure"), [statusBlock(marks.figure)]],
      [t("claim.side"), sideWords(claim)],
      [t("claim.hedge"), [wordFor("hedge.", String(p.hedge ?? "plain"))]],
      [t("claim.about"), ends(claim, "ABOUT").map((one) => factLink(one))],
      [t("claim.status"), about !== undefined ? [statusBlock(marksOf(facts.ids[about], filter.day))] : []],
      [t("claim.when"), [dayWords(p, "when")]],
      [t("claim.where"), ends(claim, "LOCATES_AT").map((one) => factLink(one))],
      [t("claim.chain"), [chainList(claim)]],
      [t("claim.cited"), citations(claim).map((edge) => citationPiece(claim, edge))],
      [t("claim.mentions"), ends(claim, "MENTIONS").map((one) => factLink(one))],
      [t("claim.topic"), ends(claim, "ON_TOPIC").map((one) => factLink(one))],
      [t("claim.inferred"), valuesOf(p.inferred).map(String)],
      [t("claim.note"), [String(p.note ?? "")]],
    ]),
    citeButtons(claim),
    ...claimGroup(t("group.relays"), ends(claim, "RELAYS")), ...claimGroup(t("group.relayed"), starts(claim, "RELAYS")),
    ...claimGroup(t("group.answers"), ends(claim, "ANSWERS")), ...claimGroup(t("group.answered"), starts(claim, "ANSWERS")), ...claimGroup(t("group.said.of"), starts(claim, "ABOUT")),
  ];
}

/** @param {number[]} claims @returns {Child[]} */
function figureList(claims) { // each figure of an event with how it stands: the event can be certain and its number one man's word
  /** @type {Map<string, number>} */
  const first = new Map();
  for (const claim of byDay(claims).filter((one) => claimOn(one) && marksOf(facts.ids[one], filter.day).figure)) {
    const p = claimProps(claim), key = JSON.stringify([figureWords(p), p.of, p.mode, p.stage, p.measure]);
    if (!first.has(key)) first.set(key, claim);
  }
  /** @param {number} claim */
  const item = (claim) => el("li", {}, factLink(claim, figureWords(claimProps(claim))), statusBlock(marksOf(facts.ids[claim], filter.day).figure));
  return first.size ? [el("h3", { class: "group" }, t("event.figures")), el("ul", { class: "most" }, ...[...first.values()].map(item))] : [];
}

/** @param {number} fact @returns {Child[]} */
function thingBody(fact) {
  /** @type {Map<string, number[]>} */
  const about = new Map([...stances.keys()].map((stance) => [stance, []]));
  const every = starts(fact, "ABOUT"), live = every.filter((claim) => !isBack(claim)), marks = marksOf(facts.ids[fact], filter.day);
  for (const claim of live) gather(about, stanceOf(claim), claim);
  /** @param {string[] | undefined} ids */
  const numbers = (ids) => (ids ?? []).flatMap((id) => facts.number.get(id) ?? []);
  const replies = EVENT_KINDS.has(facts.kinds[fact]) ? live.filter((claim) => stanceOf(claim) === LOOKS.noAnswer || (sideOf(stanceOf(claim)) !== "back" && ends(claim, "ANSWERS").length)) : [];
  return [
    statusBlock(marks), rows([...linkRows(fact), ...propertyRows(facts.props[fact])]), ...figureList(live),
    ...claimGroup(t("event.in.part"), numbers(marks.part)), ...claimGroup(t("event.facets"), numbers(marks.facets)),
    ...claimGroup(t("event.elsewhere"), numbers(marks.bearing)), ...claimGroup(t("event.replies"), replies),
    ...claimGroup(t("group.said", { name: nameOf(fact) }), starts(fact, "SAID_BY")),
    ...[...about].flatMap(([stance, claims]) => claimGroup(wordFor("stance.", `${stance}.head`, stance), claims)),
    ...claimGroup(t("event.taken.back"), every.filter((claim) => isBack(claim))),
    ...GROUPS.flatMap(([type, heading]) => claimGroup(t(heading), starts(fact, type).filter(isClaim))),
  ];
}

/** @param {number} fact @returns {Card} */
function factCard(fact) {
  const kind = facts.kinds[fact];
  const sub = EVENT_KINDS.has(kind) ? t("alleged", { kind: kindWords(kind) }) : kindWords(kind);
  return { head: [kindSwatch(kind), sub, isClaim(fact) ? chip(stanceOf(fact)) : null], title: longName(fact), lang: langOf(fact), body: isClaim(fact) ? claimBody(fact) : thingBody(fact) };
}

/** @param {Scene} scene @param {number} i @returns {Card} */
function nodeCard(scene, i) { // a shape that stands for no fact that the page knows
  const group = scene.members.get(i), claims = scene.claims[i];
  /** @type {Child[]} */
  const body = scene.kindOf[i] === "Gap" ? [el("p", {}, t("gap.says"))] : [];
  if (group) {
    body.push(button(t(scene.open.has(i) ? "group.close" : "group.open"), () => app.toggle(i)), el("p", { class: "soft" }, t("group.holds", { n: num(group.length) })));
    body.push(el("ul", {}, ...group.map((one) => el("li", {}, el("button", { type: "button", class: "link", onclick: () => app.select(`n:${scene.id[one]}`) }, labelWords(scene, one) || scene.id[one])))));
  }
  return { head: [kindSwatch(scene.kindOf[i]), kindWords(scene.kindOf[i])], title: labelWords(scene, i) || kindWords(scene.kindOf[i]), body: [...body, ...claimGroup(t("behind"), claims)] };
}

/** @param {Scene} scene @param {number} i @returns {Card} */
function edgeCard(scene, i) {
  const claims = scene.eclaims[i];
  if (facts.ready && claims.length === 1) return factCard(claims[0]);
  /** @param {number} n */
  const end = (n) => el("button", { type: "button", class: "link", onclick: () => app.select(`n:${scene.id[n]}`) }, labelWords(scene, n) || scene.id[n]);
  return {
    head: [lineSwatch(scene.estyle[i]), t("link.kind")], title: edgeWords(scene, i),
    body: [rows([[t("from"), [end(scene.a[i])]], [t("to"), [end(scene.b[i])]], [t("col.label"), [scene.elabel.get(i)?.words ?? ""]]]), ...claimGroup(t("behind"), claims)],
  };
}

/** @param {Scene} scene @param {number} i */
function labelWords(scene, i) {
  const fact = facts.number.get(scene.fact[i]);
  return fact !== undefined ? longName(fact) : scene.full.get(i) || scene.label[i].replaceAll("\n", " ");
}

/** @param {Scene} scene @param {number} i */
function edgeWords(scene, i) {
  const verb = scene.type[i] ? wordFor("edge.", scene.type[i], scene.type[i]) : styleWords(scene.estyle[i]);
  return joined([labelWords(scene, scene.a[i]), verb, labelWords(scene, scene.b[i])], " ");
}

/** @param {string} style */
const styleWords = (style) => stances.has(style) ? t(`stance.${style}`) : statuses.has(style) ? t(`status.${style}`) : extras.has(style) ? t(`extra.${style}`) : wordFor("edge.", style);

/** @param {Scene} scene @returns {Child[]} */
function welcome(scene) { // what a reader should not miss
  const claims = facts.ready ? sceneClaims(scene).filter((claim) => claimOn(claim)) : [];
  /** @type {Map<number, { claims: number; speakers: Set<number | string> }>} */
  const spoken = new Map();
  for (const claim of claims.filter((one) => !isBack(one))) {
    for (const about of ends(claim, "ABOUT")) {
      const met = spoken.get(about) ?? { claims: 0, speakers: new Set() };
      met.claims++;
      for (const speaker of voicesOf(claim).length ? voicesOf(claim) : [speakerWords(claim)]) met.speakers.add(speaker);
      spoken.set(about, met);
    }
  }
  const most = [...spoken].sort((a, b) => b[1].claims - a[1].claims).slice(0, 6);
  return [
    el("p", { class: "hint" }, t("welcome")), known.sourced ? el("p", { class: "wrong" }, t("sourced")) : null,
    ...claimGroup(t("welcome.doubt"), claims.filter((claim) => ["against", "doubt", "back"].includes(sideOf(stanceOf(claim)))), 6, "h2"),
    ...(most.length ? [el("h2", { class: "group" }, t("welcome.most")), el("ul", { class: "most" }, ...most.map(([fact, met]) => el("li", {}, factLink(fact),
      el("span", { class: "soft" }, t("welcome.counts", { claims: plural("n.claims", met.claims), speakers: plural("n.speakers", met.speakers.size) })))))] : []),
    ...claimGroup(t("welcome.nobody"), claims.filter((claim) => !voicesOf(claim).length), 6, "h2"),
  ];
}

/** @param {Scene} scene */
function sceneClaims(scene) { // the claims that a drawing rests on, by day
  const claims = new Set([...scene.claims.flat(), ...scene.eclaims.flat(), ...scene.texts.flatMap((text) => text.claims)]);
  for (const id of scene.fact) { const fact = facts.number.get(id); if (fact !== undefined && isClaim(fact)) claims.add(fact); }
  if (!claims.size) for (const id of scene.fact) for (const claim of starts(facts.number.get(id) ?? -1, "ABOUT")) claims.add(claim);
  return byDay([...claims].filter(isClaim));
}

/** @param {Scene} scene @param {Chosen} chosen */
function cardOf(scene, { fact, edge, node }) {
  if (fact !== undefined) return factCard(fact);
  return edge !== undefined ? edgeCard(scene, edge) : nodeCard(scene, node ?? 0);
}

/** @param {App} app @param {boolean} focus */
function showCard(app, focus) {
  const panel = $("card"), chosen = app.chosen();
  panel.classList.toggle("idle", !chosen);
  if (!chosen) { panel.replaceChildren(...present(filter.vs !== null && facts.ready && known.days.length ? changedCard(app) : welcome(app.scene))); return; }
  const { head, title, lang = null, body } = cardOf(app.scene, chosen);
  const heading = el("h2", { tabindex: "-1", lang }, title);
  const { node } = chosen, group = node !== undefined && chosen.fact !== undefined && app.scene.members.has(node)
    ? button(t(app.scene.open.has(node) ? "group.close" : "group.open"), () => app.toggle(node)) : null;
  panel.replaceChildren(
    el("div", { class: "bar" }, app.past.length ? button(`← ${t("back")}`, () => app.back()) : null, button("×", () => app.select(""), { "aria-label": t("close"), class: "close" })),
    el("p", { class: "kind" }, ...head), heading, ...present([group, ...moreOf(app, chosen.fact), ...body]));
  panel.scrollTop = 0;
  say(t("selected", { name: title, kind: head.filter((one) => typeof one === "string").join(" ") }));
  if (focus) heading.focus({ preventScroll: true });
}
