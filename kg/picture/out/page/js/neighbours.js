// What the page knows beside a shape and the picture does not show: the reader lays it around that shape, and nothing else moves.
/** @type {{ near: string[], lines: Set<string> }} */
const unfolded = { near: [], lines: new Set() }; // shapes whose neighbours are shown; bundles that are drawn line by line
const MOST_NEAR = 40;

/** @param {Scene} scene @param {number} fact @returns {Link[]} */
function unseen(scene, fact) { // edges to what the drawing lacks, one for each neighbour
  if (!["network", "chain"].includes(scene.kind) || scene.narrow) return []; // elsewhere a place means something
  const met = new Set([facts.ids[fact]]), told = new Set([...scene.claims, ...scene.eclaims].flat());
  return [...outOf[fact].map((edge) => ({ ...edge, out: true })), ...into[fact]].filter(({ other }) => {
    const id = facts.ids[other], fresh = !met.has(id) && !nodesOf(scene, id).length && !told.has(other);
    met.add(id);
    return fresh;
  });
}

/** @param {Scene} scene @param {number} i @param {number} n @param {Point} size @returns {Point[]} */
function places(scene, i, n, [w, h]) { // free places around a shape, nearest first
  const found = [], room = new Room();
  for (let j = 0; j < scene.count; j++) if (!scene.inside.has(j)) room.take([scene.x[j] - scene.w[j] / 2 - 6, scene.y[j] - scene.h[j] / 2 - 6, scene.x[j] + scene.w[j] / 2 + 6, scene.y[j] + scene.h[j] / 2 + 6]);
  for (let far = Math.max(scene.w[i], scene.h[i]) / 2 + 50; found.length < n; far += 24) {
    const steps = Math.floor(far / 8);
    for (let step = 0; step < steps && found.length < n; step++) {
      const turn = (step / steps) * 2 * Math.PI, x = scene.x[i] + Math.cos(turn) * far * 1.4, y = scene.y[i] + Math.sin(turn) * far;
      const box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
      if (!room.free(box)) continue;
      room.take(box);
      found.push(/** @type {Point} */ ([x, y]));
    }
  }
  return found;
}

/** @param {string} words */
function inLines(words) { // up to three lines of a label
  const lines = linesOf(penOf(document.createElement("canvas")), words, LOOKS.font, 120, 9);
  return [...lines.slice(0, 3).map((line, n) => (n === 2 && lines.length > 3 ? `${line.slice(0, 17)}…` : line))].join("\n");
}

