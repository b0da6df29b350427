// Puts the parts together.
/** @param {Scene} scene */
const titleOf = (scene) => scene.titles[LANGUAGES[language]] || scene.title;

const WHOLE_PX = 840; // rows are not cut at the side in as much room as this; in less they are stacked

/** @type {App} */
let app; // what the page does; made by `start` when the drawings are there

/** @param {Scene[]} scenes @param {Layers} layers @returns {App} */
const appOf = (scenes, layers) => ({
  ...choosing, scenes, layers, number: 0, scene: scenes[0], selected: "", past: [], view: "picture", moved: false, hover: null,
  languageChosen: false, table: { which: "claims", sort: "", down: false }, written: "", menuIn: -1,

  draw(number, at = null) {
    if (number !== this.number) { unfolded.near = []; unfolded.lines.clear(); }
    this.number = Math.max(0, Math.min(this.scenes.length - 1, number));
    this.room();
    this.scene = sceneOn(this.scenes[this.number], filter.day);
    this.selected = "";
    this.past = [];
    this.hover = null;
    this.moved = at !== null;
    $("drawing").value = String(this.number);
    applyFilter(this.scene);
    this.words();
    this.around(); // first what stands around the picture: it decides how much room there is
    showThen(this);
    this.measure();
    this.layers.show(this.scene, at ?? firstView(this.scene, this.layers.width, this.layers.height));
  },

  words() { // what stands around the picture
    const { scene } = this;
    $("brand").hidden = this.scenes.length === 1 && $("brand").textContent === titleOf(scene);
    $("how").textContent = t(`how.${scene.kind}`);
    $("caption").replaceChildren(isolated(captionOf(scene)));
    $("caption").lang = scene.lang;
    const empty = scene.count === 0;
    $("empty").hidden = !empty || scene.texts.length > 0;
    $("note").hidden = scene.leftOut === 0 && !empty;
    $("note").textContent = empty ? t("empty") : scene.leftOut ? t("left.out", { n: num(scene.leftOut) }) : "";
    if (this.menuIn !== language) {
      $("drawing").replaceChildren(...this.scenes.map((one, i) => plainText(el("option", { value: String(i) }), titleOf(one).slice(0, 300))));
      this.menuIn = language;
    }
    $("drawing").value = String(this.number);
    $("menu").hidden = this.scenes.length < 2;
  },

  refresh(focus = false) { // everything that depends on filters, day or selection
    this.around(focus);
    this.showNear();
  },

  around(focus = false) {
    const { scene } = this;
    showLegend(this);
    if (facts.ready) showDay(this);
    showFinding(this);
    showSource(this);
    showCard(this, focus);
    showTable(this);
    const none = scene.count > 0 && !scene.on.some(Boolean);
    if (scene.count) { $("empty").hidden = !none; if (none) $("empty").textContent = t("hidden.all"); else $("empty").textContent = t("empty"); }
    remember(this);
  },

  filtered() { // filters, day, language or room changed
    const before = this.scene, now = sceneOn(this.scenes[this.number], filter.day);
    if (now !== before) {
      now.open = new Set([...before.open].map((i) => now.id.indexOf(before.id[i])).filter((i) => i >= 0));
      this.scene = now;
      this.hover = null;
      this.words();
    }
    applyFilter(now);
    showThen(this);
    this.measure();
    $("caption").replaceChildren(isolated(captionOf(now)));
    if (now !== before) this.layers.show(now, this.moved ? this.layers.cam : firstView(now, this.layers.width, this.layers.height));
    else this.layers.redraw(now.count + now.edges < 3000);
    this.refresh();
    say(t("shown.now", { shapes: num(this.scene.on.reduce((sum, one) => sum + one, 0)), lines: num(this.scene.eon.reduce((sum, one) => sum + one, 0)) }));
  },

  switchOff(facet, key, off) { offOf(facet)[off ? "add" : "delete"](key); this.filtered(); },
  allOn() { for (const facet of FACETS) offOf(facet).clear(); this.filtered(); },
  setDay(day) { filter.day = day !== null && day >= (known.days.at(-1) ?? "~") ? null : day; this.filtered(); },
  toggle(i) { const { open } = this.scene; if (!open.delete(i)) open.add(i); this.filtered(); },
  setTable(more) { Object.assign(this.table, more); showTable(this); remember(this); },

  fit() { this.look(fitted(this.scene.box, this.layers.width, this.layers.height)); },
  look(cam) { this.moved = true; this.clearNear(); this.layers.move(cam); remember(this); },
  show(view, now = true) {
    this.view = view;
    $("show-picture").setAttribute("aria-pressed", String(view === "picture"));
    $("show-table").setAttribute("aria-pressed", String(view === "table"));
    $("table").hidden = view !== "table";
    document.body.classList.toggle("as-table", view === "table");
    if (!now) return;
    showTable(this);
    if (view === "picture") this.resized();
    remember(this);
  },

  room() { // whether the picture that suits the room is another one now
    const width = $("canvas").clientWidth, before = phone;
    if (width) phone = width < (this.scenes[this.number].kind === "network" ? 600 : WHOLE_PX);
    return phone !== before;
  },

  measure() { // whether the room for the picture is another one now
    const box = $("canvas"), width = Math.max(50, box.clientWidth), height = Math.max(50, box.clientHeight);
    if (!box.clientWidth || (width === this.layers.width && height === this.layers.height)) return false;
    this.layers.size(width, height);
    return true;
  },

  resized() {
    if (!this.measure()) return;
    if (this.room()) { this.moved = false; this.layers.cam = firstView(this.scene, this.layers.width, this.layers.height); this.filtered(); return; }
    if (!this.moved) this.layers.cam = firstView(this.scene, this.layers.width, this.layers.height);
    this.layers.compose();
    this.layers.redraw(this.scene.count + this.scene.edges < 3000);
  },

  recolour() {
    const dark = ground() === "dark";
    document.documentElement.dataset.theme = theme;
    $("theme").setAttribute("aria-pressed", String(dark));
    tiles.clear();
    this.layers.redraw(true);
    this.refresh();
  },

  restore(back = false) { // what the address says; a step back leaves language and theme
    const state = readState();
    if (!back) theme = state.theme;
    document.documentElement.dataset.theme = theme;
    if (state.lang && !back) { language = Math.max(0, LANGUAGES.indexOf(state.lang)); this.languageChosen = true; }
    Object.assign(filter, { day: state.day, vs: state.vs });
    Object.assign(unfolded, { near: state.near, lines: new Set(state.lines) });
    for (const facet of FACETS) offOf(facet).clear();
    for (const [facet, key] of state.off) offOf(facet).add(key);
    Object.assign(this.table, { which: state.rows, sort: state.sort, down: state.down });
    this.room();
    const number = this.number = Math.max(0, Math.min(state.number, this.scenes.length - 1)), scene = sceneOn(this.scenes[number], filter.day);
    scene.open = new Set(state.open.map((id) => scene.id.indexOf(id)).filter((i) => i >= 0));
    speak();
    $("theme").setAttribute("aria-pressed", String(ground() === "dark"));
    this.show(state.view, false);
    this.draw(number, state.at);
    if (state.selected) this.select(state.selected, { keep: true });
    steps.known = stepOf(stateNow(this));
  },
});

