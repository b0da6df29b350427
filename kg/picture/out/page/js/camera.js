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

const READ_PX = 9; // text smaller than this is not read

/** @param {Scene} scene @param {number} width @param {number} height */
const readWhole = (scene, width, height) => fitted(scene.box, width, height).k * LOOKS.font >= READ_PX;

/** @param {Scene} scene @param {number} width @param {number} height */
function firstView(scene, width, height) { // all of it while its text can be read, else of a network what matters most, of the others the beginning
  const fit = fitted(scene.box, width, height);
  const [left, top, right, bottom] = scene.box;
  const k = Math.min(1, Math.max(0.75, width / (right - left)));
  if (readWhole(scene, width, height) && !(scene.narrow && fit.k < k)) return fit; // rows for a phone go on below it rather than become small
  if (scene.kind !== "network") {
    return {
      x: right - left <= width / k ? (left + right) / 2 : left + width / 2 / k,
      y: bottom - top <= height / k ? (top + bottom) / 2 : top + height / 2 / k, k,
    };
  }
  const most = [...scene.byRank.slice(0, 60)].filter((i) => scene.on[i]), wide = width / 2 / k - 60, high = height / 2 / k - 30;
  /** @param {number} side @param {number} low @param {number} end @param {number} at */
  const room = (side, low, end, at) => (end - low <= side / k ? (low + end) / 2 : Math.min(end - side / 2 / k, Math.max(low + side / 2 / k, at)));
  let best = { x: (left + right) / 2, y: (top + bottom) / 2, k }, heaviest = -1;
  for (const i of most) { // the window around one of them that holds most of the others
    const one = { x: room(width, left, right, scene.x[i]), y: room(height, top, bottom, scene.y[i]), k };
    const weight = most.reduce((sum, j, place) => sum + (Math.abs(scene.x[j] - one.x) < wide && Math.abs(scene.y[j] - one.y) < high ? 1 / (2 + place) : 0), 0);
    if (weight > heaviest) { heaviest = weight; best = one; }
  }
  return best;
}
