// The page in a frame of another page: picture, finding and where it comes from; and the code that puts it there.
const FRAME = { width: 640, height: 480, loading: "lazy", sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox" };
const embedded = new URLSearchParams(location.hash.slice(1)).has("embed");
document.body.classList.toggle("embed", embedded);

const ownAddress = () => (location.protocol.startsWith("http") ? location.href.split("#")[0] : $("caption").dataset.at ?? ""); // "" where nobody knows
const creditWords = () => { const name = $("caption").dataset.by; return name ? t("credit.by", { name }) : t("credit.made"); };
const dayWordsNow = () => { const day = filter.day ?? known.days.at(-1); return day ? t("status.as.of", { day: spanWords(day) }) : ""; };

/** @param {App} app */
function showSource(app) { // below an embedded picture
  if (!embedded) return;
  const n = facts.ready ? facetsOf(app.scene).document.size : 0, state = new URLSearchParams(stateNow(app));
  state.delete("embed");
  $("source").hidden = false;
  $("source").replaceChildren(el("span", {}, joined([creditWords(), n ? plural("credit.documents", n) : "", dayWordsNow()], " · ")), " ",
    el("a", { href: `${ownAddress()}#${state}`, target: "_blank", rel: "noopener" }, t("embed.whole")));
}

/** @param {App} app */
function frameCode(app) {
  const state = stateNow(app), frame = el("iframe", { src: `${ownAddress()}#embed${state && `&${state}`}`, title: findingOf(app), ...FRAME });
  return new XMLSerializer().serializeToString(frame).replace(/ xmlns="[^"]*"/, "");
}

/** @param {App} app */
function setUpEmbedding(app) {
  $("embed").addEventListener("click", () => {
    if (ownAddress()) { copy(frameCode(app), $("embed")); return; }
    $("embed").parentElement?.querySelector(".by-hand")?.remove();
    $("embed").after(el("span", { class: "by-hand", role: "status" }, t("embed.needs")));
  });
}
