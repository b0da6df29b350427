// The state in the address: a link restores what is seen. Nothing of it is sent; the part after # stays in the browser.
let writing = 0;

/** @param {App} app */
function stateNow(app) {
  const state = new URLSearchParams();
  /** @param {string} key @param {string | null} value */
  const put = (key, value) => { if (value !== "" && value !== null && value !== undefined) state.set(key, value); };
  if (embedded) state.set("embed", "");
  if (app.number) put("d", String(app.number));
  put("s", app.selected);
  if (app.moved) {
    const { x, y, k } = app.layers.cam;
    put("at", [x, y].map((v) => v.toFixed(0)).concat(k.toPrecision(4)).join(","));
  }
  put("day", filter.day);
  put("vs", filter.vs);
  for (const id of unfolded.near) state.append("with", id);
  for (const key of unfolded.lines) state.append("lines", key);
  const off = FACETS.flatMap((facet) => [...offOf(facet)].map((key) => `${facet}:${key}`));
  for (const one of off) state.append("off", one);
  for (const cluster of app.scene.open) state.append("open", app.scene.id[cluster]);
  if (app.view === "table") put("view", "table");
  if (app.table.which !== "claims") put("rows", app.table.which);
  if (app.table.sort) put("sort", `${app.table.down ? "-" : ""}${app.table.sort}`);
  if (app.languageChosen) put("lang", LANGUAGES[language]);
  if (theme !== "auto") put("theme", theme);
  return state.toString();
}

/** @param {App} app */
function remember(app) { // a moment after the last change
  clearTimeout(writing);
  writing = setTimeout(() => writeState(app), 150);
}

/** @template {string} T @param {readonly T[]} allowed @param {string | null} word @param {T} otherwise @returns {T} */
const oneOf = (allowed, word, otherwise) => allowed.find((one) => one === word) ?? otherwise;

/** @param {string} day */
const dayOrNull = (day) => (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(dayNumber(day)) ? day : null);

/** @returns {AddressState} */
function readState() {
  const state = new URLSearchParams(location.hash.slice(1));
  const at = (state.get("at") ?? "").split(",").map(Number), sort = state.get("sort") ?? "";
  return {
    number: Number.parseInt(state.get("d") ?? "0", 10) || 0, selected: state.get("s") ?? "",
    day: dayOrNull(state.get("day") ?? ""), vs: dayOrNull(state.get("vs") ?? ""), near: state.getAll("with"), lines: state.getAll("lines"),
    at: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? { x: at[0], y: at[1], k: clampZoom(at[2]) } : null,
    off: state.getAll("off").flatMap((one) => {
      const [facet, ...key] = one.split(":");
      return FACETS.includes(facet) ? [[facet, key.join(":")]] : [];
    }),
    open: state.getAll("open"), view: oneOf(["table", "picture"], state.get("view"), "picture"),
    rows: oneOf(WHICH, state.get("rows"), "claims"), sort: sort.replace(/^-/, ""), down: sort.startsWith("-"),
    lang: state.get("lang"), theme: oneOf(["light", "dark", "auto"], state.get("theme"), "auto"),
  };
}
