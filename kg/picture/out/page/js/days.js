// The time slider: day by day, as `--as-of` does; what is known changes only on days of publication.
const DAY_MS = 86400000;
/** @param {string} day */
const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
/** @param {number} number */
const dayText = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

function daySpan() { // from the day before the first publication to the last one
  return { first: dayNumber(known.days[0]) - 1, last: dayNumber(known.days[known.days.length - 1]) };
}

/** @param {string} value */
function dayAt(value) { // the day at a place of the slider; null at its end: all that is known
  const { first, last } = daySpan();
  return Number(value) >= last - first ? null : dayText(first + Number(value));
}

/** @param {string | null} day */
function valueAt(day) { // the place of a day on the slider
  const { first, last } = daySpan();
  return String(day === null ? last - first : Math.max(0, Math.min(last - first, dayNumber(day) - first)));
}

/** @param {App} app */
function setUpDays(app) {
  const box = $("time"), slider = $("day");
  box.hidden ||= known.days.length === 0; // the page hides it where only the last day is told
  if (box.hidden) return;
  const { first, last } = daySpan();
  slider.max = String(last - first);
  slider.addEventListener("input", () => app.setDay(dayAt(slider.value)));
  /** @param {number} way */
  const jump = (way) => {
    const end = known.days[known.days.length - 1], now = filter.day ?? end;
    const next = way > 0 ? known.days.find((day) => day > now) : known.days.findLast((day) => day < now);
    if (next) app.setDay(next === end ? null : next);
    else if (way < 0) app.setDay(dayText(first));
  };
  $("day-before").addEventListener("click", () => jump(-1));
  $("day-after").addEventListener("click", () => jump(1));
  const ticks = svg("svg", { class: "ticks", "aria-hidden": "true", viewBox: `0 0 ${last - first} 1`, preserveAspectRatio: "none" });
  for (const day of known.days) ticks.append(svg("line", { x1: dayNumber(day) - first, x2: dayNumber(day) - first, y1: 0, y2: 1 }));
  if (!box.querySelector(".track")) {
    const track = el("span", { class: "track" });
    slider.before(track);
    track.append(slider, ticks);
  }
}

/** @param {App} app */
function showDay(app) {
  if (!known.days.length) return;
  const slider = $("day"), day = filter.day ?? known.days[known.days.length - 1];
  slider.value = valueAt(filter.day);
  const all = sceneClaims(app.scenes[app.number]), now = all.filter((claim) => claimKnown(claim)).length;
  const words = day < known.days[0] ? t("time.none") : t("time.of", { n: num(now), claims: plural("n.claims", all.length) });
  slider.setAttribute("aria-valuetext", `${spanWords(day)}, ${words}`);
  $("day-text").replaceChildren(el("strong", {}, spanWords(day)), ` ${words}`);
}
