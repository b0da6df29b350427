// On paper: the picture on pages of its own, no letter below 7 points; then every claim with numbered notes, and the legend.
const SHEET = { wide: 716, tall: 1044 }, LINE = 26, HEAD = 110, LEAST = 7.05 / 0.75 / LOOKS.roles.note, MOST_SHEETS = 40; // CSS pixels of A4 inside of its margins; of the line above a picture, and of its heading

/** @param {number} from @param {number} to @param {number} most @param {[number, number][]} taken */
function cuts(from, to, most, taken, less = 0) { // where to cut a length into pieces of at most `most`, the first one less, through as little as can be
  const at = [from];
  for (let start = from, room = most - less; to - start > room + 0.5; start = at[at.length - 1], room = most) {
    const limit = start + room, stops = [limit, ...taken.flatMap(([low, high]) => [low - 2, high + 2])].filter((y) => y > start + room * 0.6 && y <= limit);
    /** @param {number} y */
    const through = (y) => taken.reduce((sum, [low, high]) => sum + Number(low < y && y < high), 0);
    at.push(stops.reduce((best, y) => (through(y) - through(best) || best - y) < 0 ? y : best, limit));
  }
  return [...at, to];
}

/** @param {Scene} scene @param {Pen} pen @returns {Box[]} */
function roomsOf(scene, pen) { // of every shape with its label and every text
  const life = { k: 1, dx: 0, dy: 0 }, rooms = [];
  for (let i = 0; i < scene.count; i++) {
    if (!scene.on[i]) continue;
    const [x, y, w, h] = [scene.x[i], scene.y[i], scene.w[i] / 2, scene.h[i] / 2];
    rooms.push([x - w, y - h, x + w, y + h]);
    if (scene.label[i]) rooms.push(labelFor(pen, scene, i, life).box);
  }
  for (const { x, y, words, anchor, role } of scene.texts) {
    const size = roleSize(role), long = textWidth(pen, words, size, role === "lane"), left = x - (anchor === "start" ? 0 : anchor === "center" ? long / 2 : long);
    rooms.push([left, y - size * 0.62, left + long, y + size * 0.62]);
  }
  return rooms;
}

/** @param {Scene} scene */
function sheetsOf(scene) { // upright or across: whichever cuts fewer rows in two, else needs fewer sheets, else has larger letters
  const [left, top, right, bottom] = scene.box, rooms = roomsOf(scene, penOf(document.createElement("canvas")));
  const ways = [[SHEET.wide, SHEET.tall - LINE], [SHEET.tall, SHEET.wide - LINE]].map(([wide, tall], across) => {
    const fit = Math.min(1, wide / (right - left), (tall - HEAD) / (bottom - top)), k = fit >= LEAST ? fit : Math.max(LEAST, Math.min(1, wide / (right - left)));
    const xs = cuts(left, right, wide / k, rooms.map((r) => [r[0], r[2]])), ys = cuts(top, bottom, tall / k, rooms.map((r) => [r[1], r[3]]), HEAD / k);
    return { across: Boolean(across), k, xs, ys, n: (xs.length - 1) * (ys.length - 1) };
  });
  return ways.reduce((best, one) => ((one.xs.length - best.xs.length || one.n - best.n || best.k - one.k) < 0 ? one : best));
}

/** @param {App} app */
function forPaper(app) { // rows that no page is wide enough for are stacked as on a phone, where the page has them so
  const { scene } = app, before = phone;
  if (scene.kind === "network" || sheetsOf(scene).xs.length < 3) return scene;
  phone = true;
  const narrow = sceneOn(app.scenes[app.number], filter.day);
  phone = before;
  applyFilter(narrow);
  return narrow;
}