/** @param {Scene} scene @param {string} id @returns {Scene} */
function withNear(scene, id) { // the same drawing, with what is known beside one of its shapes
  const fact = facts.number.get(id), [i] = nodesOf(scene, id);
  if (fact === undefined || i === undefined) return scene;
  const edges = unseen(scene, fact).slice(0, MOST_NEAR), n = edges.length, spots = places(scene, i, n, [130, 66]);
  if (!n) return scene;
  /** @param {(fact: number) => string} of */
  const each = (of) => edges.map((edge) => of(edge.other));
  /** @template {Float32Array | Int32Array | Uint8Array} A @param {A} list @param {number[]} more @returns {A} */
  const longer = (list, more) => {
    const made = /** @type {A} */ (new /** @type {any} */ (list.constructor)(list.length + more.length));
    made.set(list);
    made.set(more, list.length);
    return made;
  };
  const labels = each((one) => inLines(nameOf(one))), shapes = each((one) => kindLook(facts.kinds[one]).shape), holds = shapes.map((shape) => shape === "box" || shape === "cluster");
  const claims = edges.map(({ other }) => (isClaim(other) ? [other] : NONE)), high = labels.map((label, j) => (holds[j] ? 16 * label.split("\n").length + 12 : 16));
  const paths = edges.map(({ out }, j) => { // from the border of the one to the border of the other
    const [x, y] = spots[j], w = holds[j] ? 130 : 16, h = high[j];
    const one = border(scene.x[i], scene.y[i], scene.w[i], scene.h[i], x, y), other = border(x, y, w, h, scene.x[i], scene.y[i]);
    return out ? [...one, ...other] : [...other, ...one];
  });
  const styles = edges.map(({ other, type }) => (isClaim(other) ? stanceOf(other) : type));
  /** @param {number} j */
  const ends_ = (j) => (edges[j].out ? [i, scene.count + j] : [scene.count + j, i]);
  const fill = (/** @type {number} */ value) => edges.map(() => value), box = [...scene.box];
  for (const [x, y] of spots) box.splice(0, 4, Math.min(box[0], x - 75), Math.min(box[1], y - 40), Math.max(box[2], x + 75), Math.max(box[3], y + 40));
  const plain = scene.plain ?? scene;
  const first = longer(plain.first, paths.map((_, j) => plain.points.length + 4 * (j + 1)));
  return {
    ...scene, box, count: scene.count + n, added: new Set([...scene.added ?? [], ...edges.map((_, j) => scene.count + j)]),
    fact: [...scene.fact, ...each((one) => facts.ids[one])], id: [...scene.id, ...each((one) => facts.ids[one])], kindOf: [...scene.kindOf, ...each((one) => facts.kinds[one])], shape: [...scene.shape, ...shapes],
    x: longer(scene.x, spots.map(([x]) => x)), y: longer(scene.y, spots.map(([, y]) => y)), w: longer(scene.w, holds.map((box_) => (box_ ? 130 : 16))), h: longer(scene.h, high),
    label: [...scene.built.label, ...labels], room: [...scene.room, ...fill(0)], style: [...scene.built.style, ...each((one) => (isClaim(one) ? stanceOf(one) : ""))],
    built: { label: [...scene.built.label, ...labels], style: [...scene.built.style, ...each((one) => (isClaim(one) ? stanceOf(one) : ""))] },
    left: [...scene.left, ...labels.map(() => "none")], right: [...scene.right, ...labels.map(() => "none")], claims: [...scene.claims, ...claims], rank: [...scene.rank, ...fill(0)], shown: [...scene.shown, ...fill(1)],
    ax: longer(scene.ax, fill(0)), ay: longer(scene.ay, labels.map((label, j) => (holds[j] ? -8 * (label.split("\n").length - 1) : 18))), anchor: longer(scene.anchor, fill(1)),
    edges: scene.edges + n, a: longer(scene.a, edges.map((_, j) => ends_(j)[0])), b: longer(scene.b, edges.map((_, j) => ends_(j)[1])), type: [...scene.type, ...edges.map(({ type }) => type)], estyle: [...scene.estyle, ...styles],
    low: [...scene.low, ...fill(1.6)], high: [...scene.high, ...fill(1.6)], arrow: [...plain.arrow, ...fill(1)], derived: [...scene.derived, ...fill(0)], eclaims: [...scene.eclaims, ...claims],
    points: longer(plain.points, paths.flat()), first, ebox: longer(plain.ebox, paths.flatMap(([x1, y1, x2, y2]) => [Math.min(x1, x2) - 3, Math.min(y1, y2) - 3, Math.max(x1, x2) + 3, Math.max(y1, y2) + 3])),
    byRank: longer(scene.byRank, edges.map((_, j) => scene.count + j)), on: longer(scene.on, fill(1)), eon: longer(scene.eon, fill(1)), plain: undefined, near: undefined, keys: undefined, byFact: undefined, bundles: undefined,
  };
}

/** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} toX @param {number} toY @returns {Point} */
function border(x, y, w, h, toX, toY) { // where a line from the middle of a shape leaves it
  const dx = toX - x, dy = toY - y, t_ = Math.min(Math.abs(dx) > 0.01 ? w / 2 / Math.abs(dx) : Infinity, Math.abs(dy) > 0.01 ? h / 2 / Math.abs(dy) : Infinity, 0.5);
  return [x + dx * t_, y + dy * t_];
}

/** @param {Scene} scene */
function withAllNear(scene) { // what the reader unfolded, one after the other, made once
  if (!facts.ready || !unfolded.near.length) return scene;
  const key = [language, ...unfolded.near].join("\n");
  if (scene.grown?.[0] !== key) scene.grown = [key, unfolded.near.reduce(withNear, scene)];
  return scene.grown[1];
}

/** @param {App} app @param {number | undefined} fact @returns {Child[]} */
function moreOf(app, fact) { // what a reader can unfold at a shape
  if (fact === undefined) return [];
  const id = facts.ids[fact], [i] = nodesOf(app.scene, id);
  if (i === undefined) return [];
  const hidden = unseen(app.scene, fact).length, lines = bundlesAt(app.scene, i), n = lines.reduce((sum, one) => sum + one.edges.length, 0);
  const split = [...unfolded.lines].filter((key) => key.startsWith(`${app.scene.id[i]}>`));
  const change = (/** @type {() => void} */ what) => () => { what(); app.filtered(); };
  return [
    hidden ? button(t("near.show", { n: num(Math.min(hidden, MOST_NEAR)) }), change(() => unfolded.near.push(id)), { class: "more" }) : null,
    n ? button(t("bundle.unfold", { n: num(n) }), change(() => lines.forEach(({ key }) => unfolded.lines.add(key))), { class: "more" }) : null,
    split.length ? button(t("bundle.fold"), change(() => split.forEach((key) => unfolded.lines.delete(key))), { class: "more" }) : null,
  ];
}

/** @param {Scene} scene */
function captionOf(scene) { // with what the reader did, and what is drawn as one
  const more = [scene.added?.size ? t("near.added", { n: num(scene.added.size) }) : "", scene.bundles?.length ? t("bundle.says", { lines: num(scene.bundles.reduce((sum, one) => sum + one.edges.length, 0)), n: num(scene.bundles.length) }) : ""];
  return [scene.caption, ...more].filter(Boolean).join(" ");
}
