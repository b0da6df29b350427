// The exact picture, drawn piece by piece so that whoever asked can stop after any piece.
/** @param {Camera} cam @param {number} width @param {number} height */
function viewOf(cam, width, height) { // from lengths of the drawing to pixels of the window
  return { k: cam.k, dx: width / 2 - cam.x * cam.k, dy: height / 2 - cam.y * cam.k };
}

/** @param {Scene} scene @param {View} view @param {Box} frame */
function seenNodes(scene, view, frame) {
  const list = [], [left, top, right, bottom] = frame, { k, dx, dy } = view;
  for (let i = 0; i < scene.count; i++) {
    if (!scene.on[i]) continue;
    const x = scene.x[i] * k + dx, y = scene.y[i] * k + dy, w = scene.w[i] * k * 0.5 + 4, h = scene.h[i] * k * 0.5 + 4;
    if (x + w >= left && x - w <= right && y + h >= top && y - h <= bottom) list.push(i);
  }
  return list;
}

/** @param {Scene} scene @param {View} view @param {Box} frame */
function seenEdges(scene, view, frame) {
  const list = [], [left, top, right, bottom] = frame, { k, dx, dy } = view, box = scene.ebox;
  for (let i = 0, j = 0; i < scene.edges; i++, j += 4) {
    if (scene.eon[i] && box[j + 2] * k + dx >= left && box[j] * k + dx <= right && box[j + 3] * k + dy >= top && box[j + 1] * k + dy <= bottom) list.push(i);
  }
  return list;
}

/** @param {Pen} pen @param {Scene} scene @param {View} view */
function drawAreas(pen, { areas }, { k, dx, dy }) { // land, and circles within which something is
  for (const { role, rings, on } of areas) {
    if (!on) continue;
    const [light, dark, cover] = LOOKS.areas[role];
    pen.fillStyle = ground() === "dark" ? dark : light;
    pen.globalAlpha = cover;
    pen.beginPath();
    for (const p of rings) {
      pen.moveTo(p[0] * k + dx, p[1] * k + dy);
      for (let i = 2; i < p.length; i += 2) pen.lineTo(p[i] * k + dx, p[i + 1] * k + dy);
      pen.closePath();
    }
    pen.fill();
  }
  pen.globalAlpha = 1;
}

/** @param {Pen} pen @param {Scene} scene @param {View} view */
function drawRules(pen, scene, view) {
  for (const rule of scene.rules) {
    pen.strokeStyle = rule.role === "axis" ? soft() : LOOKS.grid[ground()];
    pen.lineWidth = 1;
    pen.setLineDash(rule.role === "grid" ? [2, 3] : []);
    pen.beginPath();
    /** @param {number} v */
    const sharp = (v) => Math.round(v) + 0.5; // a line of one pixel on one row of pixels
    pen.moveTo(sharp(rule.x1 * view.k + view.dx), sharp(rule.y1 * view.k + view.dy));
    pen.lineTo(sharp(rule.x2 * view.k + view.dx), sharp(rule.y2 * view.k + view.dy));
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** @param {Pen} pen @param {Scene} scene @param {Camera} cam @param {number} width @param {number} height @param {Placed} placed @returns {Steps} */
function* drawPicture(pen, scene, cam, width, height, placed, fresh = true) { // puts the labels into placed.labels; on fresh paper, or beside what is there
  const view = viewOf(cam, width, height), frame = [0, 0, width, height];
  if (fresh) {
    pen.fillStyle = paper();
    pen.fillRect(0, 0, width, height);
  }
  drawAreas(pen, scene, view);
  drawRules(pen, scene, view);
  const nodes = seenNodes(scene, view, frame), edges = seenEdges(scene, view, frame);
  /** @type {number[][]} */
  const [small, large] = [[], []];
  for (const i of nodes) if (scene.open.has(i)) drawShape(pen, scene, i, view); // backdrops of open groups
  yield;
  yield* drawLines(pen, scene, edges, view, edges.length > PLAIN_FROM);
  for (const i of nodes) if (!scene.open.has(i)) (scene.h[i] * view.k < 4 && scene.w[i] * view.k < 8 && nodes.length > 800 ? small : large).push(i);
  yield* drawDots(pen, scene, small, view);
  for (const [n, i] of large.entries()) {
    drawShape(pen, scene, i, view);
    if (n % 50 === 49) yield;
  }
  const labels = yield* placeLabels(pen, scene, nodes, view, frame);
  for (const [n, label] of labels.entries()) {
    drawLabel(pen, label);
    if (n % 40 === 39) yield;
  }
  placed.labels = labels;
}

/** @param {Pen} pen @param {Scene} scene @param {Camera} cam @param {number} width @param {number} height @param {Near} near @param {number[]} chosen */
function drawNear(pen, scene, cam, width, height, near, chosen) { // what hangs together with something, on a veil over the rest
  const view = viewOf(cam, width, height), frame = [0, 0, width, height];
  pen.globalAlpha = 0.78;
  pen.fillStyle = paper();
  pen.fillRect(0, 0, width, height);
  pen.globalAlpha = 1;
  const edges = [...near.edges].filter((i) => scene.eon[i]), nodes = [...near.nodes].filter((i) => scene.on[i]);
  for (const i of nodes) if (scene.open.has(i)) drawShape(pen, scene, i, view);
  for (const _ of drawLines(pen, scene, edges, view, false));
  for (const i of nodes) if (!scene.open.has(i)) drawShape(pen, scene, i, view);
  for (const i of chosen) if (scene.on[i]) ring(pen, scene, i, view);
  const only = { ...scene, texts: [], ton: [], elabel: new Map([...scene.elabel].filter(([i]) => near.edges.has(i))) };
  const placing = placeLabels(pen, only, nodes, view, frame);
  let step = placing.next();
  while (!step.done) step = placing.next();
  for (const label of step.value) drawLabel(pen, label);
}

/** @param {Pen} pen @param {Scene} scene @param {number} i @param {View} view */
function ring(pen, scene, i, view) { // what is selected
  pen.strokeStyle = ink();
  pen.lineWidth = 2;
  pen.setLineDash([]);
  const rx = Math.max(5, (scene.w[i] * view.k) / 2 + 4), ry = Math.max(5, (scene.h[i] * view.k) / 2 + 4);
  outline(pen, ["interval", "bracket"].includes(scene.shape[i]) ? "box" : scene.shape[i], scene.x[i] * view.k + view.dx, scene.y[i] * view.k + view.dy, rx, ry);
  pen.stroke();
}
