"use strict";
// Shows the drawing of the page's data with vis-network. Text reaches the document only as text: never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const [left, top, right, bottom] = data.box;
  for (const item of [...data.nodes, ...data.edges]) {
    const own = { ...item };
    Object.assign(item, data.looks[item.k], own);
    delete item.k;
  }
  const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges.map((edge, id) => ({ ...edge, id })));
  const picture = document.getElementById("picture"), told = document.getElementById("told");
  const network = new vis.Network(picture, { nodes, edges }, data.options);
  const clusters = data.nodes.filter((node) => node.members);
  const open = new Set();
  const READABLE = 0.75; // zoom below which letters are too small

  function whole() { // the whole drawing, where it is wider than its nodes
    if (right <= left) return;
    const wide = picture.clientWidth / (right - left), high = picture.clientHeight / (bottom - top);
    const scale = Math.min(1.5, data.whole ? Math.min(wide, high) : Math.max(Math.min(wide, high), Math.min(wide, READABLE))); // of a long drawing the upper end
    const y = scale > high ? top + picture.clientHeight / scale / 2 : (top + bottom) / 2;
    network.moveTo({ position: { x: (left + right) / 2, y }, scale });
  }
  function toggle(cluster) { // show the members of a cluster with their edges, or the edges of the whole
    open.has(cluster.id) ? open.delete(cluster.id) : open.add(cluster.id);
    const inside = new Set(clusters.flatMap((one) => (open.has(one.id) ? [] : one.members)));
    nodes.update(clusters.flatMap((one) => one.members.map((id) => ({ id, hidden: inside.has(id) }))));
    edges.update(edges.map((edge) => ({ id: edge.id, hidden: [edge.from, edge.to].some((id) => inside.has(id) || open.has(id)) })));
    nodes.update({ id: cluster.id, label: open.has(cluster.id) ? "" : cluster.label });
  }
  network.on("click", (event) => {
    const node = event.nodes.length ? data.nodes[event.nodes[0]] : null;
    told.textContent = node ? (node.full || node.label || "").replace(/\n/g, " ") : "";
  });
  network.on("doubleClick", (event) => {
    const cluster = clusters.find((one) => one.id === event.nodes[0]);
    if (cluster) toggle(cluster);
    else if (!event.nodes.length) whole();
  });
  network.once("afterDrawing", () => { window.kgDrawn = performance.now(); });
  whole();
  window.kgNetwork = network;
})();
