// Where the picture is looked at: the point in the middle of the window, and the zoom.
const ZOOM_MIN = 0.01, ZOOM_MAX = 12;

/** @param {Camera} one @param {Camera} other */
const sameView = (one, other) => one.x === other.x && one.y === other.y && one.k === other.k;
/** @param {number} k */
const clampZoom = (k) => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, k));

/** @param {Box} box @param {number} width @param {number} height */
function fitted(box, width, height, most = 1.25) { // all of it, never larger than life by much
  const [left, top, right, bottom] = box;
  const k = clampZoom(Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top), most));
  return { x: (left + right) / 2, y: (top + bottom) / 2, k };
}

/** @param {Scene} scene @param {number} width @param {number} height */
function firstView(scene, width, height) { // all of it if that can be read, else its beginning
  const fit = fitted(scene.box, width, height);
  const [left, top, right, bottom] = scene.box;
  if (fit.k >= 0.62 || scene.count > 400) return fit;
  const narrow = width < 600;
  const k = Math.min(1, Math.max(narrow ? 0.75 : 0.72, Math.min(width / (right - left), 1)));
  if (scene.kind === "network") {
    const busiest = scene.byRank[0] ?? 0;
    /** @param {number} side @param {number} low @param {number} high @param {number} at */
    const room = (side, low, high, at) => (high - low <= side / k ? (low + high) / 2 : Math.min(high - side / 2 / k, Math.max(low + side / 2 / k, at)));
    return { x: room(width, left, right, scene.x[busiest]), y: room(height, top, bottom, scene.y[busiest]), k };
  }
  return {
    x: right - left <= width / k ? (left + right) / 2 : left + width / 2 / k,
    y: bottom - top <= height / k ? (top + bottom) / 2 : top + height / 2 / k, k,
  };
}
