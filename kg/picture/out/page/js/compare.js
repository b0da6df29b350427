// Two days beside each other: the picture as known on an earlier one, and what changed from then on.
/** @type {Layers | null} */
let then = null; // what paints the earlier day

/** @param {string | null} day */
const dayOr = (day) => day ?? known.days[known.days.length - 1];

function earlierDays() { // the days of publication before the one that is shown, and the day before them all
  const [first] = known.days;
  return [dayText(dayNumber(first) - 1), ...known.days.filter((day) => day < dayOr(filter.day))];
}

/** @template T @param {() => T} what @returns {T} */
function backThen(what) { // as it was on the earlier day
  const now = filter.day;
  filter.day = filter.vs;
  try { return what(); } finally { filter.day = now; }
}

/** @param {App} app @returns {Scene} */
function sceneThen(app) { // a drawing of its own, so that each day hides what it did not know
  const own = sceneOn(app.scenes[app.number], filter.vs), { style, label } = own.built;
  const scene = { ...own, ...own.plain, on: own.on.slice(), eon: own.eon.slice(), ton: [...own.ton], areas: own.areas.map((area) => ({ ...area })), style: [...style], label: [...label] };
  scene.open = new Set([...app.scene.open].map((i) => scene.id.indexOf(app.scene.id[i])).filter((i) => i >= 0));
  backThen(() => applyFilter(scene));
  return scene;
}

function showComparing() { // the switch and the choice of the earlier day
  const on = filter.vs !== null, select = $("vs");
  $("compare").setAttribute("aria-pressed", String(on));
  $("with").hidden = !on;
  if (!on) return;
  const days = earlierDays();
  if (!days.includes(filter.vs ?? "")) filter.vs = days.findLast((day) => day <= (filter.vs ?? "")) ?? days[days.length - 1];
  select.replaceChildren(...days.map((day, i) => plainText(el("option", { value: day }), i ? spanWords(day) : t("compare.nothing", { day: spanWords(known.days[0]) }))));
  select.value = filter.vs ?? "";
}

/** @param {App} app */
function showThen(app) { // the second picture, or none
  const on = filter.vs !== null && facts.ready && known.days.length > 0;
  for (const [id, day] of /** @type {const} */ ([["on-then", filter.vs], ["on-now", filter.day]])) {
    $(id).hidden = !on;
    if (on) $(id).textContent = id === "on-then" && dayOr(day) < known.days[0] ? t("time.none") : `${t("time")} ${spanWords(dayOr(day))}`;
  }
  $("then").hidden = !on;
  $("view").classList.toggle("two", on);
  if (!on) { then = null; return; }
  const scene = sceneThen(app), box = $("then-canvas"), fresh = !then;
  then ??= new Layers($("then-still"), $("then-live"), scene);
  if (fresh) then.onexact = () => { if (then) markChanged(then, app); };
  if (box.clientWidth && (fresh || box.clientWidth !== then.width || box.clientHeight !== then.height)) then.size(box.clientWidth, box.clientHeight);
  then.show(scene, { ...app.layers.cam });
}

/** @param {App} app */
function follow(app) { // where the one picture goes, the other goes too
  if (then && !sameView(then.cam, app.layers.cam)) then.move({ ...app.layers.cam });
}

/** @param {Layers} layers @param {App} app */
function markChanged(layers, app) { // around what the other day does not show, or shows in another way
  if (!then || filter.vs === null) return;
  const pen = layers.livePen;
  if (layers === then) pen.clearRect(0, 0, layers.live.width, layers.live.height);
  pen.setTransform(layers.ratio, 0, 0, layers.ratio, 0, 0);
  frameChanged(pen, layers.scene, layers === then ? app.scene : then.scene, layers.cam, layers.width, layers.height);
  pen.setTransform(1, 0, 0, 1, 0, 0);
}

