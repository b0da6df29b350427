// A drawing, unpacked from columns into arrays. Lengths are CSS pixels at zoom 1.
const ANCHORS = ["start", "center", "end"];
/** @type {number[]} */
const NONE = [];

/** @template K, V @param {Map<K, V[]>} groups @param {K} key @param {V} value */
function gather(groups, key, value) {
  const group = groups.get(key);
  if (group) group.push(value);
  else groups.set(key, [value]);
}

/** @param {Columns} raw @param {DayColumns[]} days @param {string[]} words */
function decodeScene(raw, days, words) {
  const { n, e, t: t_, r, forms = [] } = raw;
  /** @param {number[]} list */
  const tenth = (list) => Float32Array.from(list, (v) => v / 10);
  /** @param {number[]} list */
  const text = (list) => list.map((i) => words[i]);
  /** @param {Some[]} list */
  const some = (list) => list.map((c) => (typeof c === "number" ? [c] : c.length ? c : NONE));
  const fact = text(n.f), count = fact.length, edges = e.a.length;
  const sides = text(n.e), spoken = some(t_.c);
  /** @type {Scene} */
  const scene = {
    kind: raw.kind, title: raw.title, titles: raw.titles, caption: raw.caption, findings: raw.findings, asked: raw.asked, lang: raw.lang, narrow: raw.narrow, leftOut: raw.leftOut,
    box: raw.box.map((v) => v / 10), count, fact, id: text(n.id).map((id, i) => id || fact[i]), kindOf: text(n.k), shape: text(n.s),
    x: tenth(n.x), y: tenth(n.y), w: tenth(n.w), h: tenth(n.h), label: text(n.l), room: n.tw, style: text(n.st),
    left: sides.map((s) => s.split(" ")[0]), right: sides.map((s) => s.split(" ")[1]), claims: some(n.c), rank: n.r, shown: n.v,
    full: new Map(Object.entries(n.full).map(([i, said]) => [Number(i), words[said]])),
    members: new Map(Object.entries(n.m).map(([i, inside]) => [Number(i), inside])),
    ax: new Float32Array(count), ay: new Float32Array(count), anchor: new Uint8Array(count),
    edges, a: Int32Array.from(e.a), b: Int32Array.from(e.b), type: text(e.t), estyle: text(e.st),
    low: e.lo, high: e.hi, arrow: e.ar, derived: e.d, eclaims: some(e.c), unbounded: new Set(e.u),
    elabel: new Map(Object.entries(e.l).map(([i, [words_, x, y, room]]) => [Number(i), { words: words_, x: x / 10, y: y / 10, room }])),
    texts: t_.l.map((said, i) => ({
      x: t_.x[i] / 10, y: t_.y[i] / 10, words: words[said], room: t_.tw[i], anchor: ANCHORS[t_.a[i]], role: words[t_.r[i]], fact: words[t_.f[i]], claims: spoken[i],
    })),
    areas: (raw.g ?? []).map(([role, rings, claims]) => ({ role, rings: rings.map(cornersOf), claims: typeof claims === "number" ? [claims] : claims, on: true })),
    rules: r.r.map((role, i) => ({ x1: r.at[0][i] / 10, y1: r.at[1][i] / 10, x2: r.at[2][i] / 10, y2: r.at[3][i] / 10, role: words[role] })),
    first: new Int32Array(edges + 1), points: new Float32Array(e.p.length), ebox: new Float32Array(4 * edges),
    byRank: Int32Array.from(n.r.keys()), inside: new Map(), open: new Set(), built: { style: text(n.st), label: text(n.l) },
    on: new Uint8Array(count).fill(1), eon: new Uint8Array(edges).fill(1), ton: t_.l.map(() => true), days, words,
    forms: forms.map((_, i) => {
      /** @param {number} place @returns {Columns} */
      const form = (place) => (place ? patched(form(forms[place - 1].of), forms[place - 1]) : raw);
      /** @param {number} place @param {"lang" | "narrow"} key @returns {any} */
      const told = (place, key) => (place ? forms[place - 1][key] ?? told(forms[place - 1].of, key) : raw[key]);
      return { lang: told(i + 1, "lang"), narrow: told(i + 1, "narrow"), made: () => decodeScene({ ...form(i + 1), forms: [] }, days, words) };
    }),
  };
  for (let i = 0; i < count; i++) {
    scene.ax[i] = n.a[3 * i] / 10;
    scene.ay[i] = n.a[3 * i + 1] / 10;
    scene.anchor[i] = n.a[3 * i + 2];
  }
  decodePaths(scene, e.n, e.p);
  scene.byRank.sort((one, other) => scene.shown[other] - scene.shown[one] || scene.rank[other] - scene.rank[one] || one - other);
  for (const [cluster, inside] of scene.members) for (const member of inside) scene.inside.set(member, cluster);
  return scene;
}

