// What legend and day hide. A claim is hidden by its stance, topic, documents, their language, the status of what it
// is about, or because nothing had printed it by the day; a shape or line goes when all the claims behind it are hidden.
const FACETS = ["kind", "stance", "link", "status", "topic", "document", "language"];
/** @type {{ day: string | null; vs: string | null; off: Map<string, Set<string>> }} */
const filter = { day: null, vs: null, off: new Map(FACETS.map((facet) => [facet, new Set()])) };
/** @param {string} facet @returns {Set<string>} */
const offOf = (facet) => filter.off.get(facet) ?? new Set();
/** @param {string} facet @param {string} key */
const isOff = (facet, key) => offOf(facet).has(key);
const filtering = () => filter.day !== null || FACETS.some((facet) => offOf(facet).size);

/** @param {number} claim */
function visibleDocuments(claim, day = filter.day) {
  return citations(claim).map((edge) => edge.other).filter((d) => (day === null || publishedOn(d) <= day)
    && !isOff("document", facts.ids[d]) && !isOff("language", String(facts.props[d].language ?? "")));
}

/** @param {number} claim */
function claimKnown(claim, day = filter.day) { // printed by that day
  if (day === null) return true;
  const printed = citations(claim);
  return !printed.length || printed.some((edge) => publishedOn(edge.other) <= day);
}

/** @param {number} claim */
function statusOf(claim) {
  const [about] = ends(claim, "ABOUT");
  return about === undefined ? "" : marksOf(facts.ids[about], filter.day).status ?? "";
}

/** @param {number} claim */
function claimOn(claim) {
  if (!facts.ready || !isClaim(claim)) return true;
  if (isOff("stance", String(facts.props[claim].stance ?? ""))) return false;
  if (ends(claim, "ON_TOPIC").some((topic) => isOff("topic", facts.ids[topic]))) return false;
  if (offOf("status").size && isOff("status", statusOf(claim))) return false;
  return !citations(claim).length || visibleDocuments(claim).length > 0;
}

/** @param {Scene} scene */
function applyFilter(scene) { // sets scene.on, scene.eon, scene.ton and what areas are on
  /** @type {Map<number, boolean>} */
  const mask = new Map();
  /** @param {number} claim */
  const on = (claim) => {
    const shown = mask.get(claim) ?? claimOn(claim);
    mask.set(claim, shown);
    return shown;
  };
  /** @param {number[]} claims */
  const alive = (claims) => !claims.length || claims.some(on);
  const some = filtering();
  for (let i = 0; i < scene.count; i++) scene.on[i] = !some || (alive(scene.claims[i]) && nodeOn(scene, i, on)) ? 1 : 0;
  for (let i = 0; i < scene.edges; i++) {
    const key = scene.estyle[i];
    const ok = scene.on[scene.a[i]] && scene.on[scene.b[i]] && !isOff("link", key) && !isOff("stance", key) && alive(scene.eclaims[i]);
    scene.eon[i] = ok ? 1 : 0;
  }
  if (some) dropLonely(scene);
  scene.texts.forEach((text, i) => { scene.ton[i] = !some || alive(text.claims); });
  for (const area of scene.areas) area.on = !some || alive(area.claims);
  fold_(scene);
  restyle(scene);
  bundle(scene);
}

/** @param {Scene} scene */
function restyle(scene) { // outlines that tell a status tell that of the day
  const { style, label } = scene.built;
  for (let i = 0; i < scene.count; i++) {
    if (scene.kindOf[i] === "Claim") { styleClaim(scene, i); continue; }
    const now = filter.day === null ? "" : marksOf(scene.fact[i], filter.day).status ?? "";
    const told = statuses.has(style[i]);
    scene.style[i] = now && told ? now : style[i];
    scene.label[i] = now && told && now !== style[i] ? label[i].replace(wordIn(`status.${style[i]}`, scene.lang), wordIn(`status.${now}`, scene.lang)) : label[i];
  }
}

/** @param {Scene} scene @param {number} i */
function styleClaim(scene, i) { // what was taken back by the day looks so, and before as it was said
  const fact = facts.number.get(scene.fact[i]), own = scene.built.style[i];
  if (fact !== undefined) scene.style[i] = isBack(fact) ? "taken-back" : own === "taken-back" ? stanceOf(fact) : own;
}

/** @param {Scene} scene @param {number} i @param {(claim: number) => boolean} on */
function nodeOn(scene, i, on) {
  if (isOff("kind", scene.kindOf[i])) return false;
  const fact = facts.number.get(scene.fact[i]);
  if (fact === undefined) return !isOff("stance", scene.style[i]);
  if (isClaim(fact) && !on(fact)) return false;
  if (scene.kindOf[i] === "Document") {
    const published = publishedOn(fact);
    return !isOff("document", scene.fact[i]) && !isOff("language", String(facts.props[fact].language ?? "")) && (filter.day === null || !published || published <= filter.day);
  }
  return !offOf("status").size || !isOff("status", marksOf(scene.fact[i], filter.day).status ?? "");
}

/** @param {Scene} scene */
function dropLonely(scene) { // a shape whose every line went stays only if claims of its own keep it
  const met = new Uint8Array(scene.count), open = new Uint8Array(scene.count);
  for (let i = 0; i < scene.edges; i++) {
    met[scene.a[i]] = met[scene.b[i]] = 1;
    if (scene.eon[i]) open[scene.a[i]] = open[scene.b[i]] = 1;
  }
  for (let i = 0; i < scene.count; i++) if (met[i] && !open[i] && !scene.claims[i].length && !isClaimNode(scene, i)) scene.on[i] = 0;
}

/** @param {Scene} scene @param {number} i */
const isClaimNode = (scene, i) => scene.kindOf[i] === "Claim";

/** @param {Scene} scene */
function fold_(scene) { // closed groups show themselves, open ones their members
  for (const [cluster, inside] of scene.members) {
    const open = scene.open.has(cluster);
    if (scene.on[cluster] && !inside.some((i) => scene.on[i])) scene.on[cluster] = 0;
    if (!open) for (const i of inside) scene.on[i] = 0;
    for (const i of edgesAt(scene)[cluster]) if (open) scene.eon[i] = 0;
  }
  if (scene.members.size) for (let i = 0; i < scene.edges; i++) if (!scene.on[scene.a[i]] || !scene.on[scene.b[i]]) scene.eon[i] = 0;
}
