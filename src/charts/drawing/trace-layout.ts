import { place } from './svg.ts';

export type Flow = { readonly from: number; readonly to: number; readonly amount: number };

/** `lines` are those that its name and what else is written beside it take. */
export type Stop = { readonly column: number; readonly amount: number; readonly lost: number; readonly lines: number };

export type Bar = { readonly x: number; readonly y: number; readonly height: number; readonly lost: number };

export type TraceLayout = {
  readonly height: number;
  readonly bars: readonly Bar[];
  /** The outline of each flow; null of one that does not lead to a later column. */
  readonly ribbons: readonly (string | null)[];
};

export const barWidth = 8;
const [gap, line, least] = [12, 15, 2];

/**
 * Stops in their columns and flows between them, as broad as their amounts on one scale. Within a column stand first those
 * whose flows come from further up, so that fewer cross; whatever is beside a stop has room before the next one begins.
 */
export const layOutTrace = (
  stops: readonly Stop[],
  flows: readonly Flow[],
  lefts: readonly number[],
  room: number,
): TraceLayout => {
  const forward = flows.map((flow) => (stops[flow.from]?.column ?? 0) < (stops[flow.to]?.column ?? 0));
  const kept = flows.filter((_, index) => forward[index]);
  const sizes = stops.map((stop, index) => sizeOf(stop, index, kept));
  const sums = lefts.map((_, column) =>
    stops.reduce((sum, stop, at) => sum + (stop.column === column ? (sizes[at] ?? 0) : 0), 0),
  );
  const most = Math.max(0, ...sums);
  const tall = (amount: number): number => (most > 0 ? (Math.max(0, amount) / most) * room : 0);
  const bars: Bar[] = stops.map(() => ({ x: 0, y: 0, height: 0, lost: 0 }));
  let height = 0;
  for (const [column, x] of lefts.entries()) {
    let y = 0;
    for (const index of ordered(column, stops, kept, bars)) {
      const { lost = 0, lines = 0 } = stops[index] ?? {};
      const high = Math.max(least, tall(sizes[index] ?? 0));
      bars[index] = { x, y, height: high, lost: Math.min(high, tall(lost)) };
      height = Math.max(height, y + Math.max(high, lines * line));
      y += Math.max(high, lines * line) + gap;
    }
  }
  return { height, bars, ribbons: ribbonsOf(flows, forward, bars, tall) };
};

/** A stop is as high as what it has, what comes in, or what goes out of it, whichever is most. */
const sizeOf = ({ amount, lost }: Stop, index: number, flows: readonly Flow[]): number => {
  const sum = (end: 'from' | 'to'): number =>
    flows.reduce((all, flow) => all + (flow[end] === index ? Math.max(0, flow.amount) : 0), 0);
  return Math.max(0, amount, sum('to'), sum('from') + Math.max(0, lost));
};

const ordered = (column: number, stops: readonly Stop[], flows: readonly Flow[], bars: readonly Bar[]): number[] => {
  const middle = (index: number): number => {
    const into = flows.filter(({ to }) => to === index);
    return into.length === 0
      ? Number.MAX_VALUE
      : into.reduce((sum, { from }) => sum + (bars[from]?.y ?? 0), 0) / into.length;
  };
  return stops
    .flatMap((stop, index) => (stop.column === column ? [{ index, at: middle(index) }] : []))
    .sort((a, b) => (a.at === b.at ? a.index - b.index : a.at - b.at))
    .map(({ index }) => index);
};

const ribbonsOf = (
  flows: readonly Flow[],
  forward: readonly boolean[],
  bars: readonly Bar[],
  tall: (amount: number) => number,
): (string | null)[] => {
  const at = (index: number): Bar => bars[index] ?? { x: 0, y: 0, height: 0, lost: 0 };
  const left = bars.map(({ y }) => y);
  const came = bars.map(({ y }) => y);
  const ribbons: (string | null)[] = flows.map(() => null);
  const inOrder = [...flows.entries()]
    .filter(([index]) => forward[index])
    .sort(([, a], [, b]) => at(a.from).y - at(b.from).y || at(a.to).y - at(b.to).y);
  for (const [index, { from, to, amount }] of inOrder) {
    const broad = Math.max(1, tall(amount));
    // What is held inside its bars never leaves them, also where rounding or thin flows would add up to more.
    const start = Math.min(left[from] ?? 0, at(from).y + Math.max(0, at(from).height - broad));
    const end = Math.min(came[to] ?? 0, at(to).y + Math.max(0, at(to).height - broad));
    left[from] = start + broad;
    came[to] = end + broad;
    ribbons[index] = ribbon(at(from).x + barWidth, start, at(to).x, end, broad);
  }
  return ribbons;
};

const ribbon = (x1: number, y1: number, x2: number, y2: number, broad: number): string => {
  const middle = (x1 + x2) / 2;
  const at = (x: number, y: number): string => `${place(x)},${place(y)}`;
  const there = `M${at(x1, y1)}C${at(middle, y1)} ${at(middle, y2)} ${at(x2, y2)}`;
  const back = `L${at(x2, y2 + broad)}C${at(middle, y2 + broad)} ${at(middle, y1 + broad)} ${at(x1, y1 + broad)}Z`;
  return there + back;
};
