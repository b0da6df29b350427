// Shapes: the kind decides form and fill, stance or status the outline, its dashes and a sign.
const CORNERS = new Map(Object.entries({
  diamond: [[0, -1], [1, 0], [0, 1], [-1, 0]], triangle: [[0, -1], [1, 0.85], [-1, 0.85]],
  hexagon: [[1, 0], [0.5, 0.9], [-0.5, 0.9], [-1, 0], [-0.5, -0.9], [0.5, -0.9]], square: [[-1, -1], [1, -1], [1, 1], [-1, 1]],
}));

/** @param {Pen} pen @param {string} shape @param {number} x @param {number} y @param {number} rx @param {number} ry */
function outline(pen, shape, x, y, rx, ry) {
  pen.beginPath();
  const corners = CORNERS.get(shape);
  if (corners) {
    corners.forEach(([px, py], i) => (i ? pen.lineTo(x + px * rx, y + py * ry) : pen.moveTo(x + px * rx, y + py * ry)));
    pen.closePath();
  } else if (shape === "box" || shape === "cluster" || shape === "gap") pen.roundRect(x - rx, y - ry, 2 * rx, 2 * ry, Math.min(shape === "box" ? 5 : 14, ry));
  else if (shape === "bar") pen.rect(x - rx, y - ry, 2 * rx, 2 * ry);
  else pen.arc(x, y, Math.min(rx, ry), 0, 2 * Math.PI);
}

/** @param {Pen} pen @param {Shapes} scene @param {number[]} list @param {View} view @returns {Steps} */
function* drawDots(pen, scene, list, view) { // shapes of a few pixels: squares in the colour of the kind
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const i of list) gather(groups, scene.kindOf[i], i);
  for (const [kind, group] of groups) {
    const look = kindLook(kind);
    for (let at = 0; at < group.length; at += 1500) {
      pen.fillStyle = look[ground()][0];
      for (const i of group.slice(at, at + 1500)) {
        const rx = Math.max(1, (scene.w[i] * view.k) / 2), ry = Math.max(1, (scene.h[i] * view.k) / 2);
        pen.fillRect(scene.x[i] * view.k + view.dx - rx, scene.y[i] * view.k + view.dy - ry, 2 * rx, 2 * ry);
      }
      yield;
    }
  }
}

/** @param {Pen} pen @param {Shapes} scene @param {number} i @param {View} view */
function drawShape(pen, scene, i, view) {
  const x = scene.x[i] * view.k + view.dx, y = scene.y[i] * view.k + view.dy;
  const rx = Math.max(1.5, (scene.w[i] * view.k) / 2), ry = Math.max(1.5, (scene.h[i] * view.k) / 2);
  const shape = scene.shape[i], style = scene.style[i];
  if (shape === "interval") { drawInterval(pen, scene, i, x, y, rx, ry); return; }
  if (shape === "bracket") { drawBracket(pen, scene, i, x, y, rx, ry); return; }
  if (shape === "cross") { drawCross(pen, x, y, Math.min(rx, ry), lineColour(style)); return; }
  const kind = kindLook(scene.kindOf[i]), [line, fill, tint] = kind[ground()];
  const look = styleLooks.get(style);
  const holds = shape === "box" || shape === "cluster";
  const open = scene.members.has(i) && scene.open.has(i);
  pen.lineWidth = Math.max(0.8, (look ? look.width : 1.5) * Math.min(1, view.k + 0.2));
  pen.strokeStyle = look ? look[ground()] : line;
  const claim = scene.kindOf[i] === "Claim" && look && !holds; // a small sign of its own: full only for what is asserted
  pen.fillStyle = open ? paper() : !kind.filled || shape === "gap" ? (claim && sideOf(style) === "for" ? look[ground()] : paper()) : holds ? tint : fill;
  if (shape === "bar" && look) pen.fillStyle = look[ground()]; // a cell of a table
  if (style === "unsourced") pen.fillStyle = paper();
  pen.setLineDash(open ? [2, 4] : claim && shape === "triangle" ? [] : look ? look.dashes.map((d) => d * Math.min(1, view.k + 0.2)) : kind.dashed || shape === "gap" ? [3, 3] : []);
  if (open) pen.globalAlpha = 0.6;
  if (shape === "cluster" && !open) { // a second sheet behind: there is more inside
    outline(pen, shape, x + 3, y + 3, rx, ry);
    pen.stroke();
  }
  outline(pen, shape, x, y, rx, ry);
  pen.fill();
  if (shape !== "bar" || look) pen.stroke();
  pen.globalAlpha = 1;
  pen.setLineDash([]);
  if (scene.added?.has(i)) { // laid there by the reader
    pen.setLineDash([1.5, 4]);
    pen.strokeStyle = ink();
    pen.lineWidth = 1.5;
    outline(pen, "box", x, y, rx + 5, ry + 5);
    pen.stroke();
    pen.setLineDash([]);
  }
  if (shape === "gap" && !scene.label?.[i]) drawMark(pen, "?", x, y, ry, line);
  const small = scene.w[i] < 40, inset = holds && !small ? 2 : 0; // a small box has room for a number or for a sign
  if (look?.sign && view.k > 0.3 && shape !== "bar" && !claim) sign(pen, look.sign, x + rx - inset, y - ry + inset, (small ? 0.7 : 1) * Math.min(7, Math.max(4, 7 * view.k)), look[ground()]);
}

