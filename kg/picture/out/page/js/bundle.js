// Many lines of one kind that leave one shape in one direction share a trunk with their number on it; each still ends at its own
// shape, and the table lists them all. Only in a network of many lines, not in a heap of thousands, of which no number could be
// read; a click on the trunk lays them out one by one.
const MANY_LINES = 60, HEAP = 4000, BUNDLE_LEAST = 3, BUNDLE_TURN = 1.2;

/** @param {Scene} scene */
function bundle(scene) { // after every change of what is shown: only lines that are shown count
  if (scene.kind !== "network") return;
  const plain = scene.plain ??= { points: scene.points, first: scene.first, ebox: scene.ebox, arrow: scene.arrow };
  Object.assign(scene, plain);
  scene.bundles = [];
  const { a, b, eon, estyle, derived, type } = scene, shown = [];
  for (let i = 0; i < scene.edges; i++) if (eon[i] && a[i] !== b[i] && !isBand(scene, i)) shown.push(i);
  if (shown.length <= MANY_LINES || shown.length > HEAP) return;
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const i of shown) {
    const kind = `${type[i]}>${estyle[i]}>${derived[i]}`;
    gather(groups, `${a[i]}|${kind}>`, i);
    gather(groups, `${b[i]}|${kind}<`, i);
  }
  const taken = new Uint8Array(scene.edges);
  for (const [name, group] of [...groups].filter(([, some]) => some.length >= BUNDLE_LEAST).sort((one, other) => other[1].length - one[1].length)) {
    const [hub_, kind] = name.split("|"), hub = Number(hub_), key = `${scene.id[hub]}>${kind}`, hx = scene.x[hub], hy = scene.y[hub];
    if (unfolded.lines.has(key)) continue;
    const rays = group.filter((i) => !taken[i]).map((i) => {
      const far = a[i] === hub ? b[i] : a[i], dx = scene.x[far] - hx, dy = scene.y[far] - hy;
      return { i, far, turn: Math.atan2(dy, dx), long: Math.hypot(dx, dy) };
    }).sort((one, other) => one.turn - other.turn);
    for (let from = 0, to; from < rays.length; from = to) { // those that leave within one turn
      for (to = from + 1; to < rays.length && rays[to].turn - rays[from].turn < BUNDLE_TURN;) to++;
      const some = rays.slice(from, to), longs = some.map(({ long }) => long).sort((one, other) => one - other), radius = Math.hypot(scene.w[hub], scene.h[hub]) / 2;
      const trunk = Math.max(radius + 36, 0.4 * longs[Math.floor(longs.length / 3)]), far = some.filter(({ long }) => long > trunk * 1.25);
      if (far.length < BUNDLE_LEAST) continue;
      const ux = far.reduce((sum, { turn }) => sum + Math.cos(turn), 0), uy = far.reduce((sum, { turn }) => sum + Math.sin(turn), 0), one = Math.hypot(ux, uy);
      const x = hx + (trunk * ux) / one, y = hy + (trunk * uy) / one, [sx, sy] = border(hx, hy, scene.w[hub], scene.h[hub], x, y);
      for (const { i } of far) taken[i] = 1;
      scene.bundles.push({ key, hub, edges: far.map(({ i }) => i), path: [sx, sy, x, y], x: (sx + x) / 2, y: (sy + y) / 2 });
    }
  }
  if (scene.bundles.length) lead(scene, plain);
}

