// Elements. Text reaches the document only as text, never as markup.
/** @template {keyof PageElements} K @param {K} id */
const $ = (id) => /** @type {PageElements[K]} */ (document.getElementById(id));

/**
 * @template {keyof HTMLElementTagNameMap} N
 * @param {N} name
 * @param {Attributes} attributes
 * @param {(Child | Child[])[]} children
 */
function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener("click", value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of present(children.flat())) node.append(typeof child === "string" ? isolated(child) : child);
  return node;
}

/** @param {Child[]} children */
function present(children) { // without those that say nothing
  return children.flatMap((child) => (child ? [child] : []));
}

/** @param {string} words */
function isolated(words) { // so that directional marks in a name cannot reorder what stands around it
  const node = document.createElement("bdi");
  node.textContent = words;
  return node;
}

/** @template {Element} E @param {E} node @param {string} words */
function plainText(node, words) {
  node.textContent = words;
  return node;
}

/**
 * @template {keyof SVGElementTagNameMap} N
 * @param {N} name
 * @param {Record<string, number | Style>} attributes
 * @param {Node[]} children
 */
function svg(name, attributes, ...children) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
  node.append(...children);
  return node;
}

/** @param {HTMLCanvasElement} canvas @param {CanvasRenderingContext2DSettings} [settings] */
function penOf(canvas, settings) {
  const pen = canvas.getContext("2d", settings);
  if (!pen) throw new Error("this browser has no canvas to draw on");
  return pen;
}

/** @param {string} words @param {() => void} onclick @param {Attributes} attributes */
function button(words, onclick, attributes = {}) {
  return el("button", { type: "button", onclick, ...attributes }, words);
}

/** @param {string} words */
function say(words) { // for readers who do not see the picture
  $("live-region").textContent = words;
}

function speak() { // put the language that is on into everything that stands in the page from the start
  document.documentElement.lang = LANGUAGES[language];
  /** @param {string} key @param {(node: Element, words: string) => void} put */
  const each = (key, put) => { for (const node of document.querySelectorAll(`[data-${key}]`)) put(node, t(node.getAttribute(`data-${key}`) ?? "")); };
  each("w", (node, words) => { node.textContent = words; });
  each("a", (node, words) => node.setAttribute("aria-label", words));
  each("p", (node, words) => node.setAttribute("placeholder", words));
  const brand = $("brand");
  brand.replaceChildren(isolated(JSON.parse(brand.dataset.titles ?? "[]")[language] ?? ""));
  const next = nextLanguage();
  $("language").textContent = wordTable.get("language.name")?.[next] ?? LANGUAGES[next];
  $("language").lang = LANGUAGES[next];
}

/** @param {string} words @param {HTMLElement} from */
async function copy(words, from) { // to the clipboard, or, where the browser forbids it, into a field to copy from
  try {
    await navigator.clipboard.writeText(words);
    say(t("copied"));
    const [before, told] = [from.textContent, t("copied")];
    if (before === told) return; // clicked again: the first click gives the button its word back
    from.textContent = told;
    setTimeout(() => { if (from.textContent === told) from.textContent = before; }, 1500); // unless it speaks another language by now
  } catch {
    const field = el("textarea", { readonly: true, rows: 6, "aria-label": t("copy.by.hand"), class: "by-hand" });
    field.value = words;
    from.parentElement?.querySelector(".by-hand")?.remove();
    from.after(field);
    field.select();
  }
}
