// Cached pictures: moving only shifts and scales them; the exact one is drawn in slices when the hand rests.
const SLICE_MS = 5, REST_MS = 90;

class Layers {
  /** @type {Camera} */
  cam = { x: 0, y: 0, k: 1 };
  width = 0;
  height = 0;
  ratio = 1;
  frames = 0;
  asked = false;
  timer = 0;
  waiting = 0;
  /** @type {Picture | null} */
  exact = null;
  /** @type {Picture | null} */
  underlay = null;
  /** @type {Job | null} */
  job = null;
  /** @type {Sheet | null} */
  spare = null;
  /** @type {Placed} */
  placed = { labels: [] };
  /** @type {(() => void)[]} */
  resting = [];
  onexact = () => {};
  onmove = () => {};
  onwhole = () => {};

  /** @param {HTMLCanvasElement} canvas @param {HTMLCanvasElement} live @param {Scene} scene */
  constructor(canvas, live, scene) {
    this.canvas = canvas;
    this.live = live;
    this.scene = scene;
    this.pen = penOf(canvas, { alpha: false });
    this.livePen = penOf(live);
    this.size(800, 500); // until the window says
  }

  /** @param {number} width @param {number} height */
  size(width, height) {
    this.ratio = Math.min(2, Math.max(1, devicePixelRatio));
    this.width = width;
    this.height = height;
    this.spare = null;
    for (const one of [this.canvas, this.live]) {
      one.width = Math.round(width * this.ratio);
      one.height = Math.round(height * this.ratio);
    }
    this.pen.imageSmoothingQuality = "low";
  }

  /** @returns {Sheet} */
  sheet(width = this.width, height = this.height, ratio = this.ratio) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(width * ratio));
    canvas.height = Math.max(1, Math.round(height * ratio));
    const pen = penOf(canvas, { alpha: false, willReadFrequently: true }); // drawn when asked, so that a slice knows what it costs
    pen.scale(ratio, ratio);
    return { canvas, pen, width, height, ratio };
  }

  /** @param {Scene} scene @param {Camera} cam */
  show(scene, cam) { // another drawing, or the same one with other things hidden: drawn at once
    this.scene = scene;
    this.cam = cam;
    this.underlay = null;
    this.redraw(true);
  }

  redraw(now = false) { // what is kept is no longer right
    this.stop();
    this.underlay = null;
    const job = this.begin();
    if (now) { while (!job.steps.next().done); this.finish(job); } else { this.job = job; this.slice(); }
  }

  /** @returns {Job} */
  begin() {
    const cam = { ...this.cam }, sheet = this.spare ?? this.sheet(), placed = { labels: [] };
    this.spare = null;
    Object.assign(sheet.pen, { globalAlpha: 1, lineCap: "butt", lineJoin: "miter" }); // it may have been left half-way
    sheet.pen.setLineDash([]);
    return { cam, sheet, placed, steps: drawPicture(sheet.pen, this.scene, cam, this.width, this.height, placed) };
  }

  slice() {
    if (!this.job) return;
    const until = performance.now() + SLICE_MS;
    let step;
    do step = this.job.steps.next(); while (!step.done && performance.now() < until);
    if (step.done) this.finish(this.job);
    else this.timer = setTimeout(() => this.slice(), 0);
  }

  /** @param {Job} job */
  finish(job) {
    this.job = null;
    if (this.exact && this.exact !== this.underlay) this.keep(this.exact.sheet);
    this.exact = job;
    this.placed = job.placed;
    this.compose();
    mark("exact");
    this.onexact();
    if (!this.underlay) this.overview();
    for (const done of this.resting.splice(0)) done();
  }

  overview() { // the whole drawing, to show at the edges while moving
    const [left, top, right, bottom] = this.scene.box;
    const cam = fitted(this.scene.box, this.width, this.height, 4);
    if (this.exact && sameView(cam, this.exact.cam)) { this.underlay = this.exact; return; }
    const most = 1600, k = Math.min(1, most / Math.max(1, right - left), most / Math.max(1, bottom - top));
    const sheet = this.sheet((right - left) * k, (bottom - top) * k, 1);
    const job = { cam: { x: (left + right) / 2, y: (top + bottom) / 2, k }, sheet, placed: { labels: [] } };
    const steps = drawPicture(sheet.pen, this.scene, job.cam, sheet.width, sheet.height, job.placed);
    const scene = this.scene;
    const go = () => {
      if (this.scene !== scene || this.job || this.underlay) return;
      const until = performance.now() + SLICE_MS;
      let step;
      do step = steps.next(); while (!step.done && performance.now() < until);
      if (step.done) { this.underlay = job; this.onwhole(); }
      else setTimeout(go, 4);
    };
    setTimeout(go, 30);
  }

  stop() {
    clearTimeout(this.timer);
    clearTimeout(this.waiting);
    if (this.job) this.keep(this.job.sheet);
    this.job = null;
  }

  /** @param {Sheet} sheet */
  keep(sheet) { // to draw the next picture on
    if (sheet.width === this.width && sheet.height === this.height && sheet.ratio === this.ratio) this.spare = sheet;
  }

  /** @param {Camera} cam */
  move(cam) { // the hand moves: only shift and scale what is there
    this.cam = cam;
    this.stop();
    if (!this.asked) {
      this.asked = true;
      requestAnimationFrame(() => { this.asked = false; this.compose(); });
    }
    this.waiting = setTimeout(() => { this.job = this.begin(); this.slice(); }, REST_MS);
  }

  compose() {
    this.frames++;
    const { pen, ratio } = this;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    const still = this.exact && sameView(this.exact.cam, this.cam);
    if (!still) {
      pen.fillStyle = paper();
      pen.fillRect(0, 0, this.canvas.width, this.canvas.height);
      if (this.underlay && this.underlay !== this.exact) this.put(this.underlay, ratio);
    }
    if (this.exact) this.put(this.exact, ratio);
    this.onmove();
  }

  /** @param {Picture} picture @param {number} ratio */
  put({ cam, sheet }, ratio) { // the part of a kept picture that can be seen
    const scale = this.cam.k / cam.k;
    const left = (sheet.width / 2 + (this.cam.x - cam.x) * cam.k) - this.width / 2 / scale;
    const top = (sheet.height / 2 + (this.cam.y - cam.y) * cam.k) - this.height / 2 / scale;
    const x1 = Math.max(0, left), y1 = Math.max(0, top), x2 = Math.min(sheet.width, left + this.width / scale), y2 = Math.min(sheet.height, top + this.height / scale);
    if (x2 <= x1 || y2 <= y1) return;
    const own = sheet.canvas.width / sheet.width;
    this.pen.imageSmoothingEnabled = Math.abs(scale * ratio / own - 1) > 1e-6;
    this.pen.drawImage(sheet.canvas, x1 * own, y1 * own, (x2 - x1) * own, (y2 - y1) * own,
      (x1 - left) * scale * ratio, (y1 - top) * scale * ratio, (x2 - x1) * scale * ratio, (y2 - y1) * scale * ratio);
  }

  /** @returns {Promise<void>} */
  settled() { // resolves when the exact picture of the present view is there
    if (this.exact && !this.job && sameView(this.exact.cam, this.cam)) return Promise.resolve();
    return new Promise((done) => this.resting.push(done));
  }
}
