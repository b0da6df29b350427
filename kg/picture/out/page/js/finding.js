// The finding of a drawing: the sentence that states the answer; its question above, what was asked with below.
/** @param {App} app */
const dayOfScene = (app) => app.scenes[app.number].days.findLast(([from]) => from <= (filter.day ?? ""))?.[2];
/** @param {App} app */
const told = (app) => dayOfScene(app) ?? app.scene;
/** @param {App} app */
function findingOf(app) {
  const { findings, lang } = told(app);
  return (findings[LANGUAGES[language]] ?? findings[lang])?.[0] ?? titleOf(app.scene);
}
/** @param {App} app */
const askedOf = (app) => new Map(Object.entries(told(app).asked)).get(LANGUAGES[language]) ?? Object.values(told(app).asked)[0] ?? [];
/** @param {App} app */
function dayOfFinding(app) { // of a drawing that only hides what was not known yet
  const old = filter.day !== null && !dayOfScene(app) && Object.keys(app.scene.findings).length > 0;
  return old ? t("finding.day", { day: spanWords(known.days.at(-1) ?? "") }) : "";
}
/** @param {App} app */
const fileName = (app) => fold(findingOf(app)).replaceAll(" ", "-").replace(/^(.{1,70})-.*$/su, "$1").slice(0, 70) || "picture";

/** @param {App} app */
function showFinding(app) {
  const { scene } = app, found = findingOf(app), question = titleOf(scene), here = LANGUAGES[language];
  $("title").replaceChildren(isolated(found));
  $("title").lang = told(app).findings[here] || scene.titles[here] ? here : scene.lang;
  $("question").replaceChildren(isolated(question));
  $("question").lang = scene.titles[here] ? here : LANGUAGES[0];
  $("question").hidden = found === question;
  $("asked").replaceChildren(...askedOf(app).map((words) => el("li", {}, isolated(words))));
  $("asked").hidden = !$("asked").children.length;
  $("of-day").textContent = dayOfFinding(app);
  $("of-day").hidden = !$("of-day").textContent;
  document.title = found;
}
