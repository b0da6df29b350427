// The shapes of the data of our page: what Python writes, and what its scripts make of it. Only checked, never shipped.
// Numbers named `fact`, `claim` or `topic` are places in `Facts`; `i` is a shape or a line of a scene; lengths are pixels.

type Theme = "light" | "dark";
type Box = number[]; // left, top, right, bottom
type Point = [number, number];
type Style = string | CanvasGradient | CanvasPattern;
type Pen = CanvasRenderingContext2D | VectorPen;
type Child = Node | string | null | undefined;
type Attributes = Record<string, string | number | boolean | null | undefined | (() => void)>;

// Tables that Python puts in front of the scripts (kg/.../page/assets.py and looks.py).
declare const LANGUAGES: string[]; // codes, English first
declare const WORDS: Record<string, (string | null)[]>; // one for each language
declare const LOOKS: {
  paper: Record<Theme, string>; ink: Record<Theme, string>; soft: Record<Theme, string>; grid: Record<Theme, string>; areas: Record<string, [light: string, dark: string, cover: number]>;
  face: string; font: number; line: number; roles: Record<string, number>;
  kinds: Record<string, KindLook>; otherKind: KindLook;
  stances: Record<string, LineLook>; statuses: Record<string, LineLook>; extras: Record<string, LineLook>;
  links: Record<string, LineLook>; plain: LineLook; back: string[]; events: string[]; claimEdges: string[];
  ahead: string[]; noAnswer: string; // stages of what has not happened; the stance that stands for silence
};

declare const REGISTERS: Record<string, string>; // address of a page for each scheme of identifiers, with {value}

interface KindLook {
  shape: string; mark: string; dashed: boolean; filled: boolean;
  light: [line: string, fill: string, tint: string]; dark: [line: string, fill: string, tint: string];
}

interface LineLook {
  light: string; dark: string; dashes: number[]; dots: number[]; end: string; width: number; sign?: string; side?: string;
}

// What `unpack("shown")` gives: drawings in columns (scene.py). Lengths are tenths of a pixel, words are numbers of the words of all.
type Some = number | number[]; // claims: a single one stands alone
interface Columns {
  kind: string; title: string; titles: Record<string, string>; caption: string; findings: Record<string, string[]>; asked: Record<string, string[]>; lang: string; narrow: number; box: Box; leftOut: number;
  forms?: { of: number; lang?: string; narrow?: number }[]; // what is different in each other form, see patch.py
  n: {
    id: number[]; f: number[]; k: number[]; s: number[]; x: number[]; y: number[]; w: number[]; h: number[]; l: number[];
    a: number[]; st: number[]; e: number[]; c: Some[]; r: number[]; v: number[]; tw: number[]; // widths that the layout kept for words, in pixels
    full: Record<string, number>; m: Record<string, number[]>;
  };
  e: {
    a: number[]; b: number[]; t: number[]; st: number[]; n: number[]; p: number[]; lo: number[]; hi: number[]; ar: number[];
    d: number[]; l: Record<string, [words: string, x: number, y: number, room: number]>; u: number[]; c: Some[];
  };
  t: { x: number[]; y: number[]; l: number[]; tw: number[]; a: number[]; r: number[]; f: number[]; c: Some[] };
  r: { at: number[][]; r: number[] };
  g?: [role: string, rings: number[][], claims: Some][];
}
type DayColumns = [from: string, columns: Partial<Columns>, scene?: Scene, whole?: Columns]; // decoded when first shown
interface Shown { drawings: Columns[]; days: DayColumns[][]; words: string[] }

// What `unpack("known")` gives: facts, days and quoted spans (facts.py, days.py, quotes.py).
type Value = string | number | boolean | (string | number | boolean)[];
type Properties = { [name: string]: Value | undefined };
interface Link { type: string; other: number; own: Properties; out?: boolean }
interface Standing { status?: string; credibility?: number | null; rule?: string; min?: number; max?: number; reports?: number; documents?: number }
interface Marks extends Standing {
  mentions?: number; part?: string[]; facets?: string[]; bearing?: string[]; ends?: string[]; echo?: string; back?: boolean; figure?: Standing;
}
type Change = [day: number, marks: Marks];
interface FactColumns {
  ids: string[]; kinds: string[]; names: string[]; props: Properties[];
  types: string[]; t: number[]; a: number[]; b: number[]; q: Record<string, Properties>;
}
interface Facts extends FactColumns { number: Map<string, number>; ready: boolean }
type Quote = [state: string, words: string];
interface KnownColumns {
  facts: FactColumns; days: string[]; history: Record<string, Change[]>; quotes: Record<string, Quote>; sourced: boolean;
  asOf: string | null;
}
interface Packed { shown: Shown; known: KnownColumns } // what stands in the page, by the id of its element
interface Known { days: string[]; history: Map<string, Change[]>; quotes: Map<string, Quote>; sourced: boolean }

