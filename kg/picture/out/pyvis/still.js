"use strict";
// Shows the drawing of the page's data with vis-network. Text reaches the document only as text: never as markup.
(() => {
  /** @param {string} id */
  const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  /** @type {StillData} */
  const data = JSON.parse(element("data").textContent);
  const [left, top, right, bottom] = data.box;
  for (const item of [...data.nodes, ...data.edges]) {
    const { k, ...own } = item;
    Object.assign(item, k === undefined ? {} : data.looks[k], own);
    delete item.k;
  }
  const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges.map((edge, id) => ({ ...edge, id })));
  const picture = element("picture"), told = element("told");
  const network = new vis.Network(picture, { nodes, edges }, data.options);
  /** @type {Map<number, number[]>} */
  const clusters = new Map(data.nodes.flatMap((node) => (node.members ? [[node.id, node.members]] : [])));
  /** @type {Set<number>} */
  const open = new Set();
  const READABLE = 0.75; // zoom below which letters are too small

  function showAll() { // the whole drawing, where it is wider than its nodes
    if (right <= left) return;
    const wide = picture.clientWidth / (right - left), high = picture.clientHeight / (bottom - top);
    const scale = Math.min(1.5, data.whole ? Math.min(wide, high) : Math.max(Math.min(wide, high), Math.min(wide, READABLE))); // of a long drawing the upper end
    const y = scale > high ? top + picture.clientHeight / scale / 2 : (top + bottom) / 2;
    network.moveTo({ position: { x: (left + right) / 2, y }, scale });
  }
  /** @param {StillNode} cluster */
  function toggle(cluster) { // show the members of a cluster with their edges, or the edges of the whole
    if (!open.delete(cluster.id)) open.add(cluster.id);
    const inside = new Set([...clusters].flatMap(([id, members]) => (open.has(id) ? [] : members)));
    nodes.update([...clusters.values()].flat().map((id) => ({ id, hidden: inside.has(id) })));
    edges.update(edges.map((edge) => ({ id: edge.id, hidden: [edge.from, edge.to].some((id) => inside.has(id) || open.has(id)) })));
    nodes.update({ id: cluster.id, label: open.has(cluster.id) ? "" : cluster.label });
  }
  network.on("click", (event) => {
    const node = event.nodes.length ? data.nodes[event.nodes[0]] : null;
    told.textContent = node ? (node.full || node.label || "").replace(/\n/g, " ") : "";
  });
  network.on("doubleClick", (event) => {
    const [id] = event.nodes;
    if (id === undefined) showAll();
    else if (clusters.has(id)) toggle(data.nodes[id]);
  });
  network.once("afterDrawing", () => { window.kgDrawn = performance.now(); });
  showAll();
  window.kgNetwork = network;
})();
