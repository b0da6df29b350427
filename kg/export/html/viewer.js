"use strict";
// Draws the scenes of the page's data. Text reaches the document only as text: never as markup.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const facts = new Map(Object.entries(data.facts));
  const kinds = new Map(Object.entries(data.kinds));
  const lines = new Map(Object.entries(data.lines)); // by stance, or by type of edge where it has none
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const narrow = matchMedia("(max-width: 760px)");
  const $ = (id) => document.getElementById(id);
  const theme = () => (dark.matches ? "dark" : "light");
  const hidden = { kinds: new Set(), lines: new Set() };
  const past = [];
  const READABLE = 0.55; // zoom below which labels are too small on a phone
  let scene, nodes, edges, network, shown = null;

  // ---------------------------------------------------------------- small helpers
  function el(name, attributes = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") node.addEventListener("click", value);
      else node.setAttribute(key, value);
    }
    for (const child of children) {
      node.append(typeof child === "string" ? text(child) : child);
    }
    return node;
  }
  function text(words) { // isolated, so that directional marks in a name cannot reorder what stands around it
    const node = document.createElement("bdi");
    node.textContent = words;
    return node;
  }
  function svg(name, attributes, ...children) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  }
  const lineLabel = (key) => lines.get(key)?.label ?? key;

  // ---------------------------------------------------------------- looks
  function nodeLook(node) {
    const look = kinds.get(node.kind)[theme()];
    const stance = lines.get(node.stance);
    const paint = { background: look.fill, border: stance ? stance[theme()] : look.line };
    return {
      color: { ...paint, highlight: paint, hover: paint },
      font: { ...node.font, color: data.ink[theme()], strokeColor: data.paper[theme()], strokeWidth: inside(node.shape) ? 0 : 4 },
    };
  }
  const inside = (shape) => shape === "box" || shape === "ellipse";
  function edgeLook(edge, faint) {
    const look = lines.get(edge.line), colour = look[theme()];
    const end = { enabled: true, type: look.end, scaleFactor: look.size };
    return {
      width: look.width, dashes: look.dashes.length ? look.dashes : false, arrows: edge.back ? { from: end } : { to: end },
      color: { color: colour, highlight: colour, hover: colour, opacity: faint ? 0.12 : 1 },
    };
  }
  const POINTS = {
    hexagon: "17,8 12.5,15.8 3.5,15.8 -1,8 3.5,0.2 12.5,0.2", diamond: "8,0 16,8 8,16 0,8",
    triangle: "8,1 16,15 0,15", triangleDown: "0,1 16,1 8,15", square: "1.5,1.5 14.5,1.5 14.5,14.5 1.5,14.5",
    star: "8,0 10,6 16,6 11,10 13,16 8,12 3,16 5,10 0,6 6,6",
  };
  function swatch(kind) {
    const look = kinds.get(kind), paint = { fill: look[theme()].fill, stroke: look[theme()].line, "stroke-width": 1.5 };
    const sign = svg("svg", { viewBox: "-2 -1 20 18", width: 20, height: 18, "aria-hidden": "true" });
    if (look.shape === "box") sign.append(svg("rect", { x: -1, y: 0, width: 18, height: 16, rx: 3, ...paint }));
    else if (look.shape === "ellipse") sign.append(svg("ellipse", { cx: 8, cy: 8, rx: 9, ry: 6, ...paint }));
    else if (POINTS[look.shape]) sign.append(svg("polygon", { points: POINTS[look.shape], ...paint }));
    else sign.append(svg("circle", { cx: 8, cy: 8, r: 7, ...paint, ...(look.dashed ? { "stroke-dasharray": "3 3" } : {}) }));
    if (look.mark) {
      const mark = svg("text", { x: 8, y: 12.5, "text-anchor": "middle", "font-size": 12, fill: data.ink[theme()] });
      mark.textContent = look.mark;
      sign.append(mark);
    }
    return sign;
  }
  function line(key) {
    const look = lines.get(key), colour = look[theme()];
    const sign = svg("svg", { viewBox: "0 0 44 14", width: 44, height: 14, "aria-hidden": "true" });
    sign.append(svg("line", {
      x1: 1, x2: 36, y1: 7, y2: 7, stroke: colour, "stroke-width": look.width, "stroke-dasharray": look.dashes.join(" ") || "none",
    }));
    if (look.end === "bar") sign.append(svg("line", { x1: 39, x2: 39, y1: 1, y2: 13, stroke: colour, "stroke-width": 3 }));
    else if (look.end === "circle") sign.append(svg("circle", { cx: 39, cy: 7, r: 4, fill: colour }));
    else sign.append(svg("polygon", { points: "35,2 44,7 35,12", fill: colour }));
    return sign;
  }

  // ---------------------------------------------------------------- drawing
  function draw(number) {
    scene = data.scenes[number];
    $("scene").value = String(number);
    hidden.kinds.clear();
    hidden.lines.clear();
    past.length = 0;
    network?.destroy();
    network = null;
    $("note").textContent = scene.note;
    $("note").hidden = !scene.note;
    $("empty").hidden = scene.nodes.length > 0;
    $("picture").hidden = scene.nodes.length === 0;
    nodes = new vis.DataSet(scene.nodes.map((node) => ({ ...node, ...nodeLook(node) })));
    edges = new vis.DataSet(scene.edges.map((edge) => ({ ...edge, ...edgeLook(edge, false) })));
    if (scene.nodes.length) connect();
    legend();
    table();
    welcome();
  }
  function connect() {
    network = new vis.Network($("picture"), { nodes, edges }, scene.options);
    network.on("click", (event) => {
      const labelled = event.nodes.length ? event.nodes[0] : labelAt(event.pointer.canvas);
      if (labelled !== undefined) show(scene.nodes[labelled].fact);
      else if (event.edges.length) showEdge(edges.get(event.edges[0]));
      else welcome();
    });
    network.on("hoverNode", (event) => say(facts.get(nodes.get(event.node).fact).title));
    network.on("hoverEdge", (event) => say(sentence(edges.get(event.edge))));
    network.on("blurNode", () => say(""));
    network.on("blurEdge", () => say(""));
    whole();
    if (narrow.matches && network.getScale() < READABLE) { // start where most lines meet; the rest is a finger's move away
      const ends = scene.edges.flatMap((edge) => [edge.from, edge.to]);
      const busiest = scene.nodes.reduce((best, node) => {
        const count = ends.filter((end) => end === node.id).length;
        return count > best.count ? { node, count } : best;
      }, { node: scene.nodes[0], count: -1 }).node;
      network.focus(busiest.id, { scale: READABLE, animation: false });
    }
  }
  function sentence(edge) {
    if (edge.says) return edge.says;
    const { title, claim } = facts.get(edge.claim);
    return `${claim.speaker}, ${claim.day}, ${lineLabel(claim.stance)}: ${title}`;
  }
  const say = (words) => { $("status").textContent = words; };
  function frame(node, at = node) { // the box of a node with its label
    const [width, height, below] = node.box;
    return { left: at.x - width / 2, right: at.x + width / 2, top: at.y + below - height / 2, bottom: at.y + below + height / 2 };
  }
  function labelAt(point) { // labels count as their node, which the library does not see
    const places = network.getPositions();
    return scene.nodes.findLast((node) => {
      const box = frame(node, places[node.id]);
      const within = point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
      return within && !nodes.get(node.id).hidden;
    })?.id;
  }
  function whole() {
    if (!network) return;
    const boxes = scene.nodes.map((node) => frame(node));
    const edge = (side, pick) => pick(...boxes.map((box) => box[side]));
    const [left, right, top, bottom] = [edge("left", Math.min), edge("right", Math.max), edge("top", Math.min), edge("bottom", Math.max)];
    const room = $("picture");
    const scale = Math.min((room.clientWidth - 24) / (right - left), (room.clientHeight - 36) / (bottom - top), 1.1);
    network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale, animation: false });
  }
  function zoom(factor) {
    network?.moveTo({ scale: network.getScale() * factor, animation: false });
  }
  function repaint() { // after a change of theme, of the selection or of the legend
    const near = shown === null ? null : around(shown);
    const off = new Set();
    const met = new Map();
    for (const edge of scene.edges) {
      const mute = hidden.lines.has(edge.line);
      for (const end of [edge.from, edge.to]) {
        const seen = met.get(end) ?? { any: false, open: false };
        met.set(end, { any: true, open: seen.open || !mute });
      }
    }
    for (const node of scene.nodes) {
      const alone = met.has(node.id) && !met.get(node.id).open;
      if (hidden.kinds.has(node.kind) || hidden.lines.has(node.stance) || alone) off.add(node.id);
    }
    nodes.update(scene.nodes.map((node) => ({ id: node.id, hidden: off.has(node.id), ...nodeLook(node) })));
    edges.update(scene.edges.map((edge) => ({
      id: edge.id,
      hidden: hidden.lines.has(edge.line) || off.has(edge.from) || off.has(edge.to),
      ...edgeLook(edge, near !== null && !near.has(edge.id)),
    })));
  }
  function around(selection) { // edges that stay strong: those of the selected node, or those of the selected claim
    const near = new Set();
    for (const edge of scene.edges) {
      const ends = [edge.from, edge.to].map((end) => scene.nodes[end].fact);
      if (edge.claim === selection || edge.id === selection || ends.includes(selection)) near.add(edge.id);
    }
    return near.size ? near : null;
  }

  // ---------------------------------------------------------------- legend
  function legend() {
    const count = (list, key) => list.reduce((sum, item) => sum.set(item[key], (sum.get(item[key]) ?? 0) + 1), new Map());
    const inKinds = count(scene.nodes, "kind");
    const inLines = count(scene.edges, "line");
    for (const node of scene.nodes) if (node.stance && !inLines.has(node.stance)) inLines.set(node.stance, 1);
    fill("kinds", [...kinds.keys()].filter((kind) => inKinds.has(kind)), inKinds, swatch, (kind) => kinds.get(kind).label);
    fill("lines", [...lines.keys()].filter((key) => inLines.has(key)), inLines, line, lineLabel);
    $("legend").hidden = !scene.nodes.length;
  }
  function fill(set, keys, counts, picture, words) {
    $(set).replaceChildren(...keys.map((key) => {
      const button = el("button", { type: "button", "aria-pressed": String(!hidden[set].has(key)), "data-key": key },
        picture(key), words(key), el("small", {}, String(counts.get(key))));
      button.addEventListener("click", () => {
        if (!hidden[set].delete(key)) hidden[set].add(key);
        button.setAttribute("aria-pressed", String(!hidden[set].has(key)));
        repaint();
        table();
      });
      return button;
    }));
  }

  // ---------------------------------------------------------------- panel
  function welcome() {
    shown = null;
    past.length = 0;
    if (network) { network.unselectAll(); repaint(); }
    $("panel").replaceChildren(
      el("p", { class: "hint" }, "Click a shape or a line to read who said what, when, through whom, and where it is printed."),
      ...overview());
  }
  function overview() { // what a reader should not miss: doubts and denials, what is most spoken of, what nobody answers for
    const claims = scene.claims.map((id) => [id, facts.get(id).claim]);
    const some = (heading, wanted) => {
      const ids = claims.filter(([, claim]) => wanted(claim)).map(([id]) => id);
      if (!ids.length) return [];
      const rest = ids.length > 6 ? [el("p", { class: "kind" }, `and ${ids.length - 6} more in the list below the picture`)] : [];
      const [head, cards] = group([heading, ids.slice(0, 6)], ids.length);
      return [head, cards, ...rest];
    };
    const spoken = new Map();
    for (const [, claim] of claims) {
      if (!facts.has(claim.about_id)) continue;
      const met = spoken.get(claim.about_id) ?? { claims: 0, speakers: new Set() };
      met.claims += 1;
      met.speakers.add(claim.speaker_id || claim.speaker);
      spoken.set(claim.about_id, met);
    }
    const most = [...spoken].sort((a, b) => b[1].claims - a[1].claims).slice(0, 6);
    const plural = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
    return [
      ...some("Denied, doubted or not confirmed", (claim) => ["denies", "doubts", "cannot-confirm", "retracts"].includes(claim.stance)),
      ...(most.length ? [el("h3", {}, "Most spoken of"), el("ul", {}, ...most.map(([id, met]) => el("li", {},
        el("button", { type: "button", class: "link", onclick: () => show(id) }, facts.get(id).title),
        el("div", { class: "kind" }, `${plural(met.claims, "claim")}, ${plural(met.speakers.size, "speaker")}`))))] : []),
      ...some("Said, but nobody is named", (claim) => !claim.speaker_id),
    ];
  }
  function show(id, back = false) {
    const fact = facts.get(id);
    if (!fact) return;
    if (!back && shown !== null && shown !== id && facts.has(shown)) past.push(shown);
    shown = id;
    mark(id);
    const heading = el("h2", { tabindex: "-1" }, fact.title);
    const kind = kinds.get(fact.kind);
    const parts = [el("p", { class: "kind" }, fact.sub || kind?.label || fact.kind)];
    if (fact.claim) parts[0].append(" ", chip(fact.claim.stance));
    if (past.length) parts.unshift(el("button", { type: "button", class: "back", onclick: () => show(past.pop(), true) }, "← back"));
    $("panel").replaceChildren(...parts, heading, list(fact.rows), ...(fact.groups ?? []).flatMap((one) => group(one)));
    arrive(heading);
  }
  function showEdge(edge) {
    if (edge.claim && facts.has(edge.claim)) { show(edge.claim); return; }
    shown = edge.id;
    repaint();
    const heading = el("h2", { tabindex: "-1" }, sentence(edge));
    $("panel").replaceChildren(el("p", { class: "kind" }, "Link"), heading, list([
      ...["from", "to"].map((end) => [end === "from" ? "From" : "To", [[scene.nodes[edge[end]].fact, facts.get(scene.nodes[edge[end]].fact).title]]]),
      ...(edge.rows ?? [])]));
    arrive(heading);
  }
  function arrive(heading) {
    $("panel").scrollTop = 0;
    heading.focus({ preventScroll: true });
    if (narrow.matches) $("panel").scrollIntoView({ block: "start" });
  }
  function mark(id) { // select what stands for this fact in the picture, where something does
    if (!network) return;
    network.unselectAll();
    const node = scene.nodes.find((item) => item.fact === id);
    if (node) network.selectNodes([node.id], false);
    else network.selectEdges(scene.edges.filter((edge) => edge.claim === id).map((edge) => edge.id));
    repaint();
  }
  function list(rows) {
    const items = el("dl");
    for (const [heading, pieces] of rows) {
      const cell = el("dd");
      if (pieces.length === 1) cell.append(piece(pieces[0]));
      else cell.append(el("ul", {}, ...pieces.map((one) => el("li", {}, piece(one)))));
      items.append(el("dt", {}, heading), cell);
    }
    return items;
  }
  function piece(value) {
    if (typeof value === "string") return address(value) ?? text(value);
    const [id, words] = value;
    return facts.has(id) ? el("button", { type: "button", class: "link", onclick: () => show(id) }, words) : text(words);
  }
  function address(value) { // a link only for plain web addresses; it is followed only by a click
    if (!/^https?:\/\/[^\s"'<>]+$/i.test(value)) return null;
    return el("a", { href: value, rel: "noopener noreferrer", target: "_blank" }, value);
  }
  function group([heading, claims], count = claims.length) {
    return [el("h3", {}, `${heading} (${count})`), el("ul", { class: "claims" }, ...claims.map((id) => el("li", {}, card(id))))];
  }
  function card(id) {
    const { title, claim } = facts.get(id);
    const head = el("span", { class: "head" }, [claim.day, claim.speaker].filter(Boolean).join(" · "), " ", chip(claim.stance));
    const button = el("button", { type: "button", class: "card", onclick: () => show(id) }, head);
    if (claim.many) button.append(el("strong", {}, claim.many));
    button.append(el("span", {}, title));
    return button;
  }
  function chip(stance) {
    return el("span", { class: "chip" }, ...(lines.has(stance) ? [line(stance)] : []), lineLabel(stance));
  }

  // ---------------------------------------------------------------- table, search, controls
  function table() {
    const open = scene.claims.filter((id) => !hidden.lines.has(facts.get(id).claim.stance));
    $("rows").replaceChildren(...open.map((id) => {
      const { title, claim } = facts.get(id);
      const cells = [
        ["By", claim.speaker], ["Stance", chip(claim.stance)], ["How many", claim.many],
        ["What", el("button", { type: "button", class: "link", onclick: () => { show(id); $("panel").scrollIntoView({ block: "nearest" }); } }, title)],
        ["About", claim.about], ["Chain", claim.chain], ["Printed in", claim.cited],
      ];
      return el("tr", {}, el("th", { scope: "row", "data-label": "Said on" }, claim.day),
        ...cells.map(([label, value]) => el("td", { "data-label": label }, ...(value ? [value] : []))));
    }));
    $("claims").hidden = scene.claims.length === 0;
    $("count").textContent = open.length === scene.claims.length ? `${open.length} claims, in order of day`
      : `${open.length} of ${scene.claims.length} claims; the legend hides the others`;
  }
  function search() {
    const words = $("search").value.trim().toLowerCase();
    const found = !words ? [] : scene.nodes.filter((node) => node.also.some((name) => name.toLowerCase().includes(words)));
    $("found").replaceChildren(...found.slice(0, 8).map((node) => el("li", {},
      el("button", { type: "button", onclick: () => focus(node) }, swatch(node.kind), node.also[0]))));
    if (words && !found.length) $("found").append(el("li", {}, "Not in this picture"));
    $("found").hidden = !words;
    return found;
  }
  function focus(node) {
    $("found").hidden = true;
    $("search").value = node.also[0];
    if (nodes.get(node.id).hidden) { hidden.kinds.clear(); hidden.lines.clear(); legend(); table(); }
    show(node.fact);
    network.focus(node.id, { scale: Math.max(network.getScale(), 0.9), animation: false });
  }
  $("search").addEventListener("input", search);
  $("search").addEventListener("keydown", (event) => {
    if (event.key === "Escape") $("found").hidden = true;
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = search();
    if (first) focus(first);
  });
  $("closer").addEventListener("click", () => zoom(1.3));
  $("farther").addEventListener("click", () => zoom(1 / 1.3));
  $("fit").addEventListener("click", whole);
  dark.addEventListener("change", () => { legend(); table(); if (network) repaint(); });
  $("scene").append(...data.scenes.map((one, number) => {
    const option = el("option", { value: String(number) });
    option.textContent = one.title;
    return option;
  }));
  $("scene-choice").hidden = data.scenes.length < 2;
  $("scene").addEventListener("change", () => draw(Number($("scene").value)));
  if (narrow.matches) $("legend").open = false;
  draw(0);
  window.kgView = Object.freeze({ show, draw, get network() { return network; }, get scene() { return scene; } });
})();
