// PNG and SVG of the picture as it is filtered now, or of both days, whole, with title and caption; made here, sent nowhere.
const DAY_LINE = 26, EDGE = 24, CAPTION = 13, TITLE = 18, TITLE_LINE = 24;

/** @param {Pen} pen @param {string} words @param {number} size @param {number} width @param {number} most */
function linesOf(pen, words, size, width, most, bold = false) {
  const lines = [""];
  for (const word of words.slice(0, 3000).split(/\s+/).map((one) => one.slice(0, 120))) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${word}` : word;
    if (lines.at(-1) && textWidth(pen, longer, size, bold) > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  let open = 0;
  return lines.slice(0, most).map((line) => { // a part that is broken over lines is set apart in each
    const whole = "\u2068".repeat(open) + line;
    for (const char of line) open = Math.max(0, open + (char === "\u2068" ? 1 : char === "\u2069" ? -1 : 0));
    return whole + "\u2069".repeat(open);
  });
}

/** @param {Pen} pen @param {ReturnType<typeof plan>} room */
function paintWhole(pen, { width, height, k, head, foot, over, title, under, lines, signs, panels }) {
  pen.fillStyle = paper();
  pen.fillRect(0, 0, width, height);
  for (const [n, { scene, day, x, y }] of panels.entries()) {
    const [left, top] = scene.box, cam = { x: left + (width / 2 - x) / k, y: top + (height / 2 - y) / k, k };
    for (const _ of drawPicture(pen, scene, cam, width, height, { labels: [] }, false));
    if (panels.length > 1) frameChanged(pen, scene, panels[1 - n].scene, cam, width, height);
    pen.fillStyle = ink();
    pen.textAlign = "left";
    pen.textBaseline = "middle";
    pen.font = `bold ${CAPTION}px ${LOOKS.face}`;
    if (day) pen.fillText(setApart(day), x, y - DAY_LINE / 2);
  }
  pen.fillStyle = ink();
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.font = `bold ${TITLE}px ${LOOKS.face}`;
  title.forEach((line, n) => pen.fillText(setApart(line), EDGE, EDGE + over.length * 17 + n * TITLE_LINE));
  pen.font = `${CAPTION}px ${LOOKS.face}`;
  pen.fillStyle = soft();
  over.forEach((line, n) => pen.fillText(setApart(line), EDGE, 18 + n * 17));
  under.forEach((line, n) => pen.fillText(setApart(line), EDGE, head - 17 * (under.length - n)));
  const below = height - foot + 14 + (signs.at(-1)?.row ?? -1) * 20 + 20;
  for (const { x, row, wide, words, paint } of signs) {
    const y = height - foot + 14 + row * 20;
    paint?.(pen, x, y);
    pen.font = `${CAPTION}px ${LOOKS.face}`;
    pen.textAlign = "left";
    pen.fillStyle = soft();
    pen.fillText(setApart(words), x + wide, y);
  }
  lines.forEach((line, n) => pen.fillText(setApart(line), EDGE, below + n * 17));
}

/** @param {Scene[]} scenes @param {Pen} pen @param {number} room @returns {PlacedSign[]} */
function legendRows(scenes, pen, room) { // sign after sign, from row to row
  let x = EDGE, row = 0;
  const all = [...scenes.flatMap(signsOf), ...[...scenes.flatMap(notesOf), scenes.length > 1 ? t("compare.framed") : ""].filter(Boolean).map((words) => ({ wide: 0, words, paint: undefined }))];
  return [...new Map(all.map((one) => [one.words, one])).values()].map((one) => {
    const wide = one.wide && one.wide + 5, [words] = linesOf(pen, one.words, CAPTION, room - wide, 1), long = wide + textWidth(pen, words, CAPTION);
    if (x > EDGE && x + long > EDGE + room) { x = EDGE; row++; }
    const placed = { ...one, wide, words, x, row };
    x += long + 16;
    return placed;
  });
}

/** @param {App} app @param {number} most */
function plan(app, most) { // how large, and where title and caption go
  const shown = picturesOf(app), sizes = shown.map(([{ box: [left, top, right, bottom] }]) => [right - left, bottom - top]), gap = shown.length > 1 ? DAY_LINE : 0;
  /** @param {0 | 1} way */
  const longest = (way) => Math.max(...sizes.map((size) => size[way])), all = (/** @type {0 | 1} */ way) => sizes.reduce((sum, size) => sum + size[way], 0);
  const across = longest(1) > longest(0), wide = across ? all(0) : longest(0), high = across ? longest(1) : all(1); // two pictures beside each other, or one below the other
  const k = Math.min(1, (most - 2 * EDGE - gap) / Math.max(1, wide), most / Math.max(1, high));
  const width = Math.round(Math.max(420, wide * k + 2 * EDGE + (across ? gap : 0)));
  const day = filter.day === null ? "" : `${t("status.as.of", { day: spanWords(filter.day) })}. `;
  const measure = penOf(document.createElement("canvas"));
  const found = findingOf(app), question = titleOf(app.scene), room = width - 2 * EDGE;
  const over = found === question ? [] : linesOf(measure, question.slice(0, 600), CAPTION, room, 3);
  const title = linesOf(measure, found.slice(0, 600), TITLE, room, 8, true);
  const asked = [...askedOf(app), dayOfFinding(app)].filter(Boolean).join(" · "), under = asked ? linesOf(measure, asked, CAPTION, room, 3) : [];
  const lines = [...linesOf(measure, `${day}${captionOf(app.scene)}`, CAPTION, room, 12), ...linesOf(measure, joined([creditWords(), ownAddress()], " · "), CAPTION, room, 3)];
  const signs = legendRows(shown.map(([scene]) => scene), measure, room), tall = 20 * ((signs.at(-1)?.row ?? -1) + 1);
  const head = 24 + title.length * TITLE_LINE + 17 * (over.length + under.length), foot = lines.length * 17 + tall + 20;
  let x = shown.length > 1 ? EDGE : 0, y = head;
  const panels = shown.map(([scene, on], n) => {
    const [w, h] = sizes[n], panel = { scene, day: on, x: x || (width - w * k) / 2, y: y + gap };
    if (across) x += w * k + gap; else y += h * k + gap;
    return panel;
  });
  return { k, width, head, foot, signs, over, title, under, lines, panels, height: Math.round(high * k + head + foot + (across ? gap : gap * shown.length)) };
}

/** @param {App} app */
function pictureSvg(app) {
  const room = plan(app, 20000), pen = new VectorPen(room.width, room.height);
  const said = svg("title", {});
  said.textContent = findingOf(app);
  pen.root.prepend(said);
  paintWhole(pen, room);
  return pen.text();
}

/** @param {App} app @returns {Promise<Blob | null>} */
function picturePng(app) {
  const room = plan(app, 5000), { width, height } = room, ratio = Math.min(2, 8000 / Math.max(width, height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = penOf(canvas, { alpha: false });
  pen.scale(ratio, ratio);
  paintWhole(pen, room);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** @param {Blob} blob @param {string} ending @param {App} app */
function download(blob, ending, app) {
  const address = URL.createObjectURL(blob);
  const link = el("a", { href: address, download: `${fileName(app)}.${ending}` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

/** @param {App} app */
function setUpSaving(app) {
  $("save-svg").addEventListener("click", () => download(new Blob([pictureSvg(app)], { type: "image/svg+xml" }), "svg", app));
  $("save-png").addEventListener("click", async () => {
    const blob = await picturePng(app);
    if (blob) download(blob, "png", app);
  });
  $("print").addEventListener("click", () => window.print());
  $("link").addEventListener("click", () => { writeState(app); copy(location.href, $("link")); });
  addEventListener("beforeprint", () => toPaper(app));
  addEventListener("afterprint", () => fromPaper(app));
}
