// The time slider: it goes from day of publication to day of publication, for only then what is known changes.
const DAY_MS = 86400000;
/** @param {string} day */
const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** @param {number} number */
const dayText = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** @param {string | null} day */
function valueAt(day) { // the place of a day on the slider; a day between two publications stands at the earlier one
  return Math.max(0, day === null ? known.days.length - 1 : known.days.findLastIndex((one) => one <= day));
}

/** @param {App} app */
function setUpDays(app) {
  const box = $("time"), slider = $("day"), last = known.days.length - 1;
  box.hidden ||= last < 0; // the page hides it where only the last day is told
  if (box.hidden) return;
  slider.max = String(last);
  slider.addEventListener("input", () => app.setDay(known.days[Number(slider.value)]));
  oneStep(slider);
  /** @param {number} way */
  const jump = (way) => {
    const now = filter.day ?? known.days[last];
    const next = way > 0 ? known.days.find((day) => day > now) : known.days.findLast((day) => day < now);
    if (next) app.setDay(next);
  };
  $("day-before").addEventListener("click", () => jump(-1));
  $("day-after").addEventListener("click", () => jump(1));
  const track = el("span", { class: "track" });
  slider.before(track);
  track.append(slider, el("span", { class: "ticks", "aria-hidden": "true" }));
  new ResizeObserver(() => nameDays()).observe(track);
}

function nameDays() { // a mark for each day, with its name where there is room for it
  const ticks = document.querySelector(".ticks"), last = known.days.length - 1;
  if (!ticks) return;
  const width = ticks.clientWidth, pen = penOf(document.createElement("canvas"));
  /** @param {number} i */
  const at = (i) => (last ? (i / last) * width : width / 2);
  /** @type {[number, number][]} */
  const taken = [];
  const named = new Set([last, 0, ...known.days.keys()].filter((i) => { // the last and the first before those between
    const half = textWidth(pen, spanWords(known.days[i]), 11) / 2 + 4, middle = Math.min(width + 8 - half, Math.max(half - 8, at(i)));
    if (taken.some(([from, to]) => middle - half < to && from < middle + half)) return false;
    taken.push([middle - half, middle + half]);
    return true;
  }));
  ticks.replaceChildren(...known.days.map((day, i) => {
    const one = el("span", { class: i === 0 && last ? "first" : i === last && last ? "last" : "" }, named.has(i) ? spanWords(day) : null);
    one.style.left = `${at(i)}px`;
    return one;
  }));
}

/** @param {App} app */
function showDay(app) {
  if (!known.days.length) return;
  const slider = $("day"), day = filter.day ?? known.days[known.days.length - 1];
  slider.value = String(valueAt(filter.day));
  nameDays();
  const all = sceneClaims(app.scenes[app.number]), now = all.filter((claim) => claimKnown(claim)).length;
  const words = day < known.days[0] ? t("time.none") : t("time.of", { n: num(now), claims: plural("n.claims", all.length) });
  slider.setAttribute("aria-valuetext", `${spanWords(day)}, ${words}`);
  $("day-text").replaceChildren(el("strong", {}, spanWords(day)), ` ${words}`);
  showComparing();
}
