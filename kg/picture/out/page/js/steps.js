// The reader's steps: each is an entry in the history of the browser, so Undo and Back are the same, and Forward undoes the undoing.
const steps = { at: 0, known: "", held: false, merged: false }; // which step this is, what it shows; a hand that drags makes one step of many

/** @param {string} hash */
function stepOf(hash) { // what of an address is a step; where the picture is looked at, language and theme are none
  const state = new URLSearchParams(hash);
  for (const key of ["at", "lang", "theme"]) state.delete(key);
  return state.toString();
}

/** @param {App} app */
function writeState(app) {
  clearTimeout(writing);
  const now = stateNow(app), step = stepOf(now), fresh = step !== steps.known && !steps.merged;
  if (steps.held && fresh) steps.merged = true;
  steps.known = step;
  if (now === location.hash.slice(1)) return;
  if (fresh) steps.at++;
  app.written = now;
  try { history[fresh ? "pushState" : "replaceState"]({ step: steps.at }, "", now ? `#${now}` : location.pathname + location.search); } catch { if (fresh) location.hash = now; else location.replace(`#${now}`); }
  showUndo();
}

/** @param {App} app */
function undo(app) {
  writeState(app);
  if (steps.at > 0) history.back();
}

function showUndo() { $("undo").setAttribute("aria-disabled", String(steps.at < 1)); }

/** @param {App} app */
function setUpSteps(app) {
  const here = history.state?.step;
  steps.at = here ?? 0;
  if (here === undefined) try { history.replaceState({ step: 0 }, ""); } catch { /* a frame without an address of its own */ }
  showUndo();
  $("undo").addEventListener("click", () => undo(app));
  addEventListener("keydown", (event) => {
    const field = event.target instanceof Element && event.target.matches("input:not([type=range]), textarea, select"), key = event.key.toLowerCase(), held = event.ctrlKey || event.metaKey;
    if (field || event.altKey) return;
    if (held ? key === "z" && !event.shiftKey : key === "u") undo(app);
    else if (held && (key === "y" || key === "z")) history.forward();
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", () => { // Back, Forward, or somebody wrote into the address
    if (location.hash.slice(1) === app.written) return;
    const own = history.state?.step;
    steps.at = own ?? steps.at + 1;
    if (own === undefined) try { history.replaceState({ step: steps.at }, ""); } catch { /* as above */ }
    app.restore(own !== undefined);
    showUndo();
  });
}

/** @param {HTMLElement} slider */
function oneStep(slider) { // whatever happens between pressing and letting go is one step
  slider.addEventListener("pointerdown", () => { steps.held = true; });
  for (const end of ["pointerup", "pointercancel", "change", "blur"]) slider.addEventListener(end, () => { if (steps.held) writeState(app); steps.held = steps.merged = false; });
}
