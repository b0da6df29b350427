// Elements. Text reaches the document only as text, never as markup.
const $ = (id) => document.getElementById(id);

function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "onclick") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : value);
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== "") node.append(typeof child === "string" ? isolated(child) : child);
  }
  return node;
}

function isolated(words) { // so that directional marks in a name cannot reorder what stands around it
  const node = document.createElement("bdi");
  node.textContent = words;
  return node;
}

function plainText(node, words) {
  node.textContent = words;
  return node;
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function button(words, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, words);
}

function say(words) { // for readers who do not see the picture
  $("live-region").textContent = words;
}

function speak() { // put the language that is on into everything that stands in the page from the start
  document.documentElement.lang = language ? "de" : "en";
  for (const node of document.querySelectorAll("[data-w]")) node.textContent = t(node.dataset.w);
  for (const node of document.querySelectorAll("[data-a]")) node.setAttribute("aria-label", t(node.dataset.a));
  for (const node of document.querySelectorAll("[data-p]")) node.setAttribute("placeholder", t(node.dataset.p));
  const brand = $("brand");
  brand.replaceChildren(isolated(language ? brand.dataset.de : brand.dataset.en));
  document.title = brand.textContent;
  $("language").textContent = language ? "English" : "Deutsch";
  $("language").lang = language ? "en" : "de";
}

async function copy(words, from) { // to the clipboard, or, where the browser forbids it, into a field to copy from
  try {
    await navigator.clipboard.writeText(words);
    say(t("copied"));
    const before = from.textContent;
    from.textContent = t("copied");
    setTimeout(() => { from.textContent = before; }, 1500);
  } catch {
    const field = el("textarea", { readonly: true, rows: 6, "aria-label": t("copy.by.hand"), class: "by-hand" });
    field.value = words;
    from.parentElement.querySelector(".by-hand")?.remove();
    from.after(field);
    field.select();
  }
}
