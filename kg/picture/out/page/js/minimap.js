// The whole of a picture too large to be read at once, small, beside it or below, with the window as a frame that can be dragged.
const WIDE_PX = 260, TALL_PX = 110, LEAST_PX = 32; // what would be thinner tells nothing

/** @param {App} app */
function setUpMap(app) {
  const map = $("map"), frame = $("map-frame"), sheet = $("map-picture"), { layers } = app;
  /** @type {Picture | null} */
  let drawn = null;
  /** @type {Scene | null} */
  let of = null;
  let k = 0, dragging = false;
  const draw = (/** @type {Picture} */ whole) => { // from the overview that is kept for moving
    const [left, top, right, bottom] = app.scene.box, most = Math.min(WIDE_PX, $("side").clientWidth);
    k = Math.min(most / (right - left), TALL_PX / (bottom - top));
    const width = (right - left) * k, height = (bottom - top) * k, { cam, sheet: { canvas, ...from } } = whole, own = (canvas.width / from.width) * cam.k;
    map.style.width = `${width}px`;
    map.style.height = `${height}px`;
    sheet.width = Math.ceil(width * layers.ratio);
    sheet.height = Math.ceil(height * layers.ratio);
    const pen = penOf(sheet, { alpha: false });
    pen.fillStyle = paper();
    pen.fillRect(0, 0, sheet.width, sheet.height);
    pen.imageSmoothingQuality = "high";
    pen.drawImage(canvas, canvas.width / 2 + (left - cam.x) * own, canvas.height / 2 + (top - cam.y) * own, (right - left) * own, (bottom - top) * own, 0, 0, sheet.width, sheet.height);
    drawn = whole;
    of = app.scene;
  };
  const show = () => {
    const { cam, width, height, underlay } = layers, [left, top, right, bottom] = app.scene.box, w = width / cam.k / 2, h = height / cam.k / 2, near = 1 / cam.k;
    if (underlay && underlay !== drawn && underlay !== layers.exact) draw(underlay);
    const inside = cam.x - w <= left + near && cam.x + w >= right - near && cam.y - h <= top + near && cam.y + h >= bottom - near;
    map.hidden = of !== app.scene || inside || readWhole(app.scene, width, height) || Math.min(right - left, bottom - top) * k < LEAST_PX;
    if (map.hidden) return;
    /** @param {number} at @param {number} most */
    const held = (at, most) => Math.min(most, Math.max(0, at)) * k;
    const x = held(cam.x - w - left, right - left), y = held(cam.y - h - top, bottom - top);
    frame.style.transform = `translate(${x}px, ${y}px)`;
    frame.style.width = `${held(cam.x + w - left, right - left) - x}px`;
    frame.style.height = `${held(cam.y + h - top, bottom - top) - y}px`;
  };
  layers.onwhole = show;
  const { onmove } = layers;
  layers.onmove = () => { onmove(); show(); };
  /** @param {PointerEvent} event */
  const go = (event) => {
    const box = map.getBoundingClientRect(), [left, top] = app.scene.box;
    app.look({ x: left + (event.clientX - box.left) / k, y: top + (event.clientY - box.top) / k, k: layers.cam.k });
  };
  map.addEventListener("pointerdown", (event) => { map.setPointerCapture(event.pointerId); dragging = true; go(event); });
  map.addEventListener("pointermove", (event) => { if (dragging) go(event); });
  map.addEventListener("lostpointercapture", () => { dragging = false; });
}
