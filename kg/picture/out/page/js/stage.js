// Hand and keyboard on the picture.
/** @type {Map<string, Point>} */
const KEYS = new Map([["ArrowLeft", [-1, 0]], ["ArrowRight", [1, 0]], ["ArrowUp", [0, -1]], ["ArrowDown", [0, 1]]]);

/** @param {App} app @param {HTMLElement} stage @param {() => Layers} eye */
function setUpStage(app, stage = $("canvas"), eye = () => app.layers) { // `eye`: what this hand points at; it always moves the picture of today, and the other one follows
  const { layers } = app, own = stage === $("canvas");
  /** @type {Map<number, Point>} */
  const pointers = new Map();
  let moved = 0, spread = 0, hovered = "";
  /** @type {Grid | null} */
  let grid = null;
  /** @param {MouseEvent} event @returns {Point} */
  const at = (event) => { const box = stage.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  /** @param {number} x @param {number} y */
  const hit = (x, y) => {
    const { scene, placed, cam, width, height } = eye();
    if (!own) grid = null;
    grid ??= new Grid(scene, placed.labels, cam, width, height);
    return grid.at(x, y);
  };
  if (own) {
    layers.onexact = () => { grid = null; app.showNear(); };
    layers.onmove = () => { grid = null; follow(app); };
  }
  /** @param {Camera} cam */
  const go = (cam) => app.look(cam);
  /** @param {number} factor */
  const zoom = (factor, x = layers.width / 2, y = layers.height / 2) => {
    const { cam } = layers, k = clampZoom(cam.k * factor), sx = x - layers.width / 2, sy = y - layers.height / 2;
    go({ x: cam.x + sx / cam.k - sx / k, y: cam.y + sy / cam.k - sy / k, k });
  };
  /** @param {number} dx @param {number} dy */
  const pan = (dx, dy) => go({ x: layers.cam.x - dx / layers.cam.k, y: layers.cam.y - dy / layers.cam.k, k: layers.cam.k });

  stage.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, at(event));
    if (pointers.size === 1) moved = 0;
  });
  stage.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = pointers.get(event.pointerId);
    if (!before) { hover(now); return; }
    pointers.set(event.pointerId, now);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()], far = Math.hypot(a[0] - b[0], a[1] - b[1]);
      if (spread) zoom(far / spread, (a[0] + b[0]) / 2, (a[1] + b[1]) / 2);
      spread = far;
      moved = 99;
      return;
    }
    moved += Math.abs(now[0] - before[0]) + Math.abs(now[1] - before[1]);
    if (moved > 4) pan(now[0] - before[0], now[1] - before[1]);
    else pointers.set(event.pointerId, before);
  });
  /** @param {PointerEvent} event */
  const lift = (event) => {
    if (!pointers.delete(event.pointerId)) return;
    spread = 0;
    if (event.type === "pointerup" && moved <= 4) click(at(event));
  };
  stage.addEventListener("pointerup", lift);
  stage.addEventListener("pointercancel", lift);
  stage.addEventListener("pointerleave", () => hover(null));
  stage.addEventListener("wheel", (event) => { if (embedded && !event.ctrlKey) return; event.preventDefault(); zoom(Math.exp(-Math.max(-120, Math.min(120, event.deltaY * (event.deltaMode ? 30 : 1))) / 400), ...at(event)); }, { passive: false });
  stage.addEventListener("dblclick", (event) => { if (!hit(...at(event))) zoom(1.8, ...at(event)); });

  /** @param {Point | null} point */
  function hover(point) {
    const target = point && !eye().job ? hit(...point) : null, { scene } = eye();
    const key = target ? JSON.stringify(target) : "";
    if (key === hovered) return;
    hovered = key;
    stage.style.cursor = target ? "pointer" : "";
    const words = !target ? "" : target.bundle !== undefined ? bundleWords(scene, target.bundle) : target.node !== undefined ? labelWords(scene, target.node) : !own ? "" : target.edge !== undefined ? app.edgeLine(target.edge) : "";
    $("whisper").textContent = words;
    if (!own) return;
    app.hover = target && target.text === undefined ? target : null;
    app.showNear();
  }
  /** @param {Point} point */
  function click(point) {
    const target = hit(...point), { scene } = eye();
    if (!target) app.select("");
    else if (target.bundle !== undefined) { unfolded.lines.add((scene.bundles ?? [])[target.bundle].key); app.filtered(); }
    else if (target.node !== undefined) { const i = own ? target.node : app.scene.id.indexOf(scene.id[target.node]); if (i >= 0) app.pick(i); else app.select(`f:${scene.fact[target.node]}`); }
    else if (target.edge !== undefined) app.select(`e:${edgeKeys(scene)[target.edge]}`);
    else if (target.text !== undefined) app.select(`f:${scene.texts[target.text].fact}`);
  }
  /** @param {Point} way */
  function next([dx, dy]) { // the nearest shape in that direction
    const { scene } = app, from = app.focusNode();
    const x = from === null ? layers.cam.x : scene.x[from], y = from === null ? layers.cam.y : scene.y[from];
    let best = null, least = Infinity;
    for (let i = 0; i < scene.count; i++) {
      if (!scene.on[i] || i === from) continue;
      const along = (scene.x[i] - x) * dx + (scene.y[i] - y) * dy, across = Math.abs((scene.x[i] - x) * dy) + Math.abs((scene.y[i] - y) * dx);
      const cost = along + 2.5 * across;
      if ((from === null ? Math.abs(along) + across : along > 0.5 ? cost : Infinity) < least) { least = from === null ? Math.abs(along) + across : cost; best = i; }
    }
    if (best !== null) app.pick(best, { keep: true, toggle: false });
  }
  if (!own) return;
  stage.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = KEYS.get(event.key);
    if (way && event.shiftKey) pan(-way[0] * 60, -way[1] * 60);
    else if (way) next(way);
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") app.fit();
    else if (event.key === "Escape") app.select("");
    else if (event.key === "Enter" || event.key === " ") {
      const one = app.focusNode();
      if (one !== null && app.scene.members.has(one)) app.toggle(one);
      else if (app.selected) $("card").querySelector("h2")?.focus();
    } else return;
    event.preventDefault();
  });
  $("closer").addEventListener("click", () => zoom(1.3));
  $("farther").addEventListener("click", () => zoom(1 / 1.3));
  $("fit").addEventListener("click", () => app.fit());
}
