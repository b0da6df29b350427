// Labels: the more important ones first, each only where it covers no other.
const roleSizes = new Map(Object.entries(LOOKS.roles));
/** @param {string} role */
const roleSize = (role) => roleSizes.get(role) ?? LOOKS.font;
/** @type {CanvasTextAlign[]} */
const ALIGNS = ["left", "center", "right"];
const TINY = 9, SMALL = 10.5, LARGE = 15, MOST = 400, TRIES = 1500;
const tiny = () => (printing ? 9.4 : TINY); // 7 points on paper

class Room { // rectangles that are taken, in cells of 64 pixels
  /** @type {Map<number, number[][]>} */
  cells = new Map();

  /** @param {Box} box @param {(cell: number) => boolean | void} visit */
  each(box, visit) {
    for (let cx = Math.floor(box[0] / 64); cx <= Math.floor(box[2] / 64); cx++) {
      for (let cy = Math.floor(box[1] / 64); cy <= Math.floor(box[3] / 64); cy++) if (visit(cx * 100003 + cy)) return true;
    }
    return false;
  }

  /** @param {Box} box */
  free(box, own = -1) {
    return !this.each(box, (cell) => (this.cells.get(cell) ?? []).some((b) => b[4] !== own && b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]));
  }

  /** @param {Box} box */
  take(box, own = -2) {
    const kept = [...box, own];
    this.each(box, (cell) => gather(this.cells, cell, kept));
  }
}

/** @type {Map<string, number>} */
const widths = new Map();
/** @param {Pen} pen @param {string} words @param {number} size */
function textWidth(pen, words, size, bold = false) {
  const key = bold ? `b${words}` : words;
  let width = widths.get(key);
  if (width === undefined) {
    pen.font = `${bold ? "bold " : ""}20px ${LOOKS.face}`;
    width = pen.measureText(words).width / 20;
    if (widths.size > 60000) widths.clear();
    widths.set(key, width);
  }
  return width * size;
}

/** @param {Pen} pen @param {string[]} lines @param {number} size @param {number} room @param {number} own */
function widthIn(pen, lines, size, room, own, bold = false) { // what the layout kept for them, `room` at the size `own`; wider letters are condensed when painted
  const width = Math.max(...lines.map((line) => textWidth(pen, line, size, bold)));
  return room ? Math.min(width, (room * size) / own) : width;
}

/** @param {Pen} pen @param {NodeLabel} label @param {number} room @returns {NodeLabel[]} */
function shortened(pen, label, room) { // as much as fits into the box, where that says something
  let kept = label.lines[0].replace(/…$/, "");
  while (kept.length > 7 && textWidth(pen, `${kept}…`, label.size) > room) kept = kept.slice(0, -1);
  const words = `${kept.trimEnd()}…`, width = textWidth(pen, words, label.size);
  return width > room ? [] : [{ ...label, lines: [words], width, box: [label.x - width / 2 - 1, label.box[1], label.x + width / 2 + 1, label.box[3]] }];
}

/** @param {Pen} pen @param {Scene} scene @param {number} i @param {View} view @returns {NodeLabel} */
function labelFor(pen, scene, i, view) { // lines, size and box of a label at this zoom
  const scaled = LOOKS.font * view.k, full = scaled >= 9;
  const w = scene.w[i] / 2, h = scene.h[i] / 2;
  const inside = Math.abs(scene.ay[i]) <= h && Math.abs(scene.ax[i]) <= w && scene.shape[i] !== "circle";
  const size = full ? Math.min(scaled, inside ? 26 : LARGE) : SMALL, step = size * (LOOKS.line / LOOKS.font); // nearer means more labels, not larger ones
  let lines = scene.label[i].slice(0, 600).split("\n").map((line) => line.slice(0, 160)); // whatever comes, a label stays a label
  if (!full && lines.length > 1) lines = [`${lines[0].length < 3 ? lines[1] : lines[0]}…`];
  const width = widthIn(pen, lines, size, full && scene.label[i] === scene.built.label[i] ? scene.room[i] : 0, LOOKS.font);
  const anchor = scene.anchor[i];
  let dx = scene.ax[i] * view.k, dy = scene.ay[i] * view.k;
  if (inside) { if (!full) dx = dy = 0; }
  else if (size !== scaled) {
    if (Math.abs(scene.ay[i]) > h) dy = scene.ay[i] > 0 ? h * view.k + size * 0.5 + 3 : -(h * view.k + 3 + size * 0.5 + step * (lines.length - 1));
    if (Math.abs(scene.ax[i]) > w) dx = Math.sign(scene.ax[i]) * (w * view.k + 4);
  }
  const x = scene.x[i] * view.k + view.dx + dx, y = scene.y[i] * view.k + view.dy + dy;
  const left = x - (anchor === 0 ? 0 : anchor === 1 ? width / 2 : width);
  return { i, lines, size, step, x, y, anchor, inside, width, box: [left - 1, y - step / 2, left + width + 1, y + step * (lines.length - 0.5)] };
}

/** @param {Scene} scene @param {NodeLabel} label @param {View} view */
const fits = (scene, { i, inside, width, lines, step, size }, view) => !inside || !boxed(scene, i) || size === LOOKS.font * view.k || (width <= scene.w[i] * view.k && step * lines.length <= scene.h[i] * view.k + 2);
/** @param {Scene} scene @param {number} i */
const boxed = (scene, i) => scene.shape[i] === "box" || scene.shape[i] === "cluster" || scene.shape[i] === "gap";

