// The table: everything that the picture holds, as text; sortable, and copied as CSV or JSON.
const PAGE_ROWS = 250;
/** @type {Which[]} */
const WHICH = ["claims", "shapes", "lines"];
/** @type {Record<Which, string[]>} */
const COLUMNS = {
  claims: ["said", "speaker", "stance", "side", "figure", "what", "about", "status", "chain", "topic", "published", "cited", "claim"],
  shapes: ["kind", "name", "label", "style", "claims", "id"],
  lines: ["from", "type", "to", "style", "label", "derived", "claims"],
};

/** @param {number} claim @returns {TableRow} */
function claimRow(claim) {
  const p = claimProps(claim), [about] = ends(claim, "ABOUT"), status = about === undefined ? "" : marksOf(facts.ids[about], filter.day).status;
  const { day } = filter, cited = citations(claim).filter((edge) => day === null || publishedOn(edge.other) <= day);
  return {
    on: claimOn(claim), go: `f:${facts.ids[claim]}`, order: { said: order(claim), published: firstPrinted(claim), figure: Number(p.low ?? p.high ?? -1) },
    cells: {
      said: dayWords(p, "said"), speaker: speakerWords(claim), stance: stanceWords(stanceOf(claim)), side: [...sideWords(claim), isBack(claim) ? t("extra.taken-back") : ""].filter(Boolean).join(", "), figure: figureLine(claim), what: nameOf(claim),
      about: joined(ends(claim, "ABOUT").map(longName), "; "), status: status ? t(`status.${status}`) : "", chain: chainWord(claim), topic: joined(ends(claim, "ON_TOPIC").map(nameOf), "; "),
      published: spanWords(firstPrinted(claim)), cited: joined(cited.map((edge) => joined([nameOf(edge.other), spotWords(edge.own)], ", ")), "; "),
      claim: facts.ids[claim],
    },
    lang: { what: langOf(claim), about: about === undefined ? null : langOf(about) },
    days: { said: String(p.said_text ?? p.said ?? ""), published: firstPrinted(claim) },
  };
}

/** @param {number[]} claims */
const claimList = (claims) => claims.map((claim) => facts.ids[claim] ?? "").filter(Boolean).join(" ");

/** @param {App} app @param {Which} which @returns {TableRow[]} */
function tableRows(app, which) {
  const { scene } = app;
  if (which === "claims") return facts.ready ? sceneClaims(scene).map(claimRow) : [];
  if (which === "shapes") {
    return scene.id.map((id, i) => ({
      on: Boolean(scene.on[i]) || scene.inside.has(i), go: `n:${id}`, order: {},
      cells: { kind: kindWords(scene.kindOf[i]), name: labelWords(scene, i), label: scene.label[i].replaceAll("\n", " "), style: styleOrNone(scene.style[i]), claims: claimList(scene.claims[i]), id },
    }));
  }
  const keys = edgeKeys(scene);
  return keys.map((key, i) => ({
    on: Boolean(scene.eon[i]) || scene.inside.has(scene.a[i]) || scene.inside.has(scene.b[i]), go: `e:${key}`, order: {},
    cells: {
      from: labelWords(scene, scene.a[i]), type: scene.type[i] ? wordFor("edge.", scene.type[i], scene.type[i]) : styleOrNone(scene.estyle[i]), to: labelWords(scene, scene.b[i]),
      style: styleOrNone(scene.estyle[i]), label: scene.elabel.get(i)?.words ?? "", derived: t(scene.derived[i] ? "yes" : "no"), claims: claimList(scene.eclaims[i]),
    },
  }));
}

/** @param {string} style */
const styleOrNone = (style) => (style ? styleWords(style) : "");

/** @param {App} app */
function sortedRows(app) {
  const { which, sort, down } = app.table, all = tableRows(app, which), kept = all.filter((row) => row.on);
  if (COLUMNS[which].includes(sort)) {
    /** @param {TableRow} row */
    const value = (row) => row.order[sort] ?? row.cells[sort];
    const compare = new Intl.Collator(LANGUAGES[language], { numeric: true }).compare;
    /** @param {string | number} a @param {string | number} b */
    const apart = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : compare(String(a), String(b)));
    kept.sort((a, b) => apart(value(a), value(b)) * (down ? -1 : 1));
  }
  return { all, kept };
}

