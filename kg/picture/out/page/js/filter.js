// What legend and day hide. A claim is hidden by its stance, topic, documents, their language, the status of what it
// is about, or because nothing had printed it by the day; a shape or line goes when all the claims behind it are hidden.
const FACETS = ["kind", "stance", "link", "status", "topic", "document", "language"];
const filter = { day: null, off: new Map(FACETS.map((facet) => [facet, new Set()])) };
const isOff = (facet, key) => filter.off.get(facet).has(key);
const filtering = () => filter.day !== null || FACETS.some((facet) => filter.off.get(facet).size);

function visibleDocuments(claim, day = filter.day) {
  return citations(claim).map((edge) => edge.other).filter((d) => (day === null || publishedOn(d) <= day)
    && !isOff("document", facts.ids[d]) && !isOff("language", String(facts.props[d].language ?? "")));
}

function claimKnown(claim, day = filter.day) { // printed by that day
  if (day === null) return true;
  const printed = citations(claim);
  return !printed.length || printed.some((edge) => publishedOn(edge.other) <= day);
}

function statusOf(claim) {
  const [about] = ends(claim, "ABOUT");
  return about === undefined ? "" : marksOf(facts.ids[about], filter.day).status ?? "";
}

function claimOn(claim) {
  if (!facts.ready || !isClaim(claim)) return true;
  if (isOff("stance", String(facts.props[claim].stance ?? ""))) return false;
  if (ends(claim, "ON_TOPIC").some((topic) => isOff("topic", facts.ids[topic]))) return false;
  if (filter.off.get("status").size && isOff("status", statusOf(claim))) return false;
  return !citations(claim).length || visibleDocuments(claim).length > 0;
}

function applyFilter(scene) { // sets scene.on, scene.eon and scene.ton
  const mask = new Map();
  const on = (claim) => mask.get(claim) ?? (mask.set(claim, claimOn(claim)), mask.get(claim));
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
  fold_(scene);
  restyle(scene);
}

function restyle(scene) { // outlines that tell a status tell that of the day
  const { style, label } = scene.built;
  for (let i = 0; i < scene.count; i++) {
    if (scene.kindOf[i] === "Claim") continue;
    const now = filter.day === null ? "" : marksOf(scene.fact[i], filter.day).status ?? "";
    const told = statuses.has(style[i]);
    scene.style[i] = now && told ? now : style[i];
    scene.label[i] = now && told && now !== style[i] ? label[i].replace(new RegExp(`\\b${style[i]}\\b`), now) : label[i];
  }
}

function nodeOn(scene, i, on) {
  if (isOff("kind", scene.kindOf[i])) return false;
  const fact = facts.number.get(scene.fact[i]);
  if (fact === undefined) return !isOff("stance", scene.style[i]);
  if (isClaim(fact) && !on(fact)) return false;
  if (scene.kindOf[i] === "Document") {
    const published = publishedOn(fact);
    return !isOff("document", scene.fact[i]) && !isOff("language", String(facts.props[fact].language ?? "")) && (filter.day === null || !published || published <= filter.day);
  }
  return !filter.off.get("status").size || !isOff("status", marksOf(scene.fact[i], filter.day).status ?? "");
}

function dropLonely(scene) { // a shape whose every line went stays only if claims of its own keep it
  const met = new Uint8Array(scene.count), open = new Uint8Array(scene.count);
  for (let i = 0; i < scene.edges; i++) {
    met[scene.a[i]] = met[scene.b[i]] = 1;
    if (scene.eon[i]) open[scene.a[i]] = open[scene.b[i]] = 1;
  }
  for (let i = 0; i < scene.count; i++) if (met[i] && !open[i] && !scene.claims[i].length && !isClaimNode(scene, i)) scene.on[i] = 0;
}

const isClaimNode = (scene, i) => scene.kindOf[i] === "Claim";

function fold_(scene) { // closed groups show themselves, open ones their members
  for (const [cluster, inside] of scene.members) {
    const open = scene.open.has(cluster);
    if (scene.on[cluster] && !inside.some((i) => scene.on[i])) scene.on[cluster] = 0;
    if (!open) for (const i of inside) scene.on[i] = 0;
    for (const i of edgesAt(scene)[cluster]) if (open) scene.eon[i] = 0;
  }
  if (scene.members.size) for (let i = 0; i < scene.edges; i++) if (!scene.on[scene.a[i]] || !scene.on[scene.b[i]]) scene.eon[i] = 0;
}
