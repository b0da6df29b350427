// The search page: names compared with typing errors forgiven; nothing is sent anywhere.
/** @template {keyof SearchElements} K @param {K} id */
const element = (id) => /** @type {SearchElements[K]} */ (document.getElementById(id));
const box = element("q"), how = element("how"), list = element("hits"), all = element("all");
const MOST = 60;
/** @type {Row[] | null} */
let rows = null;

/** @param {string} text */
const latin = (text) => Array.from(text.toLowerCase().normalize("NFD"), (c) => LATIN[c] ?? c).join("");
/** @param {keyof typeof WORDS} key @param {Record<string, unknown>} values */
const told = (key, values) => WORDS[key].replace(/\{(\w+)\}/g, (slot, name) => (Object.hasOwn(values, name) ? String(values[name]) : slot));

/** @param {Index} data */
function prepare(data) {
  rows = data.rows.map(([kind, address, name, note, ...others]) => ({
    kind: data.kinds[kind], address, name, note, claim: address.includes("#"),
    forms: [...new Set([name, ...others].flatMap((one) => foldings(one)))].filter(Boolean), raw: [name, ...others].join("\n"),
  }));
}

/** @param {string} asked */
function find(asked) {
  const wanted = [...new Set([...foldings(asked), ...foldings(latin(asked))])].filter(Boolean);
  /** @type {[score: number, row: Row][]} */
  const hits = [];
  for (const row of rows ?? []) {
    const raw = !wanted.length && row.raw.includes(asked.trim()); // no letters at all: compared as it is
    const best = raw ? 9 : bestScore(wanted, row.forms);
    if (best !== null) hits.push([best + (row.claim ? 6 : 0), row]);
  }
  return hits.sort((a, b) => a[0] - b[0] || (a[1].name < b[1].name ? -1 : a[1].name > b[1].name ? 1 : 0)).map(([, row]) => row);
}

/** @param {string} text */
function bdi(text) {
  const node = document.createElement("bdi");
  node.textContent = text;
  return node;
}

/** @param {Row} row */
function item(row) {
  const li = document.createElement("li"), link = document.createElement("a"), small = document.createElement("span");
  link.setAttribute("href", row.address);
  link.append(bdi(row.name));
  small.className = "soft";
  small.append(...[row.kind, row.note].filter(Boolean).flatMap((part, at) => (at ? [", ", bdi(part)] : [bdi(part)])));
  li.append(link, " ", small);
  return li;
}

function show() {
  const asked = box.value.trim();
  if (!rows) return;
  const hits = asked ? find(asked) : [];
  list.replaceChildren(...hits.slice(0, MOST).map(item));
  list.hidden = !hits.length;
  all.hidden = hits.length > 0;
  how.textContent = asked ? told(hits.length ? "found" : "none", { n: hits.length, asked }) : told("lead", {});
  const address = new URL(location.href);
  if (asked) address.searchParams.set("q", asked); else address.searchParams.delete("q");
  try { history.replaceState(null, "", address); } catch { /* the address stays as it was */ }
}

/** @param {KeyboardEvent} event @param {number} step */
function move(event, step) { // from the box into the list and back
  const links = [...list.querySelectorAll("a")], at = links.findIndex((link) => link === document.activeElement);
  if (!links.length) return;
  event.preventDefault();
  const next = at + step;
  if (next < 0) box.focus(); else links[Math.min(next, links.length - 1)].focus();
}

addEventListener("keydown", (event) => {
  const listed = list.contains(document.activeElement), inside = listed || document.activeElement === box;
  if (event.key === "/" && document.activeElement !== box) { event.preventDefault(); box.focus(); box.select(); }
  else if (event.key === "ArrowDown" && inside) move(event, 1);
  else if (event.key === "ArrowUp" && listed) move(event, -1);
  else if (event.key === "Escape" && inside) { box.value = ""; box.focus(); show(); }
});

async function start() {
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  box.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    list.querySelector("a")?.focus();
  });
  prepare(await unpacked(globalThis.kgIndex));
  box.addEventListener("input", show);
  show();
  box.focus();
  document.documentElement.dataset.search = "ready";
}
start();
