// Colours, dashes and hatching for the theme that is on. A pen is a 2D context, of a canvas or of the SVG writer.
const kindLooks = new Map(Object.entries(LOOKS.kinds));
const styleLooks = new Map([...Object.entries(LOOKS.links), ...Object.entries(LOOKS.extras), ...Object.entries(LOOKS.statuses), ...Object.entries(LOOKS.stances)]);
const stances = new Map(Object.entries(LOOKS.stances));
/** @param {string} stance */
const sideOf = (stance) => stances.get(stance)?.side ?? "";
const statuses = new Map(Object.entries(LOOKS.statuses));
const extras = new Map(Object.entries(LOOKS.extras));
const darkWished = matchMedia("(prefers-color-scheme: dark)");
/** @type {Theme | "auto"} */
let theme = "auto";
let printing = false;

/** @returns {Theme} */
const ground = () => (printing ? "light" : theme === "auto" ? (darkWished.matches ? "dark" : "light") : theme);
const paper = () => LOOKS.paper[ground()];
const ink = () => LOOKS.ink[ground()];
const soft = () => LOOKS.soft[ground()];
/** @param {string} kind */
const kindLook = (kind) => kindLooks.get(kind) ?? LOOKS.otherKind;
/** @param {string} style */
const lineLook = (style) => styleLooks.get(style) ?? LOOKS.plain;
/** @param {string} style */
const lineColour = (style) => lineLook(style)[ground()];

/** @type {Map<string, HTMLCanvasElement>} */
const tiles = new Map();
/** @param {Pen} pen @param {string} colour */
function hatch(pen, colour) { // slanted lines: what is not certain
  if (pen instanceof VectorPen) return pen.hatch(colour);
  const key = `${colour} ${devicePixelRatio}`;
  let tile = tiles.get(key);
  if (!tile) {
    const size = Math.round(6 * Math.max(1, devicePixelRatio));
    tile = document.createElement("canvas");
    tile.width = tile.height = size;
    const ctx = penOf(tile);
    ctx.strokeStyle = colour;
    ctx.lineWidth = size / 4.5;
    for (const shift of [-size, 0, size]) {
      ctx.beginPath();
      ctx.moveTo(shift - 2, size + 2);
      ctx.lineTo(shift + size + 2, -2);
      ctx.stroke();
    }
    tiles.set(key, tile);
  }
  const pattern = pen.createPattern(tile, "repeat");
  if (!pattern) return colour;
  pattern.setTransform(new DOMMatrix().scale(1 / Math.max(1, devicePixelRatio)));
  return pattern;
}

/** @param {Pen} pen @param {string} name @param {number} x @param {number} y @param {number} r @param {string} colour */
function sign(pen, name, x, y, r, colour) { // a small disc that tells stance or status by its form
  pen.setLineDash([]);
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
  pen.fillStyle = paper();
  pen.fill();
  pen.lineWidth = Math.max(1, r / 5);
  pen.strokeStyle = colour;
  pen.stroke();
  pen.lineWidth = Math.max(1.2, r / 3.4);
  pen.lineCap = "round";
  pen.beginPath();
  const s = r * 0.48;
  /** @param {Point[]} points */
  const line = (...points) => points.forEach(([px, py], i) => (i ? pen.lineTo(x + px * s, y + py * s) : pen.moveTo(x + px * s, y + py * s)));
  if (name === "cross") { line([-1, -1], [1, 1]); line([1, -1], [-1, 1]); }
  else if (name === "versus") { line([-1, -0.4], [1, -0.4]); line([-1, 0.5], [1, 0.5]); line([0.5, -1.1], [-0.5, 1.2]); }
  else if (name === "question") { line([-0.75, -0.55], [-0.35, -1.05], [0.4, -1.05], [0.75, -0.6], [0.6, -0.15], [0, 0.15], [0, 0.4]); line([0, 1.1], [0, 1.12]); }
  else if (name === "exclaim") { line([0, -1.1], [0, 0.3]); line([0, 1], [0, 1.02]); }
  else if (name === "later") { line([-0.9, 0], [0.9, 0]); line([0.2, -0.8], [0.95, 0], [0.2, 0.8]); }
  else if (name === "back") { line([0.9, 0], [-0.9, 0]); line([-0.2, -0.8], [-0.95, 0], [-0.2, 0.8]); }
  else if (name === "remark") for (const dot of [-0.9, 0, 0.9]) line([dot, 0], [dot, 0.02]);
  else if (name === "silent") line([-0.9, 0.9], [0.9, -0.9]);
  pen.stroke();
  pen.lineCap = "butt";
}