/** @param {number[]} steps */
function cornersOf(steps) { // each corner but the first is told from the one before
  const flat = Float32Array.from(steps);
  for (let i = 2; i < flat.length; i++) flat[i] += flat[i - 2];
  return flat.map((v) => v / 10);
}

/** @param {Scene} scene @param {number[]} lengths @param {number[]} flat */
function decodePaths(scene, lengths, flat) { // points are told from the node where the line starts or ends
  let at = 0;
  for (let i = 0; i < scene.edges; i++) {
    scene.first[i] = at;
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (let j = 0; j < lengths[i]; j++, at += 2) {
      const near = j * 2 < lengths[i] ? scene.a[i] : scene.b[i];
      const x = scene.points[at] = scene.x[near] + flat[at] / 10;
      const y = scene.points[at + 1] = scene.y[near] + flat[at + 1] / 10;
      left = Math.min(left, x); right = Math.max(right, x); top = Math.min(top, y); bottom = Math.max(bottom, y);
    }
    const half = scene.high[i] / 2 + 2;
    scene.ebox.set([left - half, top - half, right + half, bottom + half], 4 * i);
  }
  scene.first[scene.edges] = at;
}

/** @param {Scene} scene */
function edgesAt(scene) { // edges of each node, made when first asked for
  if (!scene.near) {
    scene.near = Array.from({ length: scene.count }, () => []);
    for (let i = 0; i < scene.edges; i++) {
      scene.near[scene.a[i]].push(i);
      if (scene.a[i] !== scene.b[i]) scene.near[scene.b[i]].push(i);
    }
  }
  return scene.near;
}

/** @param {Scene} scene */
function edgeKeys(scene) { // a name for each line that stays the same when the page is built again
  if (!scene.keys) {
    /** @type {Map<string, number>} */
    const seen = new Map();
    scene.keys = Array.from({ length: scene.edges }, (_, i) => {
      const key = `${scene.id[scene.a[i]]}>${scene.type[i]}>${scene.id[scene.b[i]]}`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return times > 1 ? `${key}>${times}` : key;
    });
  }
  return scene.keys;
}

/** @param {any} base @param {any} change @returns {any} */
function patched(base, change) { // see kg.picture.out.page.patch
  if (!change || typeof change !== "object" || Array.isArray(change)) return change;
  const made = Array.isArray(base) ? [...base] : { ...base };
  for (const [key, part] of Object.entries(change)) {
    if (part === null) delete made[key];
    else made[key] = patched(made[key], part);
  }
  return made;
}

/** @param {DayColumns[]} days @param {number} at @returns {Columns} */
function columnsOn(days, at) { // each day but the first is told as what is different from the one before
  const entry = days[at];
  return entry[3] ??= at ? patched(columnsOn(days, at - 1), entry[1]) : /** @type {Columns} */ (entry[1]);
}

/** @param {Scene} base @param {string | null} day */
function sceneOn(base, day) { // the drawing as known on a day, where the page has it; else the whole one, of which the filter hides a part
  const at = day === null ? -1 : base.days.findLastIndex(([from]) => from <= day), entry = base.days[at];
  if (!entry) return withAllNear(inForm(base));
  entry[2] ??= decodeScene(columnsOn(base.days, at), base.days, base.words);
  return withAllNear(inForm(entry[2]));
}

let phone = false; // whether the room for the picture is that of a phone

/** @param {Scene} scene @returns {Scene} */
function inForm(scene) { // in the language that is on and for the room there is, as far as the page has it
  /** @param {{ lang: string, narrow: number }} one */
  const fit = (one) => 2 * Number(one.lang === LANGUAGES[language]) + Number(Boolean(one.narrow) === phone);
  const best = scene.forms.reduce((/** @type {Form | null} */ found, one) => (fit(one) > fit(found ?? scene) ? one : found), null);
  return best ? best.scene ??= best.made() : scene;
}
