// The legend: what the forms mean, and at the same time the filters.
/** @param {number} width @param {number} height */
function swatchSvg(width, height) {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", class: "swatch" });
}

/** @param {number} width @param {number} height @param {(pen: VectorPen) => void} paint */
function paintSwatch(width, height, paint) { // drawn by the same functions as the picture
  const pen = new VectorPen(width, height);
  paint(pen);
  const sign_ = swatchSvg(width, height);
  for (const child of [...pen.root.children]) if (child.tagName !== "defs" || child.children.length) sign_.append(child);
  return sign_;
}

/** @returns {Shapes} @param {string} kind @param {string} shape @param {string} style @param {number} w @param {number} h @param {number} x @param {number} y */
const oneShape = (kind, shape, style, w, h, x, y) => ({
  x: [x], y: [y], w: [w], h: [h], shape: [shape], style: [style], kindOf: [kind], members: new Map(), open: new Set(), left: ["closed"], right: ["unbounded"],
});

/** @param {string} kind */
const kindSwatch = (kind) => paintSwatch(24, 18, (pen) => paintKind(pen, kind, 0, 0));
/** @param {string} style */
const lineSwatch = (style) => paintSwatch(44, 14, (pen) => paintStyle(pen, style, 0, 0));

/** @param {Pen} pen @param {string} kind @param {number} dx @param {number} dy */
function paintKind(pen, kind, dx, dy, shape = kindLook(kind).shape) { // in 24 x 18 pixels
  const look = kindLook(kind), group = shape === "cluster", box = group || shape === "box";
  drawShape(pen, oneShape(kind, shape, "", group ? 15 : box ? 18 : 14, group ? 11 : 14, group ? 10.5 : 12, group ? 7.5 : 9), 0, { k: 1, dx, dy });
  if (!look.mark || !box) return;
  pen.font = `11px ${LOOKS.face}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillStyle = ink();
  pen.fillText(look.mark, dx + 12, dy + 9.5);
}

/** @param {Pen} pen @param {string} style @param {number} dx @param {number} dy */
function paintStyle(pen, style, dx, dy) { // in 44 x 14 pixels
  /** @type {Lines} */
  const line = {
    points: [2, 7, 40, 7], first: [0, 4], low: [lineLook(style).width], high: [lineLook(style).width], unbounded: new Set(), derived: [0], estyle: [style], arrow: [statuses.has(style) || extras.has(style) ? 0 : 1],
  };
  for (const _ of drawLines(pen, line, [0], { k: 1, dx, dy }, false));
  const look = lineLook(style);
  if (look.sign) sign(pen, look.sign, dx + (statuses.has(style) || extras.has(style) ? 21 : 18), dy + 7, 5.5, look[ground()]);
}

/** @param {Scene} scene @returns {LegendEntry[]} */
function signsOf(scene) { // the signs that stand in the picture now, in the order of the legend
  const seen = [...scene.id.keys()].filter((i) => scene.on[i] && !(scene.members.has(i) && scene.open.has(i)));
  const lines = [...Array(scene.edges).keys()].filter((i) => scene.eon[i]);
  const kinds = new Map(seen.filter((i) => !["bar", "interval", "bracket", "cross"].includes(scene.shape[i])).map((i) => [scene.kindOf[i], scene.shape[i]])), styles = new Set([...seen.map((i) => scene.style[i]), ...lines.map((i) => scene.estyle[i])]);
  return [
    ...[...kindLooks.keys()].filter((kind) => kinds.has(kind)).map((kind) => ({ wide: 24, words: kindWords(kind), paint: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => paintKind(pen, kind, x, y - 9, kinds.get(kind)) })),
    ...[...stances.keys(), ...statuses.keys(), ...extras.keys(), ...Object.keys(LOOKS.links), ...styles].filter((style, n, all) => style && styles.has(style) && all.indexOf(style) === n)
      .map((style) => ({ wide: 44, words: styleWords(style), paint: (/** @type {Pen} */ pen, /** @type {number} */ x, /** @type {number} */ y) => paintStyle(pen, style, x, y - 7) })),
  ];
}

/** @param {Scene} scene */
const notesOf = (scene) => [scene.derived.some(Boolean) ? t("derived") : "", scene.edges && scene.low.some((low, i) => low !== scene.high[i]) ? t("hatched") : ""].filter(Boolean);

/** @param {(string | undefined)[]} list */
function counted(list) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const one of list) if (one) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** @param {Scene} scene @returns {Record<string, Map<string, number>>} */
function facetsOf(scene) { // what occurs in this drawing, how often
  const claims = facts.ready ? sceneClaims(scene) : [];
  /** @param {string} type */
  const of = (type) => claims.flatMap((claim) => [...new Set(ends(claim, type))]).map((fact) => facts.ids[fact]);
  const things = new Set([...scene.fact, ...(facts.ready ? claims.flatMap((claim) => ends(claim, "ABOUT")).map((fact) => facts.ids[fact]) : [])]);
  const drawnStances = [...scene.style, ...scene.estyle].filter((style) => stances.has(style));
  return {
    stance: counted(claims.length ? claims.filter((claim) => !isBack(claim)).map(stanceOf) : drawnStances),
    kind: counted(scene.kindOf),
    link: counted(scene.estyle.filter((style) => !stances.has(style) && !statuses.has(style))),
    status: counted([...things].map((id) => marksOf(id, filter.day).status)),
    topic: counted(of("ON_TOPIC")), document: counted(of("CITED_IN")),
    language: counted(claims.flatMap((claim) => [...new Set(citations(claim).map((edge) => String(facts.props[edge.other].language ?? "")))])),
  };
}

/** @type {Record<string, string[]>} */
const FACET_ORDER = { kind: [...kindLooks.keys()], stance: [...stances.keys()], status: [...statuses.keys()] };

/** @param {string} facet @param {string} key */
function facetLabel(facet, key) {
  if (facet === "kind") return kindWords(key);
  if (facet === "stance") return stanceWords(key);
  if (facet === "status") return t(`status.${key}`);
  if (facet === "language") return wordFor("language.", key);
  if (facet === "link") return styleWords(key);
  const fact = facts.number.get(key);
  return fact === undefined ? key : nameOf(fact);
}

/** @param {string} facet @param {string} key */
function facetSign(facet, key) {
  if (facet === "kind") return kindSwatch(key);
  return facet === "stance" || facet === "status" || facet === "link" ? lineSwatch(key) : null;
}

/** @param {App} app */
function showLegend(app) {
  const all = facetsOf(app.scene);
  /** @param {string} facet */
  const part = (facet) => {
    const counts = all[facet], listed = FACET_ORDER[facet] ?? [];
    /** @param {string} key */
    const place = (key) => { const at = listed.indexOf(key); return at < 0 ? listed.length : at; };
    const keys = [...new Set([...counts.keys(), ...offOf(facet)])].sort((a, b) => place(a) - place(b) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
    if (!keys.length) return null;
    return el("div", { class: "facet", role: "group", "aria-label": t(`facet.${facet}`) }, el("span", { class: "facet-name" }, t(`facet.${facet}`)), ...keys.map((key) => {
      const pressed = !isOff(facet, key);
      const one = el("button", { type: "button", class: "toggle", "aria-pressed": String(pressed), "data-facet": facet }, facetSign(facet, key), facetLabel(facet, key), el("small", {}, num(counts.get(key) ?? 0)));
      one.dataset.key = key;
      one.addEventListener("click", () => app.switchOff(facet, key, pressed));
      return one;
    }));
  };
  const focused = document.activeElement?.closest("button"), wanted = focused?.dataset, wasOpen = $("more-facets")?.open ?? false;
  const notes = notesOf(app.scene);
  const many = all.link.size > 3; // the legend is a few lines; the rest is one click away
  const rest = [many ? "link" : "", "status", "topic", "document", "language"].filter(Boolean).map(part);
  $("facets").replaceChildren(...present([...["stance", "kind", many ? "" : "link"].filter(Boolean).map(part),
    present(rest).length ? el("details", { id: "more-facets", open: wasOpen }, el("summary", {}, t("legend.more")), ...rest) : "",
    all.status.size ? el("p", { class: "soft" }, `●●○○ ${t("dots.about")}`) : "",
    notes.length ? el("p", { class: "soft" }, notes.join(" · ")) : "",
    FACETS.some((facet) => offOf(facet).size) ? button(t("legend.all"), () => app.allOn(), { class: "all" }) : ""]));
  if (wanted?.facet) [...$("facets").querySelectorAll("button")].find((one) => one.dataset.facet === wanted.facet && one.dataset.key === wanted.key)?.focus();
}
