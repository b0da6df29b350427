// On paper: the picture on pages of its own, no letter below 7 points; then every claim with numbered notes, and the legend.
const SHEET = { wide: 716, tall: 1044 }, LINE = 26, HEAD = 110, LETTER_PX = 7.05 / 0.75, AXIS = 46, KEPT = 26, MOST_SHEETS = 40; // CSS pixels of A4 inside of its margins; of the line above a picture, and of its heading; of the smallest letters; of the values above an axis; what is kept together below a heading

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

/** @param {number} from @param {number} to @param {number} most @param {[number, number][]} taken */
function balanced(from, to, most, taken, less = 0) { // into as few pieces, through as little as can be, and none much shorter than the others
  const full = cuts(from, to, most, taken, less), even = (to - from + less) / (full.length - 1);
  /** @param {number[]} at */
  const through = (at) => at.slice(1, -1).reduce((sum, y) => sum + taken.filter(([low, high]) => low < y && y < high).length, 0);
  const tried = [...Array(12).keys()].map((part) => cuts(from, to, even + ((most - even) * part) / 12, taken, less)).filter((one) => one.length === full.length);
  return [...tried, full].reduce((best, one) => (through(one) < through(best) ? one : best));
}

/** @param {Scene} scene @param {number} y @returns {[number, number] | null} */
function headOver(scene, y) { // from where to where the heads of the columns, or the values of the axis, stand that a cut parts from what is below
  if (scene.kind === "chain") {
    const heads = scene.texts.filter((one) => one.role === "lane").map((one) => one.y);
    return heads.length && new Set(heads).size === 1 && y > heads[0] ? [heads[0] - 12, heads[0] + 12] : null;
  }
  const tops = scene.rules.filter((one) => one.role === "grid" && one.x1 === one.x2 && one.y1 < y && one.y2 > y).map((one) => one.y1);
  if (!tops.length) return null;
  const top = Math.max(...tops), above = scene.texts.map((one) => one.y).filter((one) => one < top && (scene.kind === "matrix" || one > top - AXIS));
  return above.length ? [Math.min(...above) - 12, top + 1] : null;
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
    rooms.push([left, y - size * 0.62, left + long, y + size * 0.62 + (["lane", "axis"].includes(role) ? KEPT : 0)]);
  }
  return rooms;
}

/** @param {Scene} scene */
function sheetsOf(scene) { // upright or across: whichever cuts fewer rows in two, else needs fewer sheets, else has larger letters
  const [left, top, right, bottom] = scene.box, rooms = roomsOf(scene, penOf(document.createElement("canvas")));
  const least = LETTER_PX / Math.min(LOOKS.font, ...scene.texts.map(({ role }) => roleSize(role)), ...(scene.elabel.size ? [LOOKS.roles.note] : []));
  const again = Math.max(0, ...rooms.map(([, , , low]) => headOver(scene, low)).map((head) => (head ? head[1] - head[0] : 0)));
  const ways = [[SHEET.wide, SHEET.tall - LINE], [SHEET.tall, SHEET.wide - LINE]].map(([wide, tall], across) => {
    const most = Math.max(least, Math.min(1, wide / (right - left)));
    /** @param {number} k */
    const down = (k) => balanced(top, bottom, tall / k - again, rooms.map((r) => [r[1], r[3]]), (HEAD - LINE) / k - again);
    const few = down(least).length, k = [...Array(9).keys()].map((n) => most - ((most - least) * n) / 8).find((one) => down(one).length === few) ?? least; // the largest letters that need no more sheets
    const xs = balanced(left, right, wide / k, rooms.map((r) => [r[0], r[2]])), ys = down(k);
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
function pictureSheets(app) { // the heading stands on the first one; of two days each has sheets of its own
  if (!then) return sheetsWith(app, forPaper(app), headOnPaper(app));
  return picturesOf(app).flatMap(([scene, day], n) => sheetsWith(app, scene, el("header", {}, n ? null : headOnPaper(app), el("p", {}, day))));
}

/** @param {App} app @param {Scene} scene @param {HTMLElement} head @returns {HTMLElement[]} */
function sheetsWith(app, scene, head) {
  const { across, k, xs, ys, n } = sheetsOf(scene);
  if (n > MOST_SHEETS || scene.count + scene.edges > 8000) { // what is on the screen
    app.layers.redraw(true);
    return [el("section", { class: "sheet" }, head, el("img", { src: $("still").toDataURL(), alt: "" }))];
  }
  return ys.slice(1).flatMap((bottom, row) => xs.slice(1).map((right, column) => {
    const [left, top] = [xs[column], ys[row]], over = row ? headOver(scene, top) : null;
    /** @param {number} high @param {number} low */
    const strip = (high, low) => {
      const width = (right - left) * k, height = (low - high) * k, pen = new VectorPen(width, height);
      for (const _ of drawPicture(pen, scene, { x: (left + right) / 2, y: (high + low) / 2, k }, width, height, { labels: [] }));
      pen.root.setAttribute("aria-hidden", "true");
      return pen.root;
    };
    const number = row * (xs.length - 1) + column + 1;
    return el("section", { class: across ? "sheet across" : "sheet" }, number === 1 ? head : el("p", { class: "soft" }, joined([t("paper.sheet", { n: num(number), all: num(n) }), findingOf(app)], " · ")), over && strip(...over), strip(top, bottom));
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
  const lines = claims.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)).map((claim) => { const row = claimRow(claim); return { ...row, cells: { ...row.cells, cited: cited(claim) } }; });
  const columns = ["said", "speaker", "stance", "figure", "what", "about", "cited"];
  return [
    el("h2", {}, `${t("table.claims")} (${num(claims.length)})`),
    el("table", {}, el("thead", {}, el("tr", {}, ...columns.map((column) => el("th", {}, t(`col.${column}`))))), el("tbody", {}, ...lines.map((/** @type {TableRow} */ { cells, lang }) => el("tr", {}, ...columns.map((column) => el("td", { lang: lang?.[column] }, cells[column])))))),
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
    el("section", { class: "after" }, ...claimsOnPaper(app), el("h2", {}, t("paper.legend")), el("p", { class: "signs" }, ...signs, ...[...notesOf(scene), then ? t("compare.framed") : ""].map((words) => el("span", {}, words))),
      el("p", {}, captionOf(scene)), el("p", {}, joined([creditWords(), ownAddress(), dayWordsNow()], " · ")))));
}

/** @param {App} app */
function fromPaper(app) {
  document.getElementById("paper")?.remove();
  if (!printing) return;
  printing = false;
  app.layers.redraw(true);
}