// A drawing unpacked (scene.js). `Shapes` and `Lines` are what painting needs, so that the legend can paint one of each.
interface Shapes {
  x: ArrayLike<number>; y: ArrayLike<number>; w: ArrayLike<number>; h: ArrayLike<number>;
  shape: string[]; style: string[]; kindOf: string[]; left: string[]; right: string[]; label?: string[];
  added?: Set<number>; members: Map<number, number[]>; open: Set<number>; // groups, and which of them are open
}
interface Lines {
  points: ArrayLike<number>; first: ArrayLike<number>; low: number[]; high: number[]; unbounded: Set<number>;
  derived: number[]; estyle: string[]; arrow: number[];
}
interface SceneText { x: number; y: number; words: string; room: number; anchor: string; role: string; fact: string; claims: number[] }
interface Rule { x1: number; y1: number; x2: number; y2: number; role: string }
interface Form { lang: string; narrow: number; made: () => Scene; scene?: Scene } // decoded when first shown
interface Area { role: string; rings: Float32Array[]; claims: number[]; on: boolean }
interface Scene extends Shapes, Lines {
  kind: string; title: string; titles: Record<string, string>; caption: string; findings: Record<string, string[]>; asked: Record<string, string[]>; lang: string; narrow: number; leftOut: number; box: Box; count: number;
  forms: Form[];
  id: string[]; fact: string[]; label: string[]; room: number[]; claims: number[][]; rank: number[]; shown: number[]; full: Map<number, string>;
  x: Float32Array; y: Float32Array; w: Float32Array; h: Float32Array;
  ax: Float32Array; ay: Float32Array; anchor: Uint8Array; byRank: Int32Array; inside: Map<number, number>;
  edges: number; a: Int32Array; b: Int32Array; type: string[]; eclaims: number[][];
  elabel: Map<number, { words: string; x: number; y: number; room: number }>;
  points: Float32Array; first: Int32Array; ebox: Float32Array;
  texts: SceneText[]; rules: Rule[]; areas: Area[]; built: { style: string[]; label: string[] }; days: DayColumns[]; words: string[];
  on: Uint8Array; eon: Uint8Array; ton: boolean[]; // what filter and day leave
  grown?: [key: string, scene: Scene]; // what the reader laid beside
  bundles?: Bundle[]; plain?: Plain; // lines that share a trunk, and all lines as they were before
  near?: number[][]; keys?: string[]; byFact?: Map<string, number[]>; // made when first asked for
}

interface Bundle { key: string; hub: number; edges: number[]; path: number[]; x: number; y: number }
interface Plain { points: Float32Array; first: Int32Array; ebox: Float32Array; arrow: number[] }

// Painting (camera.js, paint.js, labels.js, layers.js).
interface Camera { x: number; y: number; k: number }
interface View { k: number; dx: number; dy: number }
interface Label {
  lines: string[]; size: number; step: number; x: number; y: number; anchor: number; box: Box;
  i?: number; text?: number; edge?: number; inside?: boolean; width?: number; bold?: boolean; soft?: boolean;
}
interface NodeLabel extends Label { i: number; inside: boolean; width: number }
type Steps<T = void> = Generator<undefined, T, undefined>; // work that can be stopped after any piece
interface LegendEntry { wide: number; words: string; paint?: (pen: Pen, x: number, y: number) => void }
interface PlacedSign extends LegendEntry { x: number; row: number }
interface Placed { labels: Label[] }
interface Sheet { canvas: HTMLCanvasElement; pen: CanvasRenderingContext2D; width: number; height: number; ratio: number }
interface Picture { cam: Camera; sheet: Sheet; placed: Placed }
interface Job extends Picture { steps: Steps }
interface Near { nodes: Set<number>; edges: Set<number> }

