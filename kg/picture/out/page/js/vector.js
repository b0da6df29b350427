// A pen that writes SVG: the same functions paint with it that paint on the canvas.
class VectorPen {
  /** @param {number} width @param {number} height */
  /** @type {Style} */
  fillStyle = "#000";
  /** @type {Style} */
  strokeStyle = "#000";
  lineWidth = 1;
  globalAlpha = 1;
  /** @type {CanvasLineCap} */
  lineCap = "butt";
  /** @type {CanvasLineJoin} */
  lineJoin = "miter";
  font = "";
  /** @type {CanvasTextAlign} */
  textAlign = "left";
  /** @type {CanvasTextBaseline} */
  textBaseline = "middle";
  /** @type {number[]} */
  dashes = [];
  d = "";
  /** @type {Map<string, string>} */
  hatches = new Map();
  measure = penOf(document.createElement("canvas"));

  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}` });
    this.defs = this.root.appendChild(svg("defs", {}));
  }

  /** @param {number[]} numbers */
  n(...numbers) { return numbers.map((v) => Math.round(v * 100) / 100).join(" "); }
  beginPath() { this.d = ""; }
  /** @param {number} x @param {number} y */
  moveTo(x, y) { this.d += `M${this.n(x, y)}`; }
  /** @param {number} x @param {number} y */
  lineTo(x, y) { this.d += `L${this.n(x, y)}`; }
  /** @param {number[]} p */
  quadraticCurveTo(...p) { this.d += `Q${this.n(...p)}`; }
  /** @param {number[]} p */
  bezierCurveTo(...p) { this.d += `C${this.n(...p)}`; }
  closePath() { this.d += "Z"; }
  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  rect(x, y, w, h) { this.d += `M${this.n(x, y)}h${this.n(w)}v${this.n(h)}h${this.n(-w)}Z`; }
  /** @param {number} x @param {number} y @param {number} r */
  arc(x, y, r) { this.d += `M${this.n(x + r, y)}A${this.n(r, r)} 0 1 0 ${this.n(x - r, y)}A${this.n(r, r)} 0 1 0 ${this.n(x + r, y)}Z`; }
  /** @param {number} x @param {number} y @param {number} w @param {number} h @param {number} r */
  roundRect(x, y, w, h, r) {
    this.d += `M${this.n(x + r, y)}h${this.n(w - 2 * r)}a${this.n(r, r)} 0 0 1 ${this.n(r, r)}v${this.n(h - 2 * r)}a${this.n(r, r)} 0 0 1 ${this.n(-r, r)}`
      + `h${this.n(2 * r - w)}a${this.n(r, r)} 0 0 1 ${this.n(-r, -r)}v${this.n(2 * r - h)}a${this.n(r, r)} 0 0 1 ${this.n(r, -r)}Z`;
  }

  /** @param {number[]} dashes */
  setLineDash(dashes) { this.dashes = dashes; }
  /** @param {string} colour */
  hatch(colour) {
    if (!this.hatches.has(colour)) {
      const id = `hatch${this.hatches.size}`;
      const tile = svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" });
      tile.append(svg("path", { d: "M-2 8L8 -2M-2 2L2 -2M4 8L8 4", stroke: colour, "stroke-width": 1.3 }));
      this.defs.append(tile);
      this.hatches.set(colour, `url(#${id})`);
    }
    return this.hatches.get(colour) ?? colour;
  }

  /** @param {"path" | "rect" | "text"} name @param {Record<string, number | Style>} attributes */
  add(name, attributes) {
    if (this.globalAlpha < 1) attributes.opacity = this.globalAlpha;
    return this.root.appendChild(svg(name, attributes));
  }

  line() {
    /** @type {Record<string, string | Style>} */
    const own = { stroke: this.strokeStyle, "stroke-width": this.n(this.lineWidth), "stroke-linecap": this.lineCap, "stroke-linejoin": this.lineJoin };
    if (this.dashes.length) own["stroke-dasharray"] = this.dashes.join(" ");
    return own;
  }

  fill() { this.add("path", { d: this.d, fill: this.fillStyle }); }
  stroke() { if (this.d) this.add("path", { d: this.d, fill: "none", ...this.line() }); }
  /** @param {number} x @param {number} y @param {number} w @param {number} h */
  fillRect(x, y, w, h) { this.add("rect", { x: this.n(x), y: this.n(y), width: this.n(w), height: this.n(h), fill: this.fillStyle }); }
  /** @param {string} words */
  measureText(words) {
    this.measure.font = this.font;
    return this.measure.measureText(words);
  }

  /** @param {string} words @param {number} x @param {number} y @param {Record<string, Style>} more */
  letters(words, x, y, more) {
    const [, weight, size] = /^(bold )?([\d.]+)px/.exec(this.font) ?? [];
    const node = this.add("text", {
      x: this.n(x), y: this.n(y), "font-family": LOOKS.face, "font-size": this.n(Number(size)), "dominant-baseline": "central",
      "text-anchor": this.textAlign === "center" ? "middle" : this.textAlign === "right" ? "end" : "start", ...(weight ? { "font-weight": "bold" } : {}), ...more,
    });
    node.textContent = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
  }

  /** @param {string} words @param {number} [most] @returns {Record<string, string>} */
  narrowed(words, most) { return most && this.measureText(words).width > most * 1.005 ? { textLength: this.n(most), lengthAdjust: "spacingAndGlyphs" } : {}; }
  /** @param {string} words @param {number} x @param {number} y @param {number} [most] */
  fillText(words, x, y, most) { this.letters(words, x, y, { fill: this.fillStyle, ...this.narrowed(words, most) }); }
  /** @param {string} words @param {number} x @param {number} y @param {number} [most] */
  strokeText(words, x, y, most) { if (this.lineWidth > 0) this.letters(words, x, y, { fill: "none", ...this.line(), "stroke-dasharray": "none", ...this.narrowed(words, most) }); }
  text() { return new XMLSerializer().serializeToString(this.root); }
}
