// Search by any name that a fact goes by, with typing errors forgiven.
/** @type {{ fact: number; forms: string[] }[] | null} */
let names = null;

function allNames() { // of everything that the page knows, made when first asked for
  if (names) return names;
  names = facts.ids.map((id, fact) => {
    const p = facts.props[fact];
    const equated = outOf[fact].filter((edge) => edge.type === "NAMED_IN").map((edge) => String(edge.own.name ?? ""));
    const own = isClaim(fact) ? [facts.names[fact]] : [facts.names[fact], ...LANGUAGES.map((code) => p[`name_${code}`]), id, ...valuesOf(p.known_as), p.iso, p.wording, p.serial, p.marking, ...valuesOf(p.identifiers), ...equated];
    return { fact, forms: [...new Set(own.filter(Boolean).flatMap((one) => foldings(String(one))))].filter(Boolean) };
  });
  return names;
}

/** @param {App} app @param {string} asked */
function search(app, asked, most = 12) {
  const wanted = foldings(asked).filter(Boolean);
  /** @type {SearchHit[]} */
  const hits = [];
  if (!wanted.length) {
    const raw = asked.trim(); // no letters at all: compared as it is
    if (!raw) return hits;
    facts.ids.forEach((id, fact) => { if (facts.names[fact].includes(raw) || id.includes(raw)) hits.push({ fact, score: 9, ...whereIs(app, fact) }); });
    return hits.slice(0, most);
  }
  for (const { fact, forms } of allNames()) {
    const best = bestScore(wanted, forms);
    if (best !== null) hits.push({ fact, score: best + (isClaim(fact) ? 6 : 0), ...whereIs(app, fact) });
  }
  hits.sort((a, b) => (b.here - a.here) * 2.5 + a.score - b.score || a.fact - b.fact);
  return hits.slice(0, most);
}

/** @param {App} app @param {number} fact @returns {Place} */
function whereIs(app, fact) { // in this picture, or the first other one that has it
  /** @param {Scene} scene */
  const holds = (scene) => nodesOf(scene, facts.ids[fact]).length > 0 || (isClaim(fact) && scene.eclaims.some((claims) => claims.includes(fact)));
  if (holds(app.scene)) return { here: 1, number: app.number };
  return { here: 0, number: app.scenes.findIndex((scene, i) => i !== app.number && holds(scene)) };
}

/** @param {Scene} scene @param {string} id */
function nodesOf(scene, id) {
  if (!scene.byFact) {
    /** @type {Map<string, number[]>} */
    const byFact = scene.byFact = new Map();
    scene.fact.forEach((fact, i) => { if (fact) gather(byFact, fact, i); });
  }
  return scene.byFact.get(id) ?? NONE;
}

/** @param {App} app */
function setUpSearch(app) {
  const box = $("search"), list = $("found");
  /** @type {SearchHit[]} */
  let hits = [];
  let at = -1;
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); at = -1; };
  /** @param {SearchHit} hit */
  const pick = (hit) => {
    close();
    box.value = nameOf(hit.fact);
    if (!hit.here && hit.number >= 0) app.draw(hit.number);
    app.select(`f:${facts.ids[hit.fact]}`, { go: true });
  };
  const show = () => {
    hits = facts.ready ? search(app, box.value) : [];
    at = hits.length ? 0 : -1;
    list.replaceChildren(...hits.map((hit, n) => {
      const where = hit.here ? "" : hit.number >= 0 ? t("found.elsewhere", { title: titleOf(app.scenes[hit.number]) }) : t("found.unseen");
      const item = el("li", { role: "option", id: `found-${n}`, "aria-selected": String(n === at) }, kindSwatch(facts.kinds[hit.fact]), el("span", {}, el("span", { lang: langOf(hit.fact) }, longName(hit.fact)), el("small", {}, joined([kindWords(facts.kinds[hit.fact]), where], ", "))));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); pick(hit); });
      return item;
    }));
    if (box.value.trim() && !hits.length) list.append(el("li", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("found.none")));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    choose();
  };
  const choose = () => {
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) { box.setAttribute("aria-activedescendant", `found-${at}`); list.children[at].scrollIntoView({ block: "nearest" }); } else box.removeAttribute("aria-activedescendant");
  };
  box.addEventListener("input", show);
  box.addEventListener("blur", () => setTimeout(close, 150));
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) show();
      if (hits.length) at = (at + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      choose();
    } else if (event.key === "Enter" && hits.length) { event.preventDefault(); pick(hits[Math.max(0, at)]); }
  });
}