/** @param {string} words */
function failed(words) {
  document.body.append(el("p", { class: "note", role: "alert" }, words));
}

/** @returns {Promise<void>} */
const seen = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }); // the frame is on the screen

/** @param {string} name */
const mark = (name) => performance.mark(`kg:${name}`);
/** @template {keyof Packed} K @param {K} id @returns {Promise<Packed[K]>} */
const unpack = (id) => unpacked($(id).textContent);

async function run() {
  mark("start");
  if (typeof DecompressionStream === "undefined" || !Array.prototype.toReversed || !("roundRect" in CanvasRenderingContext2D.prototype)) { speak(); failed(t("old")); return; }
  const later = unpack("known");
  let shown;
  try { shown = await unpack("shown"); } catch { speak(); failed(t("broken")); return; }
  mark("unpacked");
  const scenes = shown.drawings.map((raw, i) => decodeScene(raw, shown.days[i], shown.words));
  app = appOf(scenes, new Layers($("still"), $("live"), scenes[0]));
  window.kgPage = forTests();
  if (matchMedia("(max-width: 760px)").matches) $("legend").open = false;
  speak();
  const open = async () => { // nothing can be moved or pointed at before the first picture
    setUpStage(app);
    setUpMap(app);
    app.restore();
    await seen();
    mark("first");
  };
  const wanted = readState(), early = !wanted.off.length && !wanted.day && !wanted.vs && !wanted.near.length; // a filter needs the facts
  if (early) await open();
  try { learn(await later); } catch { failed(t("broken")); return; }
  mark("facts");
  setUpDays(app);
  setUpComparing(app);
  setUpSearch(app);
  if (!early) await open();
  else { app.refresh(); if (wanted.selected) app.select(wanted.selected, { keep: true }); }
  setUpSaving(app);
  setUpEmbedding(app);
  setUpTaking(app);
  $("drawing").addEventListener("change", () => app.draw(Number($("drawing").value)));
  $("show-picture").addEventListener("click", () => app.show("picture"));
  $("show-table").addEventListener("click", () => app.show("table"));
  $("skip").addEventListener("click", (event) => { event.preventDefault(); app.show("table"); $("table").focus(); });
  $("language").addEventListener("click", () => { language = nextLanguage(); app.languageChosen = true; speak(); app.words(); app.filtered(); });
  $("theme").addEventListener("click", () => { theme = ground() === "dark" ? "light" : "dark"; app.recolour(); });
  darkWished.addEventListener("change", () => app.recolour());
  setUpSteps(app);
  new ResizeObserver(() => app.resized()).observe($("canvas"));
  mark("ready");
}

// For tests and measuring: read what is drawn, wait until it rests. Marks: kg:start, kg:unpacked, kg:first, kg:facts, kg:ready, kg:exact.
function forTests() {
  /** @param {string} id */
  const at = (id) => {
    const i = app.scene.id.indexOf(id), v = viewOf(app.layers.cam, app.layers.width, app.layers.height);
    return [app.scene.x[i] * v.k + v.dx, app.scene.y[i] * v.k + v.dy];
  };
  return Object.freeze({
    app, facts, filter, marksOf, claimKnown, valueAt, figureWords, at,
    tableRows: (/** @type {Which} */ which) => tableRows(app, which), csv: () => asCsv(COLUMNS[app.table.which], sortedRows(app).kept),
    svg: () => pictureSvg(app), fileName: () => fileName(app), png: () => picturePng(app), write: () => writeState(app), frames: () => app.layers.frames,
    search: (/** @type {string} */ asked) => search(app, asked).map((hit) => facts.ids[hit.fact]),
    labels: () => app.layers.placed.labels, settled: () => app.layers.settled(),
    chains: (/** @type {string} */ id) => chains(facts.number.get(id) ?? -1).map(({ path }) => path.map((one) => facts.ids[one])),
  });
}

run();