/** @param {App} app @returns {HTMLElement[]} */
function pictureSheets(app) { // the heading stands on the first one
  const scene = forPaper(app), { across, k, xs, ys, n } = sheetsOf(scene);
  if (n > MOST_SHEETS || scene.count + scene.edges > 8000) { // what is on the screen
    app.layers.redraw(true);
    return [el("section", { class: "sheet" }, headOnPaper(app), el("img", { src: $("still").toDataURL(), alt: "" }))];
  }
  return ys.slice(1).flatMap((bottom, row) => xs.slice(1).map((right, column) => {
    const [left, top] = [xs[column], ys[row]], width = (right - left) * k, height = (bottom - top) * k, pen = new VectorPen(width, height);
    for (const _ of drawPicture(pen, scene, { x: (left + right) / 2, y: (top + bottom) / 2, k }, width, height, { labels: [] }));
    pen.root.setAttribute("aria-hidden", "true");
    const number = row * (xs.length - 1) + column + 1;
    return el("section", { class: across ? "sheet across" : "sheet" }, number === 1 ? headOnPaper(app) : el("p", { class: "soft" }, joined([t("paper.sheet", { n: num(number), all: num(n) }), findingOf(app)], " · ")), pen.root);
  }));
}

/** @param {App} app */
function headOnPaper(app) {
  const found = findingOf(app), question = titleOf(app.scene);
  return el("header", {}, el("p", {}, joined([found === question ? "" : question, ...askedOf(app), dayOfFinding(app)], " · ")), el("h1", {}, found));
}

/** @param {App} app @returns {Child[]} */
function claimsOnPaper(app) { // every claim that is shown, and the documents as numbered notes, whole
  const claims = facts.ready ? sceneClaims(app.scene).filter((claim) => claimOn(claim)) : [];
  const notes = [...new Set(claims.flatMap((claim) => citations(claim).map((edge) => edge.other)))].sort((a, b) => (publishedOn(a) < publishedOn(b) ? -1 : 1));
  if (!claims.length) return [];
  /** @param {number} claim */
  const cited = (claim) => joined(citations(claim).map((edge) => `[${notes.indexOf(edge.other) + 1}]${spotWords(edge.own) && ` ${spotWords(edge.own)}`}`), "; ");
  const lines = claims.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map((claim) => ({ ...claimRow(claim).cells, cited: cited(claim) }));
  const columns = ["said", "speaker", "stance", "figure", "what", "about", "cited"];
  return [
    el("h2", {}, `${t("table.claims")} (${num(claims.length)})`),
    el("table", {}, el("thead", {}, el("tr", {}, ...columns.map((column) => el("th", {}, t(`col.${column}`))))), el("tbody", {}, ...lines.map((/** @type {Record<string, string>} */ cells) => el("tr", {}, ...columns.map((column) => el("td", {}, cells[column])))))),
    el("h2", {}, t("paper.notes")),
    el("ol", {}, ...notes.map((one) => el("li", {}, joined([joined(ends(one, "PUBLISHED_BY").map(nameOf), ", "), nameOf(one), spanWords(publishedOn(one)), facts.props[one].url], ", ")))),
  ];
}

/** @param {App} app */
function toPaper(app) {
  fromPaper(app);
  printing = true;
  const { scene } = app;
  const signs = signsOf(scene).map(({ wide, words, paint }) => el("span", {}, paintSwatch(wide, 18, (pen) => paint?.(pen, 0, 9)), " ", words));
  document.body.append(el("div", { id: "paper" },
    ...scene.count || scene.texts.length ? pictureSheets(app) : [headOnPaper(app), el("p", {}, t("empty"))],
    el("section", { class: "after" }, ...claimsOnPaper(app), el("h2", {}, t("paper.legend")), el("p", { class: "signs" }, ...signs, ...notesOf(scene).map((words) => el("span", {}, words))),
      el("p", {}, captionOf(scene)), el("p", {}, joined([creditWords(), ownAddress(), dayWordsNow()], " · ")))));
}

/** @param {App} app */
function fromPaper(app) {
  document.getElementById("paper")?.remove();
  if (!printing) return;
  printing = false;
  app.layers.redraw(true);
}