/** @param {Pen} pen @param {Scene} scene @param {NodeLabel} label @param {View} view @returns {NodeLabel[]} */
function elsewhere(pen, scene, label, view) { // shortened in its box; on the other sides of a shape, for a label that stands beside it
  if (label.inside) {
    if (label.lines.length > 1 || label.anchor !== 1) return [];
    const short = shortened(pen, label, scene.w[label.i] * view.k - 6).filter((one) => fits(scene, one, view));
    if (short.length || !boxed(scene, label.i)) return short;
    const [mark] = scene.label[label.i].split("\n"); // a gap too small for its words keeps its question mark
    if (mark.length < 3) return [{ ...label, lines: [mark], width: label.size, box: [label.x - label.size / 2, label.box[1], label.x + label.size / 2, label.box[3]] }];
  }
  const { i, size, step, lines, width } = label, x = scene.x[i] * view.k + view.dx, y = scene.y[i] * view.k + view.dy;
  const w = (scene.w[i] * view.k) / 2 + 4, h = (scene.h[i] * view.k) / 2 + 3 + size / 2, tall = step * (lines.length - 1);
  /** @param {number} lx @param {number} ly @param {number} anchor */
  const at = (lx, ly, anchor) => {
    const left = lx - (anchor === 0 ? 0 : anchor === 1 ? width / 2 : width);
    return { ...label, x: lx, y: ly, anchor, inside: false, box: [left - 1, ly - step / 2, left + width + 1, ly + tall + step / 2] };
  };
  return [at(x, y + h, 1), at(x, y - h - tall, 1), at(x + w, y - tall / 2, 0), at(x - w, y - tall / 2, 2)];
}

/** @param {Pen} pen @param {Scene} scene @param {number[]} list @param {View} view @param {Box} frame @returns {Steps<Label[]>} */
function* placeLabels(pen, scene, list, view, frame) { // returns what can be drawn without covering another
  const room = new Room();
  /** @type {Label[]} */
  const placed = [];
  for (const [j, text] of scene.texts.entries()) {
    const words = text.words.slice(0, 300);
    if (!scene.ton[j] || !words) continue;
    const size = Math.max(tiny(), Math.min(22, roleSize(text.role) * view.k)), bold = text.role === "lane";
    const width = widthIn(pen, [words], size, text.room, roleSize(text.role), bold), x = text.x * view.k + view.dx, y = text.y * view.k + view.dy;
    const left = x - (text.anchor === "start" ? 0 : text.anchor === "center" ? width / 2 : width);
    const box = [left - 1, y - size * 0.62, left + width + 1, y + size * 0.62];
    if (outside(box, frame) || !room.free(box)) continue;
    room.take(box);
    placed.push({ text: j, lines: [words], size, step: size, x, y, anchor: ANCHORS.indexOf(text.anchor), bold, soft: text.role !== "row", width, box });
  }
  for (const i of list) {
    const rx = scene.w[i] * view.k * 0.42, ry = scene.h[i] * view.k * 0.42; // a label may touch a shape, but not cover it
    if (ry < 3 || (scene.members.has(i) && scene.open.has(i))) continue;
    const x = scene.x[i] * view.k + view.dx, y = scene.y[i] * view.k + view.dy;
    room.take([x - rx, y - ry, x + rx, y + ry], i);
  }
  placed.push(...bundleLabels(pen, scene, view, frame, room));
  yield;
  const seen = new Uint8Array(scene.count);
  for (const i of list) seen[i] = 1;
  let tried = 0, count = 0;
  for (const i of scene.byRank) {
    if (!seen[i] || !scene.label[i] || (scene.members.has(i) && scene.open.has(i))) continue;
    if (++tried > TRIES || count > MOST) break;
    const first = labelFor(pen, scene, i, view);
    if (!outside(first.box, frame)) {
      const label = [...fits(scene, first, view) ? [first] : [], ...elsewhere(pen, scene, first, view)].find((one) => room.free(one.box, one.inside ? i : -1));
      if (label) {
        room.take(label.box);
        placed.push(label);
        count++;
      }
    }
    if (tried % 100 === 0) yield;
  }
  for (const [i, { words: full, x, y, room: kept }] of scene.elabel) {
    if (!scene.eon[i]) continue;
    const words = full.slice(0, 160);
    const size = Math.max(tiny(), Math.min(18, roleSize("note") * view.k)), width = widthIn(pen, [words], size, kept, roleSize("note"));
    const sx = x * view.k + view.dx, sy = y * view.k + view.dy, box = [sx - width / 2 - 2, sy - size * 0.65, sx + width / 2 + 2, sy + size * 0.65];
    if (outside(box, frame) || !room.free(box)) continue;
    room.take(box);
    placed.push({ edge: i, lines: [words], size, step: size, x: sx, y: sy, anchor: 1, soft: true, width, box });
  }
  return placed;
}

/** @param {Box} box @param {Box} frame */
const outside = (box, [left, top, right, bottom]) => box[2] < left || box[0] > right || box[3] < top || box[1] > bottom;

/** @param {Pen} pen @param {Label} label */
function drawLabel(pen, label) {
  pen.font = `${label.bold ? "bold " : ""}${label.size}px ${LOOKS.face}`;
  pen.textAlign = ALIGNS[label.anchor];
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.strokeStyle = paper();
  pen.lineWidth = label.inside && label.lines.length > 1 ? 0 : 3;
  pen.fillStyle = label.soft ? soft() : ink();
  label.lines.forEach((line, n) => {
    const y = label.y + n * label.step;
    const words = setApart(line);
    if (!label.inside) pen.strokeText(words, label.x, y, label.width);
    pen.fillText(words, label.x, y, label.width);
  });
}