/** @param {Pen} pen @param {string} words @param {number} x @param {number} y @param {number} ry @param {string} colour */
function drawMark(pen, words, x, y, ry, colour) {
  if (ry < 5) return;
  pen.fillStyle = colour;
  pen.font = `bold ${Math.round(ry * 1.3)}px ${LOOKS.face}`;
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.fillText(words, x, y);
}

/** @param {Pen} pen @param {number} x @param {number} y @param {number} r @param {string} colour */
function drawCross(pen, x, y, r, colour) { // a denial without a number
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1.5, r / 2.6);
  pen.beginPath();
  pen.moveTo(x - r, y - r);
  pen.lineTo(x + r, y + r);
  pen.moveTo(x + r, y - r);
  pen.lineTo(x - r, y + r);
  pen.stroke();
}

/** @param {Pen} pen @param {Shapes} scene @param {number} i @param {number} x @param {number} y @param {number} rx @param {number} ry */
function drawBracket(pen, scene, i, x, y, rx, ry) { // a vague word: pale ends, square where included, round where not
  const colour = lineColour(scene.style[i]), hook = Math.min(5, ry);
  pen.fillStyle = pen.strokeStyle = colour;
  pen.setLineDash([]);
  pen.lineWidth = 2;
  pen.globalAlpha = 0.08;
  pen.fillRect(x - rx, y - ry, 2 * rx, 2 * ry);
  pen.globalAlpha = 0.65;
  /** @type {[side: string, at: number, way: number][]} */
  const sides = [[scene.left[i], x - rx, 1], [scene.right[i], x + rx, -1]];
  for (const [side, at, way] of sides) {
    pen.beginPath();
    if (side === "open") { pen.moveTo(at + way * hook, y - ry); pen.quadraticCurveTo(at - way * hook, y, at + way * hook, y + ry); }
    else {
      pen.moveTo(at + way * hook, y - ry);
      if (side === "closed") { pen.lineTo(at, y - ry); pen.lineTo(at, y + ry); } else pen.lineTo(at, y);
      pen.lineTo(at + way * hook, y + ry);
    }
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Shapes} scene @param {number} i @param {number} x @param {number} y @param {number} rx @param {number} ry */
function drawInterval(pen, scene, i, x, y, rx, ry) {
  const style = scene.style[i], look = lineLook(style), colour = look[ground()];
  const bar = Math.max(2, ry * 0.55), cap = Math.max(3, ry);
  const sourced = sideOf(style) === "for" || style === "supported" || style === "";
  pen.fillStyle = sourced ? colour : paper();
  pen.strokeStyle = colour;
  pen.lineWidth = 1.4;
  pen.setLineDash(look.dashes.map((d) => Math.min(d, 6)));
  pen.beginPath();
  pen.rect(x - rx, y - bar / 2, 2 * rx, bar);
  pen.fill();
  if (!sourced) { pen.fillStyle = hatch(pen, colour); pen.fill(); }
  pen.stroke();
  pen.setLineDash([]);
  /** @type {[side: string, at: number, way: number][]} */
  const sides = [[scene.left[i], x - rx, -1], [scene.right[i], x + rx, 1]];
  for (const [side, at, way] of sides) {
    pen.lineWidth = 2;
    pen.fillStyle = pen.strokeStyle = colour;
    pen.beginPath();
    if (side === "closed") { pen.moveTo(at, y - cap); pen.lineTo(at, y + cap); pen.stroke(); }
    else if (side === "open") { pen.arc(at, y, cap * 0.62, 0, 2 * Math.PI); pen.fillStyle = paper(); pen.fill(); pen.stroke(); }
    else if (side === "unbounded") { pen.moveTo(at + way * cap * 1.5, y); pen.lineTo(at, y - cap); pen.lineTo(at, y + cap); pen.closePath(); pen.fill(); }
  }
}
