// What is selected, and what hangs together with it.
/** @type {Choosing & ThisType<App>} */
const choosing = {
  chosen() { // {fact}, {node} or {edge} of what is selected
    const [type, id] = [this.selected.slice(0, 1), this.selected.slice(2)];
    if (type === "f") { const fact = facts.number.get(id); return fact === undefined ? null : { fact }; }
    if (type === "n") {
      const node = this.scene.id.indexOf(id);
      if (node < 0) return null;
      const fact = facts.number.get(this.scene.fact[node]);
      return fact === undefined ? { node } : { node, fact };
    }
    if (type === "e") { const edge = edgeKeys(this.scene).indexOf(id); return edge < 0 ? null : { edge }; }
    return null;
  },

  select(what, { go = false, keep = false, past = true } = {}) {
    if (past && this.selected && this.selected !== what && what) this.past.push(this.selected);
    if (!what) this.past = [];
    this.selected = what;
    if (what.startsWith("f:")) this.reveal(what.slice(2));
    if (go) this.goTo();
    showCard(this, !keep && Boolean(what));
    this.showNear();
    remember(this);
  },

  back() { const before = this.past.pop(); if (before) this.select(before, { past: false }); },
  pick(i, more = {}) { // a click on a shape: groups open, everything else shows its card
    if (this.scene.members.has(i) && more.toggle !== false) {
      this.selected = `n:${this.scene.id[i]}`;
      this.toggle(i);
      if (this.scene.open.has(i)) this.enter(i);
      return;
    }
    this.select(`n:${this.scene.id[i]}`, more);
    if (more.keep) this.inView(i);
  },

  enter(i) { // so near that what is inside can be read
    const { scene, layers } = this, side = Math.max(scene.w[i], scene.h[i]), inside = scene.members.get(i)?.length ?? 1;
    const k = Math.min(3.2, Math.max((0.7 * Math.min(layers.width, layers.height)) / side, (90 * Math.sqrt(inside)) / side));
    if (k <= layers.cam.k) return;
    this.moved = true;
    layers.move({ x: scene.x[i], y: scene.y[i], k });
  },

  reveal(id) { // open the group that holds it
    for (const i of nodesOf(this.scene, id)) {
      const cluster = this.scene.inside.get(i);
      if (cluster !== undefined && !this.scene.open.has(cluster)) this.toggle(cluster);
    }
  },

  nodesChosen() {
    const chosen = this.chosen();
    if (!chosen) return [];
    if (chosen.node !== undefined) return [chosen.node];
    if (chosen.edge !== undefined) return [this.scene.a[chosen.edge], this.scene.b[chosen.edge]];
    const { fact } = chosen;
    if (fact === undefined) return [];
    const drawn = nodesOf(this.scene, facts.ids[fact]);
    if (drawn.length || !isClaim(fact)) return drawn;
    return [...this.scene.claims.keys()].filter((i) => this.scene.claims[i].length === 1 && this.scene.claims[i][0] === fact);
  },

  focusNode() { return this.nodesChosen()[0] ?? null; },
  edgeLine(i) {
    const claims = this.scene.eclaims[i];
    if (facts.ready && claims.length === 1) return joined([speakerWords(claims[0]), dayWords(claimProps(claims[0]), "said"), stanceWords(stanceOf(claims[0])), nameOf(claims[0])], " · ");
    return edgeWords(this.scene, i);
  },

  goTo() {
    const [i] = this.nodesChosen();
    if (i === undefined) return;
    this.moved = true;
    this.layers.move({ x: this.scene.x[i], y: this.scene.y[i], k: Math.max(this.layers.cam.k, 0.9) });
  },

  inView(i) {
    const { cam, width, height } = this.layers, { scene } = this;
    const x = (scene.x[i] - cam.x) * cam.k, y = (scene.y[i] - cam.y) * cam.k;
    if (Math.abs(x) > width / 2 - 40 || Math.abs(y) > height / 2 - 40) { this.moved = true; this.layers.move({ x: scene.x[i], y: scene.y[i], k: cam.k }); }
  },

  clearNear() { this.layers.livePen.clearRect(0, 0, this.layers.live.width, this.layers.live.height); },

  near() { // what hangs together with what is selected or under the hand
    const { scene, hover } = this, near = { nodes: new Set(), edges: new Set() };
    const chosen = this.chosen(), fact = chosen?.fact, own = hover ? (hover.node !== undefined ? [hover.node] : []) : chosen?.edge !== undefined ? [] : this.nodesChosen();
    const lines = hover ? (hover.bundle !== undefined ? [...(scene.bundles ?? [])[hover.bundle].edges] : hover.edge !== undefined ? [hover.edge] : []) : chosen?.edge !== undefined ? [chosen.edge] : [];
    if (!hover && fact !== undefined && isClaim(fact)) scene.eclaims.forEach((claims, i) => { if (claims.includes(fact)) lines.push(i); });
    for (const i of own) {
      near.nodes.add(i);
      for (const e of edgesAt(scene)[i]) near.edges.add(e);
      for (const m of scene.members.get(i) ?? []) { near.nodes.add(m); for (const e of edgesAt(scene)[m]) near.edges.add(e); }
    }
    for (const e of lines) near.edges.add(e);
    if (scene.kind === "chain" || scene.kind === "flow") for (const [from, to] of [[scene.a, scene.b], [scene.b, scene.a]]) this.follow(near, [...own, ...lines.map((e) => to[e])], from, to);
    for (const e of near.edges) { if (scene.eon[e]) { near.nodes.add(scene.a[e]); near.nodes.add(scene.b[e]); } }
    return { near, own };
  },

  follow(near, todo, from, to) { // all that comes before, or after, in a chain; a flow ends at the bars of the states
    const met = new Set(todo);
    for (const i of todo) { // it grows on the way
      if (this.scene.shape[i] === "bar") continue;
      for (const e of edgesAt(this.scene)[i]) {
        if (from[e] !== i || !this.scene.eon[e]) continue;
        near.edges.add(e);
        if (!met.has(to[e])) { met.add(to[e]); todo.push(to[e]); }
      }
    }
  },

  showNear() {
    this.clearNear();
    this.paintNear();
    markChanged(this.layers, this);
  },

  paintNear() {
    if (!this.scene.count) return;
    const { near, own } = this.near();
    if (!near.nodes.size && !near.edges.size) return;
    const { layers } = this, pen = layers.livePen;
    pen.setTransform(layers.ratio, 0, 0, layers.ratio, 0, 0);
    drawNear(pen, this.scene, layers.cam, layers.width, layers.height, near, this.hover ? own : this.nodesChosen());
    pen.setTransform(1, 0, 0, 1, 0, 0);
  },
};
