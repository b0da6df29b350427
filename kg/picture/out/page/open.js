// Opens a page that is one file: the viewer is packed like the data, and runs only if it is the one that the policy names by its hash.
(async () => {
  "use strict";
  const viewer = document.createElement("script"), note = /** @type {HTMLElement} */ (document.getElementById("note"));
  try {
    const letters = atob(document.getElementById("viewer")?.textContent ?? ""), bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
    const policy = window.trustedTypes?.createPolicy("kg", { createScript: (/** @type {string} */ own) => own });
    viewer.text = /** @type {string} */ (policy ? policy.createScript(text) : text);
    document.body.append(viewer);
  } catch { // a browser that cannot unpack
    note.textContent = note.dataset.old ?? "";
    note.hidden = false;
  }
})();
