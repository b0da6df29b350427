// The shapes of the data of the search page of a site: what kg/site/index.py writes.

declare const WORDS: Record<"found" | "none" | "lead", string>;
declare const LATIN: Record<string, string>; // letters of other alphabets in Latin ones
declare var kgIndex: string; // base64 of gzip of JSON: an `Index`

interface Index { kinds: string[]; rows: [kind: number, address: string, name: string, note: string, ...others: string[]][] }

interface Row { kind: string; address: string; name: string; note: string; claim: boolean; forms: string[]; raw: string }

interface SearchElements { q: HTMLInputElement; how: HTMLElement; hits: HTMLElement; all: HTMLElement } // by their ids