/** @param {Pen} pen @param {Scene} mine @param {Scene} other @param {Camera} cam @param {number} width @param {number} height */
function frameChanged(pen, mine, other, cam, width, height) {
  const view = viewOf(cam, width, height);
  pen.strokeStyle = ink();
  pen.lineWidth = 2;
  pen.setLineDash([2, 3]);
  const place = mine === other || mine.id === other.id ? null : new Map(other.id.map((id, i) => [id, i]));
  for (const i of seenNodes(mine, view, [0, 0, width, height])) {
    const twins = !place ? [i] : mine.fact[i] ? nodesOf(other, mine.fact[i]) : [place.get(mine.id[i]) ?? -1];
    if (twins.some((one) => other.on[one] && other.style[one] === mine.style[i])) continue;
    pen.beginPath();
    pen.roundRect(mine.x[i] * view.k + view.dx - (mine.w[i] * view.k) / 2 - 5, mine.y[i] * view.k + view.dy - (mine.h[i] * view.k) / 2 - 5, mine.w[i] * view.k + 10, mine.h[i] * view.k + 10, 6);
    pen.stroke();
  }
  pen.setLineDash([]);
}

/** @param {App} app @returns {[Scene, string][]} */
function picturesOf(app) { // what is on the screen, each picture with its day where there are two
  if (!then) return [[app.scene, ""]];
  return [[then.scene, $("on-then").textContent], [app.scene, $("on-now").textContent]];
}

/** @param {App} app @returns {Child[]} */
function changedCard(app) { // what changed between the two days, as far as the picture is about it
  const from = filter.vs, to = filter.day, claims = [...new Set([...sceneClaims(app.scenes[app.number]), ...sceneClaims(app.scene)])].filter((claim) => claimOn(claim));
  const fresh = claims.filter((claim) => claimKnown(claim, to) && !claimKnown(claim, from));
  /** @param {number} claim */
  const against = (claim) => ["against", "doubt"].includes(sideOf(stanceOf(claim)));
  const things = [...new Set([...app.scene.fact.flatMap((id) => facts.number.get(id) ?? []), ...claims.flatMap((claim) => ends(claim, "ABOUT"))])].filter((fact) => !isClaim(fact));
  /** @param {Marks} marks */
  const roots = ({ min, max }) => (min === undefined || max === undefined ? "" : min === max ? plural("n.roots", min) : t("roots", { min, max }));
  const moved = things.flatMap((fact) => {
    const before = marksOf(facts.ids[fact], from), now = marksOf(facts.ids[fact], to), status = before.status !== now.status && now.status;
    const counts = (before.min !== now.min || before.max !== now.max) && now.min !== undefined;
    if (!status && !counts) return [];
    const arrow = (/** @type {string} */ was, /** @type {string} */ is) => (was ? `${was} → ${is}` : is);
    return [el("li", {}, factLink(fact), status ? el("span", { class: "soft" }, arrow(before.status ? t(`status.${before.status}`) : "", t(`status.${status}`))) : null, counts ? el("span", { class: "soft" }, arrow(roots(before), roots(now))) : null)];
  });
  const lists = [
    ...claimGroup(t("changed.against"), fresh.filter(against), Infinity, "h2"),
    ...claimGroup(t("changed.back"), claims.filter((claim) => isBack(claim, to) && !isBack(claim, from)), Infinity, "h2"),
    ...(moved.length ? [el("h2", { class: "group" }, joined([t("changed.status"), ` (${num(moved.length)})`], "")), el("ul", { class: "most" }, ...moved)] : []),
    ...claimGroup(t("changed.claims"), fresh.filter((claim) => !against(claim)), Infinity, "h2"),
  ];
  const span = { first: dayOr(from) < known.days[0] ? t("changed.start") : spanWords(dayOr(from)), last: spanWords(dayOr(to)) };
  return [el("p", { class: "hint" }, t(lists.length ? "changed" : "changed.none", span)), ...lists];
}

/** @param {App} app */
function setUpComparing(app) {
  /** @param {string | null} day */
  const change = (day) => { filter.vs = day; app.filtered(); };
  $("compare").addEventListener("click", () => change(filter.vs === null ? earlierDays().at(-1) ?? null : null));
  $("vs").addEventListener("change", () => change($("vs").value));
  setUpStage(app, $("then-canvas"), () => then ?? app.layers);
  new ResizeObserver(() => { if (then && $("then-canvas").clientWidth !== then.width) showThen(app); }).observe($("then-canvas"));
}
