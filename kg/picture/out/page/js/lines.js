// Lines: plain ones in batches, bands with the certain part full and the uncertain part hatched.
const PLAIN_FROM = 1200; // so many lines in the window are a heap: dots and dashes tell nothing there, and are slow
/** @param {Pen} pen @param {Lines} scene @param {number} i @param {View} view */
function trace(pen, scene, i, view) {
  const p = scene.points, { k, dx, dy } = view;
  let j = scene.first[i];
  const end = scene.first[i + 1], n = (end - j) / 2;
  pen.moveTo(p[j] * k + dx, p[j + 1] * k + dy);
  j += 2;
  if (n === 2) pen.lineTo(p[j] * k + dx, p[j + 1] * k + dy);
  else if (n === 3) pen.quadraticCurveTo(p[j] * k + dx, p[j + 1] * k + dy, p[j + 2] * k + dx, p[j + 3] * k + dy);
  else for (; j + 5 < end; j += 6) pen.bezierCurveTo(p[j] * k + dx, p[j + 1] * k + dy, p[j + 2] * k + dx, p[j + 3] * k + dy, p[j + 4] * k + dx, p[j + 5] * k + dy);
}

/** @param {Lines} scene @param {number} i */
const isBand = (scene, i) => scene.high[i] > 4 || scene.low[i] !== scene.high[i] || scene.unbounded.has(i);

/** @param {Lines} scene @param {number} i */
function dashesOf(scene, i) {
  const look = lineLook(scene.estyle[i]);
  return scene.derived[i] ? look.dots : look.dashes;
}

/** @param {Pen} pen @param {Lines} scene @param {Iterable<number>} list @param {View} view @param {boolean} plain @returns {Steps} */
function* drawLines(pen, scene, list, view, plain) { // `plain` leaves dashes and ends away: a heap of thousands
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const i of list) {
    if (isBand(scene, i)) continue;
    const key = `${scene.derived[i]}${scene.high[i]}|${scene.estyle[i]}`;
    gather(groups, key, i);
  }
  for (const i of list) if (isBand(scene, i)) { drawBand(pen, scene, i, view); yield; }
  for (const group of groups.values()) {
    const one = group[0], look = lineLook(scene.estyle[one]);
    const width = Math.min(plain ? 1 : Infinity, Math.max(0.6, Math.min(look.width, scene.high[one]) * Math.min(1.2, view.k))); // up to a pixel is quick
    for (let at = 0; at < group.length; at += 400) {
      pen.strokeStyle = look[ground()];
      pen.lineWidth = width;
      const dashes = plain ? [] : dashesOf(scene, one).map((d) => d * Math.max(0.5, Math.min(1, view.k)));
      pen.lineCap = scene.derived[one] && !plain ? "round" : "butt";
      pen.setLineDash(dashes);
      pen.beginPath();
      for (const i of group.slice(at, at + 400)) trace(pen, scene, i, view);
      pen.stroke();
      yield;
    }
    pen.setLineDash([]);
    pen.lineCap = "butt";
    if (!plain && view.k > 0.18) for (const i of group) drawEnd(pen, scene, i, view, look);
    yield;
  }
}

/** @param {Lines} scene @param {number} i @param {boolean} atStart */
function endOf(scene, i, atStart) { // the last point and the direction in which the line comes to it
  const p = scene.points, first = scene.first[i], last = scene.first[i + 1] - 2, step = atStart ? 2 : -2;
  const at = atStart ? first : last;
  for (let j = at + step; j >= first && j <= last; j += step) {
    const dx = p[at] - p[j], dy = p[at + 1] - p[j + 1], far = Math.hypot(dx, dy);
    if (far > 0.01) return { x: p[at], y: p[at + 1], ux: dx / far, uy: dy / far };
  }
  return { x: p[at], y: p[at + 1], ux: 1, uy: 0 };
}