// What is selected or under the hand.
interface Hit { node?: number; edge?: number; text?: number; bundle?: number }
interface Chosen { fact?: number; node?: number; edge?: number }
type Row = [heading: string, pieces: Child[]];
interface Card { head: Child[]; title: string; lang?: string | null; body: Child[] }
interface SearchHit { fact: number; score: number; here: number; number: number }
interface Place { here: number; number: number }

// The table (table.js).
type Which = "claims" | "shapes" | "lines";
type ClaimData = Record<string, Value | null>;
interface Citation { id: string; title: string; outlet: string; day: string; url: string; language: string; note: string }
interface TableRow { on: boolean; go: string; order: Record<string, string | number>; cells: Record<string, string>; lang?: Record<string, string | null>; days?: Record<string, string> }
interface TableState { which: Which; sort: string; down: boolean }

interface AddressState {
  number: number; selected: string; day: string | null; vs: string | null; near: string[]; lines: string[]; at: Camera | null; off: [facet: string, key: string][]; open: string[];
  view: "picture" | "table"; rows: Which; sort: string; down: boolean; lang: string | null; theme: Theme | "auto";
}

interface Choosing {
  chosen(): Chosen | null;
  select(what: string, how?: { go?: boolean; keep?: boolean; past?: boolean }): void;
  back(): void;
  pick(i: number, how?: { keep?: boolean; toggle?: boolean }): void;
  enter(i: number): void;
  reveal(id: string): void;
  nodesChosen(): number[];
  focusNode(): number | null;
  edgeLine(i: number): string;
  goTo(): void;
  inView(i: number): void;
  clearNear(): void;
  paintNear(): void;
  near(): { near: Near; own: number[] };
  follow(near: Near, todo: number[], from: Int32Array, to: Int32Array): void;
  showNear(): void;
}

interface App extends Choosing {
  scenes: Scene[]; number: number; scene: Scene; layers: Layers; selected: string; past: string[]; view: "picture" | "table";
  moved: boolean; hover: Hit | null; languageChosen: boolean; table: TableState; written: string; menuIn: number;
  draw(number: number, at?: Camera | null): void;
  words(): void;
  refresh(focus?: boolean): void;
  around(focus?: boolean): void;
  filtered(): void;
  switchOff(facet: string, key: string, off: boolean): void;
  allOn(): void;
  setDay(day: string | null): void;
  toggle(i: number): void;
  setTable(more: Partial<TableState>): void;
  fit(): void;
  look(cam: Camera): void;
  show(view: "picture" | "table", now?: boolean): void;
  room(): boolean;
  measure(): boolean;
  resized(): void;
  recolour(): void;
  restore(back?: boolean): void;
}

// Every element of template.html that the scripts ask for by its id.
interface PageElements {
  "live-region": HTMLElement; brand: HTMLElement; language: HTMLElement; theme: HTMLElement; title: HTMLElement; question: HTMLElement; asked: HTMLElement; "of-day": HTMLElement; how: HTMLElement;
  caption: HTMLElement; empty: HTMLElement; note: HTMLElement; menu: HTMLElement; facets: HTMLElement; card: HTMLElement; side: HTMLElement;
  table: HTMLElement; time: HTMLElement; canvas: HTMLElement; stage: HTMLElement; whisper: HTMLElement; found: HTMLElement;
  view: HTMLElement; then: HTMLElement; "then-canvas": HTMLElement; "then-still": HTMLCanvasElement; "then-live": HTMLCanvasElement; "on-then": HTMLElement; "on-now": HTMLElement;
  undo: HTMLElement; compare: HTMLElement; with: HTMLElement; vs: HTMLSelectElement; map: HTMLElement; "map-frame": HTMLElement; "map-picture": HTMLCanvasElement;
  skip: HTMLElement; closer: HTMLElement; farther: HTMLElement; fit: HTMLElement; shown: HTMLElement; known: HTMLElement;
  "show-picture": HTMLElement; "show-table": HTMLElement; "day-before": HTMLElement; "day-after": HTMLElement; "day-text": HTMLElement;
  "save-svg": HTMLElement; "save-png": HTMLElement; "save-csv": HTMLElement; "save-json": HTMLElement; print: HTMLElement; link: HTMLElement; embed: HTMLElement; source: HTMLElement;
  drawing: HTMLSelectElement; search: HTMLInputElement; day: HTMLInputElement; legend: HTMLDetailsElement; "more-facets": HTMLDetailsElement | null;
  still: HTMLCanvasElement; live: HTMLCanvasElement;
}

interface Window { kgPage: object } // for tests and measuring
