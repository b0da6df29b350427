// The finding of a drawing: the sentence that states the answer; its question above, what was asked with below.
/** @param {Scene} scene */
const findingOf = (scene) => (scene.findings[LANGUAGES[language]] ?? scene.findings[scene.lang])?.[0] ?? titleOf(scene);
/** @param {Scene} scene */
const askedOf = (scene) => scene.asked[LANGUAGES[language]] ?? scene.asked[scene.lang] ?? [];
/** @param {Scene} scene */
const fileName = (scene) => fold(findingOf(scene)).replaceAll(" ", "-").replace(/^(.{1,70})-.*$/su, "$1").slice(0, 70) || "picture";

/** @param {Scene} scene */
function showFinding(scene) {
  const found = findingOf(scene), question = titleOf(scene), own = scene.findings[LANGUAGES[language]] || scene.titles[LANGUAGES[language]];
  $("title").replaceChildren(isolated(found));
  $("title").lang = own ? LANGUAGES[language] : scene.lang;
  $("question").replaceChildren(isolated(question));
  $("question").lang = scene.titles[LANGUAGES[language]] ? LANGUAGES[language] : LANGUAGES[0];
  $("question").hidden = found === question;
  $("asked").replaceChildren(...askedOf(scene).map((words) => el("li", {}, isolated(words))));
  $("asked").hidden = !$("asked").children.length;
  document.title = found;
}

/** @param {App} app */
function showDayOfFinding(app) { // a drawing that only hides what was not known says of which day its sentence is
  const { day } = filter, own = day !== null && app.scenes[app.number].days.some(([from]) => from <= day);
  const old = day !== null && !own && Object.keys(app.scene.findings).length > 0;
  $("of-day").hidden = !old;
  $("of-day").textContent = old ? t("finding.day", { day: known.days.at(-1) ?? "" }) : "";
}