/** @param {Pen} pen @param {Lines} scene @param {number} i @param {View} view @param {LineLook} look */
function drawEnd(pen, scene, i, view, look) {
  if (!scene.arrow[i]) return;
  const { x, y, ux, uy } = endOf(scene, i, scene.arrow[i] === 2);
  const s = (4.5 + 1.4 * look.width) * Math.min(1.2, Math.max(0.45, view.k));
  const sx = x * view.k + view.dx, sy = y * view.k + view.dy;
  pen.fillStyle = pen.strokeStyle = look[ground()];
  pen.beginPath();
  if (look.end === "bar") {
    pen.lineWidth = Math.max(1.5, s / 3);
    pen.moveTo(sx - uy * s * 0.8 - ux * 2, sy + ux * s * 0.8 - uy * 2);
    pen.lineTo(sx + uy * s * 0.8 - ux * 2, sy - ux * s * 0.8 - uy * 2);
    pen.stroke();
  } else if (look.end === "circle") {
    pen.lineWidth = Math.max(1, s / 5);
    pen.arc(sx - ux * s * 0.5, sy - uy * s * 0.5, s * 0.45, 0, 2 * Math.PI);
    pen.fillStyle = paper();
    pen.fill();
    pen.stroke();
  } else {
    pen.moveTo(sx, sy);
    pen.lineTo(sx - ux * s - uy * s * 0.45, sy - uy * s + ux * s * 0.45);
    pen.lineTo(sx - ux * s + uy * s * 0.45, sy - uy * s - ux * s * 0.45);
    pen.fill();
  }
}

/** @param {Pen} pen @param {Lines} scene @param {number} i @param {View} view */
function drawBand(pen, scene, i, view) { // full: at least so many; hatched: up to so many; without outline: no upper bound
  const look = lineLook(scene.estyle[i]), colour = look[ground()];
  const high = Math.max(1, scene.high[i] * view.k), low = scene.low[i] * view.k;
  /** @param {Style} style @param {number} width @param {number} alpha */
  const stroke = (style, width, alpha) => {
    pen.globalAlpha = alpha;
    pen.strokeStyle = style;
    pen.lineWidth = width;
    pen.beginPath();
    trace(pen, scene, i, view);
    pen.stroke();
    pen.globalAlpha = 1;
  };
  pen.setLineDash(scene.derived[i] ? dashesOf(scene, i) : []);
  if (high > low + 0.01) {
    if (!scene.unbounded.has(i) && high > 3) stroke(colour, high + 1.6, 0.75);
    if (high > 3) stroke(paper(), high, 1);
    stroke(high > 3 ? hatch(pen, colour) : colour, high, 0.75);
  }
  if (low > 0) stroke(colour, Math.max(0.8, low), 1);
  pen.setLineDash([]);
  if (scene.arrow[i] && high > 3) chevron(pen, scene, i, view, Math.max(5, Math.min(10, high * 0.5)), colour);
  else if (scene.arrow[i]) drawEnd(pen, scene, i, view, look);
}

/** @param {Lines} scene @param {number} i */
function middleOf(scene, i) { // the point half-way, and the direction there
  const p = scene.points, first = scene.first[i], n = (scene.first[i + 1] - first) / 2;
  /** @param {number} j */
  const at = (j) => [p[first + 2 * j], p[first + 2 * j + 1]];
  const [start, end] = [at(0), at(n - 1)];
  if (n === 2) return { x: (start[0] + end[0]) / 2, y: (start[1] + end[1]) / 2, dx: end[0] - start[0], dy: end[1] - start[1] };
  if (n === 3) {
    const c = at(1);
    return { x: (start[0] + 2 * c[0] + end[0]) / 4, y: (start[1] + 2 * c[1] + end[1]) / 4, dx: end[0] - start[0], dy: end[1] - start[1] };
  }
  const pieces = (n - 1) / 3, j = 3 * Math.floor((pieces - 1) / 2), [a, b, c, d] = [at(j), at(j + 1), at(j + 2), at(j + 3)];
  /** @param {number} one */
  const half = (one) => (a[one] + 3 * b[one] + 3 * c[one] + d[one]) / 8;
  return { x: half(0), y: half(1), dx: d[0] + c[0] - b[0] - a[0], dy: d[1] + c[1] - b[1] - a[1] };
}

/** @param {Pen} pen @param {Lines} scene @param {number} i @param {View} view @param {number} size @param {string} colour */
function chevron(pen, scene, i, view, size, colour) { // which way it goes, in the middle of a band
  const { x, y, dx, dy } = middleOf(scene, i), far = Math.hypot(dx, dy) || 1, back = scene.arrow[i] === 2 ? -1 : 1;
  const ux = (back * dx) / far, uy = (back * dy) / far, sx = x * view.k + view.dx, sy = y * view.k + view.dy;
  pen.beginPath();
  pen.moveTo(sx + ux * size, sy + uy * size);
  pen.lineTo(sx - ux * size * 0.5 - uy * size * 0.8, sy - uy * size * 0.5 + ux * size * 0.8);
  pen.lineTo(sx - ux * size * 0.5 + uy * size * 0.8, sy - uy * size * 0.5 - ux * size * 0.8);
  pen.closePath();
  pen.fillStyle = paper();
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.2;
  pen.stroke();
}