/** @param {string[]} columns @param {Pick<TableRow, "cells" | "days">[]} list */
function asCsv(columns, list) { // a cell that a spreadsheet would take for a formula gets an apostrophe
  /** @param {string} value */
  const cell = (value) => { const bare = value.replace(/[\u200e\u2068\u2069]/g, ""), safe = /^[=+\-@\t\r]/.test(bare) ? `'${bare}` : bare; return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe; };
  return [columns.join(","), ...list.map((row) => columns.map((column) => cell(row.days?.[column] ?? row.cells[column])).join(","))].join("\r\n");
}

/** @param {App} app */
function showTable(app) {
  const box = $("table");
  if (box.hidden) return;
  const { which } = app.table, columns = COLUMNS[which], { all, kept } = sortedRows(app);
  const focused = document.activeElement?.closest("button"), focus = focused && box.contains(focused) ? focused.dataset.focus : "";
  const tabs = el("div", { role: "group", "aria-label": t("table.which"), class: "which" }, ...WHICH.map((one) => el("button", {
    type: "button", "aria-pressed": String(one === which), "data-focus": `which-${one}`, onclick: () => app.setTable({ which: one, sort: "", down: false }),
  }, `${t(`table.${one}`)} (${num(one === which ? all.length : one === "claims" ? (facts.ready ? sceneClaims(app.scene).length : 0) : one === "shapes" ? app.scene.count : app.scene.edges)})`)));
  const csv = button(t("table.csv"), () => copy(asCsv(columns, sortedRows(app).kept), csv), { id: "copy-csv", "data-focus": "csv" });
  const json = button(t("table.json"), () => copy(JSON.stringify(sortedRows(app).kept.map((row) => ({ ...row.cells, ...row.days })), null, 1), json), { id: "copy-json", "data-focus": "json" });
  const count = el("p", { class: "soft", id: "count" }, kept.length === all.length ? plural("table.count", all.length) : t("table.count.some", { n: num(kept.length), rows: plural("table.count", all.length) }));
  const head = el("tr", {}, ...columns.map((column) => el("th", { scope: "col", class: `c-${column}`, "aria-sort": app.table.sort === column ? (app.table.down ? "descending" : "ascending") : "none" },
    el("button", { type: "button", class: "sort", title: t("table.sort", { column: t(`col.${column}`) }), "data-focus": `sort-${column}`, onclick: () => app.setTable({ sort: column, down: app.table.sort === column && !app.table.down }) }, t(`col.${column}`)))));
  const main = { claims: "what", shapes: "name", lines: "type" }[which], body = el("tbody");
  /** @param {TableRow} row */
  const line = (row) => el("tr", {}, ...columns.map((column) => el("td", { "data-label": t(`col.${column}`), class: `c-${column}`, lang: row.lang?.[column] },
    column === main ? el("button", { type: "button", class: "link", onclick: () => { app.select(row.go); $("card").scrollIntoView({ block: "nearest" }); } }, row.cells[column] || "–") : row.cells[column])));
  let shown = 0;
  const rest = button("", () => grow(kept.length), { class: "rest" });
  /** @param {number} to */
  const grow = (to) => {
    body.append(...kept.slice(shown, to).map(line));
    shown = Math.min(to, kept.length);
    rest.hidden = shown >= kept.length;
    rest.replaceChildren(isolated(plural("table.rest", kept.length - shown)));
  };
  grow(PAGE_ROWS);
  box.replaceChildren(el("div", { class: "bar" }, tabs, el("span", { class: "copies" }, csv, " ", json)), count,
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": t(`table.${which}`) }, el("table", {}, el("thead", {}, head), body), rest));
  if (focus) [...box.querySelectorAll("button")].find((one) => one.dataset.focus === focus)?.focus();
}
