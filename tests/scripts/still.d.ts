// The shapes of the data of a page with vis-network (kg/picture/out/pyvis/page.py), and the little of vis-network that it uses.

type Look = Record<string, unknown>;
interface Item extends Record<string, unknown> { k?: number } // k: number of the look that it shares with others
interface StillNode extends Item { id: number; label?: string; full?: string; members?: number[]; hidden?: boolean }
interface StillEdge extends Item { from: number; to: number; id?: number; hidden?: boolean }
interface StillData {
  looks: Look[]; nodes: StillNode[]; edges: StillEdge[]; options: object;
  box: [left: number, top: number, right: number, bottom: number]; whole: boolean;
}

declare namespace vis {
  class DataSet<T> {
    constructor(items: T[]);
    map<U>(change: (item: T) => U): U[];
    update(items: Partial<T> | Partial<T>[]): void;
  }
  class Network {
    constructor(place: HTMLElement, data: { nodes: DataSet<StillNode>; edges: DataSet<StillEdge> }, options: object);
    on(event: "click" | "doubleClick", act: (event: { nodes: number[] }) => void): void;
    once(event: "afterDrawing", act: () => void): void;
    moveTo(view: { position: { x: number; y: number }; scale: number }): void;
  }
}

interface Window { kgDrawn: number; kgNetwork: vis.Network } // for tests and measuring
