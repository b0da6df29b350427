// The time slider: day by day, as `--as-of` does; what is known changes only on days of publication.
const DAY_MS = 86400000;
const dayNumber = (day) => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayText = (number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

function setUpDays(app) {
  const box = $("time"), slider = $("day");
  box.hidden = known.days.length === 0;
  if (box.hidden) return;
  const first = dayNumber(known.days[0]) - 1, last = dayNumber(known.days.at(-1));
  slider.max = String(last - first);
  app.dayAt = (value) => (Number(value) >= last - first ? null : dayText(first + Number(value)));
  app.valueAt = (day) => String(day === null ? last - first : Math.max(0, Math.min(last - first, dayNumber(day) - first)));
  slider.addEventListener("input", () => app.setDay(app.dayAt(slider.value)));
  const jump = (way) => {
    const now = filter.day ?? known.days.at(-1);
    const next = way > 0 ? known.days.find((day) => day > now) : known.days.findLast((day) => day < now);
    if (next) app.setDay(next === known.days.at(-1) ? null : next);
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

function showDay(app) {
  if (!known.days.length) return;
  const slider = $("day"), day = filter.day ?? known.days.at(-1);
  slider.value = app.valueAt(filter.day);
  const all = sceneClaims(app.scenes[app.number]), now = all.filter((claim) => claimKnown(claim)).length;
  const words = day < known.days[0] ? t("time.none") : t("time.of", { n: num(now), all: num(all.length) });
  slider.setAttribute("aria-valuetext", `${day}, ${words}`);
  $("day-text").replaceChildren(el("strong", {}, day), ` ${words}`);
}