/** @param {Scene} scene @param {Plain} plain */
function lead(scene, plain) { // each line of a bundle along the trunk, and from its end to its own shape
  /** @type {Map<number, number[]>} */
  const paths = new Map();
  const arrow = [...plain.arrow];
  for (const { hub, edges, path: [sx, sy, x, y] } of scene.bundles ?? []) {
    const far = Math.hypot(x - sx, y - sy) || 1, ux = (x - sx) / far, uy = (y - sy) / far;
    for (const i of edges) {
      const end = scene.a[i] === hub ? scene.b[i] : scene.a[i], [ex, ey] = border(scene.x[end], scene.y[end], scene.w[end], scene.h[end], x, y), reach = 0.4 * Math.hypot(ex - x, ey - y);
      const dx = scene.x[end] - x, dy = scene.y[end] - y, long = Math.hypot(dx, dy) || 1;
      paths.set(i, [sx, sy, sx + (x - sx) / 3, sy + (y - sy) / 3, sx + (2 * (x - sx)) / 3, sy + (2 * (y - sy)) / 3, x, y, x + ux * reach, y + uy * reach, ex - (dx / long) * reach * 0.6, ey - (dy / long) * reach * 0.6, ex, ey]);
      if (scene.b[i] === hub && arrow[i]) arrow[i] = 3 - arrow[i]; // told from the hub on
    }
  }
  const first = new Int32Array(scene.edges + 1), points = new Float32Array(plain.points.length + 14 * paths.size), ebox = plain.ebox.slice();
  let at = 0;
  for (let i = 0; i < scene.edges; i++) {
    const own = paths.get(i) ?? plain.points.subarray(plain.first[i], plain.first[i + 1]);
    first[i] = at;
    points.set(own, at);
    at += own.length;
    if (paths.has(i)) {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      for (let j = 0; j < own.length; j += 2) { box[0] = Math.min(box[0], own[j] - 3); box[1] = Math.min(box[1], own[j + 1] - 3); box[2] = Math.max(box[2], own[j] + 3); box[3] = Math.max(box[3], own[j + 1] + 3); }
      ebox.set(box, 4 * i);
    }
  }
  first[scene.edges] = at;
  Object.assign(scene, { points: points.subarray(0, at), first, ebox, arrow });
}

/** @param {Scene} scene @param {number} i */
const bundlesAt = (scene, i) => (scene.bundles ?? []).filter(({ hub }) => hub === i);

/** @param {Scene} scene @param {View} view @param {number} x @param {number} y */
function bundleUnder(scene, view, x, y) { // the number of the trunk under a point of the window
  const wx = (x - view.dx) / view.k, wy = (y - view.dy) / view.k, slack = 6 / view.k;
  for (const [n, { path: [x1, y1, x2, y2] }] of (scene.bundles ?? []).entries()) {
    const dx = x2 - x1, dy = y2 - y1, s = Math.min(1, Math.max(0, ((wx - x1) * dx + (wy - y1) * dy) / (dx * dx + dy * dy || 1)));
    if (Math.hypot(wx - x1 - s * dx, wy - y1 - s * dy) < slack) return n;
  }
  return -1;
}

/** @param {Scene} scene @param {number} n */
function bundleWords(scene, n) {
  const { hub, edges } = (scene.bundles ?? [])[n], [one] = edges;
  return t("bundle.says.one", { n: num(edges.length), kind: styleWords(scene.estyle[one]), name: labelWords(scene, hub) });
}

/** @param {Pen} pen @param {Scene} scene @param {View} view @param {Box} frame @param {Room} room @returns {Label[]} */
function bundleLabels(pen, scene, view, frame, room) { // the number on each trunk, where it covers nothing
  return (scene.bundles ?? []).flatMap(({ edges, x, y }) => {
    const sx = x * view.k + view.dx, sy = y * view.k + view.dy;
    if (outside([sx, sy, sx, sy], frame)) return [];
    const words = num(edges.length), size = Math.max(tiny(), Math.min(14, 11 * view.k)), width = textWidth(pen, words, size, true);
    const box = [sx - width / 2 - 3, sy - size * 0.7, sx + width / 2 + 3, sy + size * 0.7];
    if (!room.free(box)) return [];
    room.take(box);
    return [{ lines: [words], size, step: size, x: sx, y: sy, anchor: 1, bold: true, width, box }];
  });
}
