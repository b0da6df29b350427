// Names compared as people type them: without accents, with typing errors.
const SPELLED = new Map(Object.entries({ ä: "ae", ö: "oe", ü: "ue", ß: "ss", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i" }));
/** @param {string} letter */
const spelled = (letter) => SPELLED.get(letter) ?? letter;

/** @param {string} text */
function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/[\p{M}\p{Cf}]+/gu, "").replace(/[ßæøłđı]/g, spelled);
  return plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** @param {string} text */
function foldings(text) { // "Müller" is found as "muller" and as "mueller"
  const first = fold(text.slice(0, 400)), second = fold(text.slice(0, 400).toLowerCase().replace(/[äöü]/g, spelled));
  return first === second ? [first] : [first, second];
}

/** @param {string} a @param {string} b @param {number} most */
function distance(a, b, most) { // edits from a to b, neighbours swapped count one; more than `most` is most + 1
  if (Math.abs(a.length - b.length) > most) return most + 1;
  /** @type {number[]} */
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return Math.min(last[b.length], most + 1);
}

/** @param {string} word typing errors that are forgiven; another number is another thing */
const slips = (word) => (word.length < 4 || /^\d+$/.test(word) ? 0 : word.length < 8 ? 1 : 2);

/** @param {string} asked @param {string} word */
function wordScore(asked, word) { // 0 is the same, null no match
  if (word === asked) return 0;
  if (word.startsWith(asked)) return 1;
  const most = slips(asked);
  if (most) {
    const apart = distance(asked, word, most);
    if (apart <= most) return 3 + apart;
    if (word.length > asked.length) {
      const head = distance(asked, word.slice(0, asked.length), most);
      if (head <= most) return 4 + head;
    }
  }
  return asked.length > 2 && word.includes(asked) ? 3 : null;
}

/** @param {string} asked @param {string} name */
function nameScore(asked, name) { // every word asked for must be there; lower is better
  if (!asked) return null;
  if (name === asked) return 0;
  if (name.startsWith(asked)) return 1;
  const words = name.split(" ");
  let sum = 2;
  for (const part of asked.split(" ")) {
    let best = null;
    for (const word of words) {
      const score = wordScore(part, word);
      if (score !== null && (best === null || score < best)) best = score;
    }
    if (best === null) return null;
    sum += best;
  }
  return sum + words.length / 100;
}

/** @param {string[]} wanted @param {string[]} forms */
function bestScore(wanted, forms) { // of every way to ask and every way to write the name
  let best = null;
  for (const form of forms) for (const one of wanted) {
    const score = nameScore(one, form);
    if (score !== null && (best === null || score < best)) best = score;
  }
  return best;
}
