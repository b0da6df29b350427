// What lies under a point: shapes and their labels first, then lines.
class Grid {
  size = 48;
  /** @type {Map<number, [box: Box, what: number][]>} */
  cells = new Map();

  /** @param {Scene} scene @param {Label[]} labels @param {Camera} cam @param {number} width @param {number} height */
  constructor(scene, labels, cam, width, height) {
    this.scene = scene;
    this.view = viewOf(cam, width, height);
    for (const i of seenNodes(scene, this.view, [0, 0, width, height])) this.put(this.boxOf(i), i);
    for (const { box, i, text } of labels) if (i !== undefined) this.put(box, i); else if (text !== undefined) this.put(box, -1 - text);
  }

  /** @param {number} i */
  boxOf(i) {
    const { scene, view } = this, x = scene.x[i] * view.k + view.dx, y = scene.y[i] * view.k + view.dy;
    const w = Math.max(6, (scene.w[i] * view.k) / 2 + 2), h = Math.max(6, (scene.h[i] * view.k) / 2 + 2);
    return [x - w, y - h, x + w, y + h];
  }

  /** @param {Box} box @param {number} what */
  put(box, what) {
    const s = this.size;
    for (let cx = Math.floor(box[0] / s); cx <= Math.floor(box[2] / s); cx++) {
      for (let cy = Math.floor(box[1] / s); cy <= Math.floor(box[3] / s); cy++) {
        gather(this.cells, cx * 100003 + cy, [box, what]);
      }
    }
  }

  /** @param {number} x @param {number} y @returns {Hit | null} */
  at(x, y) { // {node}, {edge}, {text} or null
    const { scene } = this, key = Math.floor(x / this.size) * 100003 + Math.floor(y / this.size);
    const inside = (this.cells.get(key) ?? []).filter(([box]) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]).map(([, what]) => what);
    /** @param {number} i */
    const backdrop = (i) => scene.members.has(i) && scene.open.has(i);
    const nodes = inside.filter((i) => i >= 0).sort((a, b) => Number(backdrop(a)) - Number(backdrop(b)) || scene.w[a] * scene.h[a] - scene.w[b] * scene.h[b]);
    if (nodes.length && !backdrop(nodes[0])) return { node: nodes[0] };
    const [text] = inside.filter((what) => what < 0).map((what) => -1 - what);
    if (text !== undefined && scene.texts[text].fact) return { text };
    const bundle_ = bundleUnder(scene, this.view, x, y);
    if (bundle_ >= 0) return { bundle: bundle_ };
    const edge = this.edgeAt(x, y);
    if (edge !== null) return { edge };
    return nodes.length ? { node: nodes[0] } : null;
  }

  /** @param {number} x @param {number} y */
  edgeAt(x, y) {
    const { scene, view } = this, wx = (x - view.dx) / view.k, wy = (y - view.dy) / view.k, slack = 5 / view.k, box = scene.ebox;
    let best = null, least = Infinity;
    for (let i = 0, j = 0; i < scene.edges; i++, j += 4) {
      if (!scene.eon[i] || wx < box[j] - slack || wx > box[j + 2] + slack || wy < box[j + 1] - slack || wy > box[j + 3] + slack) continue;
      const far = Math.max(0, farFrom(scene, i, wx, wy) - scene.high[i] / 2);
      if (far < slack && far <= least) { least = far; best = i; }
    }
    return best;
  }
}

/** @param {Scene} scene @param {number} i @param {number} x @param {number} y */
function farFrom(scene, i, x, y) { // distance from a point to a line, along a few straight pieces
  const p = scene.points, first = scene.first[i], n = (scene.first[i + 1] - first) / 2;
  /** @param {number} j */
  const q = (j) => [p[first + 2 * j], p[first + 2 * j + 1]];
  let before = q(0), least = Infinity;
  /** @param {number[]} to */
  const step = (to) => {
    const dx = to[0] - before[0], dy = to[1] - before[1], long = dx * dx + dy * dy;
    const s = long ? Math.min(1, Math.max(0, ((x - before[0]) * dx + (y - before[1]) * dy) / long)) : 0;
    least = Math.min(least, Math.hypot(x - before[0] - s * dx, y - before[1] - s * dy));
    before = to;
  };
  if (n === 2) step(q(1));
  else for (let piece = 0; piece < (n === 3 ? 1 : (n - 1) / 3); piece++) {
    const [a, b, c, d] = n === 3 ? [q(0), q(1), q(1), q(2)] : [0, 1, 2, 3].map((j) => q(3 * piece + j));
    for (let s = 1; s <= 10; s++) {
      const u = s / 10, v = 1 - u;
      step([0, 1].map((o) => (n === 3 ? v * v * a[o] + 2 * u * v * b[o] + u * u * d[o] : v ** 3 * a[o] + 3 * v * v * u * b[o] + 3 * v * u * u * c[o] + u ** 3 * d[o])));
    }
  }
  return least;
}
