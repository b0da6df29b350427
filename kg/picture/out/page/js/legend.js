// The legend: what the forms mean, and at the same time the filters.
function swatchSvg(width, height) {
  return svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", class: "swatch" });
}

function paintSwatch(width, height, paint) { // drawn by the same functions as the picture
  const pen = new VectorPen(width, height);
  paint(pen);
  const sign_ = swatchSvg(width, height);
  for (const child of [...pen.root.children]) if (child.tagName !== "defs" || child.children.length) sign_.append(child);
  return sign_;
}

const oneShape = (kind, shape, style, w, h, x, y) => ({
  x: [x], y: [y], w: [w], h: [h], shape: [shape], style: [style], kindOf: [kind], members: new Map(), open: new Set(), left: ["closed"], right: ["unbounded"],
});

function kindSwatch(kind) {
  const look = kindLook(kind), box = look.shape === "box" || look.shape === "cluster", size = look.shape === "cluster" ? 15 : box ? 18 : 14;
  return paintSwatch(24, 18, (pen) => {
    drawShape(pen, oneShape(kind, look.shape, "", size, look.shape === "cluster" ? 11 : 14, look.shape === "cluster" ? 10.5 : 12, look.shape === "cluster" ? 7.5 : 9), 0, { k: 1, dx: 0, dy: 0 });
    if (look.mark && box) {
      pen.font = `11px ${LOOKS.face}`;
      pen.textAlign = "center";
      pen.fillStyle = ink();
      pen.fillText(look.mark, 12, 9.5);
    }
  });
}

function lineSwatch(style) {
  const line = {
    points: [2, 7, 40, 7], first: [0, 4], low: [lineLook(style).width], high: [lineLook(style).width], unbounded: new Set(), derived: [0], estyle: [style], arrow: [statuses.has(style) || extras.has(style) ? 0 : 1],
  };
  return paintSwatch(44, 14, (pen) => {
    for (const _ of drawLines(pen, line, [0], { k: 1, dx: 0, dy: 0 }, false));
    const look = lineLook(style);
    if (look.sign) sign(pen, look.sign, statuses.has(style) || extras.has(style) ? 21 : 18, 7, 5.5, look[ground()]);
  });
}

function counted(list) {
  const found = new Map();
  for (const one of list) if (one !== "" && one !== undefined) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

function facetsOf(scene) { // what occurs in this drawing, how often
  const claims = facts.ready ? sceneClaims(scene) : [];
  const of = (type) => claims.flatMap((claim) => [...new Set(ends(claim, type))]).map((fact) => facts.ids[fact]);
  const things = new Set([...scene.fact, ...(facts.ready ? claims.flatMap((claim) => ends(claim, "ABOUT")).map((fact) => facts.ids[fact]) : [])]);
  const drawnStances = [...scene.style, ...scene.estyle].filter((style) => stances.has(style));
  return new Map([
    ["stance", counted(claims.length ? claims.map(stanceOf) : drawnStances)],
    ["kind", counted(scene.kindOf)],
    ["link", counted(scene.estyle.filter((style) => !stances.has(style) && !statuses.has(style)))],
    ["status", counted([...things].map((id) => marksOf(id, filter.day).status).filter(Boolean))],
    ["topic", counted(of("ON_TOPIC"))], ["document", counted(of("CITED_IN"))],
    ["language", counted(claims.flatMap((claim) => [...new Set(citations(claim).map((edge) => String(facts.props[edge.other].language ?? "")))]))],
  ]);
}

const FACET_ORDER = { kind: [...kindLooks.keys()], stance: [...stances.keys()], status: [...statuses.keys()] };

function facetLabel(facet, key) {
  if (facet === "kind") return kindWords(key);
  if (facet === "stance") return stanceWords(key);
  if (facet === "status") return t(`status.${key}`);
  if (facet === "language") return wordFor("language.", key);
  if (facet === "link") return styleWords(key);
  const fact = facts.number.get(key);
  return fact === undefined ? key : nameOf(fact);
}

function facetSign(facet, key) {
  if (facet === "kind") return kindSwatch(key);
  return facet === "stance" || facet === "status" || facet === "link" ? lineSwatch(key) : null;
}

function showLegend(app) {
  const all = facetsOf(app.scene);
  const part = (facet) => {
    const found = all.get(facet), order = FACET_ORDER[facet] ?? [];
    const place = (key) => { const at = order.indexOf(key); return at < 0 ? order.length : at; };
    const keys = [...new Set([...found.keys(), ...filter.off.get(facet)])].sort((a, b) => place(a) - place(b) || (found.get(b) ?? 0) - (found.get(a) ?? 0) || (a < b ? -1 : 1));
    if (!keys.length) return null;
    return el("div", { class: "facet", role: "group", "aria-label": t(`facet.${facet}`) }, el("span", { class: "facet-name" }, t(`facet.${facet}`)), ...keys.map((key) => {
      const pressed = !isOff(facet, key);
      const one = el("button", { type: "button", class: "toggle", "aria-pressed": String(pressed), "data-facet": facet }, facetSign(facet, key), facetLabel(facet, key), el("small", {}, num(found.get(key) ?? 0)));
      one.dataset.key = key;
      one.addEventListener("click", () => app.switchOff(facet, key, pressed));
      return one;
    }));
  };
  const focused = document.activeElement?.closest?.("#facets .toggle");
  const wanted = focused && [focused.dataset.facet, focused.dataset.key];
  const more = $("more-facets");
  const wasOpen = more ? more.open : false;
  const notes = [app.scene.derived.some(Boolean) ? t("derived") : "", app.scene.edges && app.scene.low.some((low, i) => low !== app.scene.high[i]) ? t("hatched") : ""].filter(Boolean);
  const many = all.get("link").size > 3; // the legend is a few lines; the rest is one click away
  const rest = [many ? "link" : "", "status", "topic", "document", "language"].filter(Boolean).map(part).filter(Boolean);
  $("facets").replaceChildren(...["stance", "kind", many ? "" : "link"].filter(Boolean).map(part).filter(Boolean),
    rest.length ? el("details", { id: "more-facets", open: wasOpen }, el("summary", {}, t("legend.more")), ...rest) : "",
    notes.length ? el("p", { class: "soft" }, notes.join(" · ")) : "",
    FACETS.some((facet) => filter.off.get(facet).size) ? button(t("legend.all"), () => app.allOn(), { class: "all" }) : "");
  if (wanted) [...document.querySelectorAll("#facets .toggle")].find((one) => one.dataset.facet === wanted[0] && one.dataset.key === wanted[1])?.focus();
}
