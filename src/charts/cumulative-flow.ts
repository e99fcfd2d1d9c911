import type { StageKind } from '#model/kinds.ts';
import { defineChart } from './define.ts';
import { type Field, gaps, gridLines, nothing, upward, valueAxis } from './drawing/axes.ts';
import { kindOpacity, kindToken } from './drawing/kinds.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import { areaPath, linePath, type Point } from './drawing/path.ts';
import type { Pen } from './drawing/pen.ts';
import { below, spread } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import type { Scale } from './drawing/ticks.ts';

export type FlowBand = { readonly key: string | null; readonly name: string; readonly kind: StageKind | null };

/** `counts` are the items that stand in each band at the end of a day, in the order of the bands; null where nobody knows. */
export type FlowDay = { readonly day: string; readonly counts: readonly (number | null)[] };

export type CumulativeFlowData = {
  /** In the order in which work passes them; what is done counts from the first day on. */
  readonly bands: readonly FlowBand[];
  /** Every calendar day, from the oldest to the newest. */
  readonly days: readonly FlowDay[];
};

/** What came in and what went out, and between the two all that is under way, by where it stands. */
export const cumulativeFlow = defineChart<CumulativeFlowData>({
  id: 'cumulative-flow',
  title: (data, words) => {
    const known = knownDays(data);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last) return 'No day says what is under way';
    const now = underWay(data.bands, last);
    const more = now - underWay(data.bands, first);
    const most = fullest(data.bands, last);
    const moved = first === last ? '' : `, ${words.change(more, 'item')} since ${words.dayShort(first.day)}`;
    return `${words.counted(now, 'item')} under way${moved}${most === null ? '' : `; most in ${most.name} (${words.count(most.count)})`}`;
  },
  subtitle: ({ days }, words) => `Items by where they stand at the end of each day, ${spanOf(days, words)}`,
  summary: (data, words) => {
    const last = knownDays(data).at(-1);
    if (!last) return `Nothing is known of ${words.counted(data.days.length, 'day')}.`;
    const parts = data.bands.map(({ name }, index) => `${name} ${words.count(last.counts[index] ?? 0)}`);
    const missing = data.days.length - knownDays(data).length;
    return `On ${words.day(last.day)}: ${parts.join(', ')}.${missing > 0 ? ` ${words.counted(missing, 'day')} without data.` : ''}`;
  },
  table: ({ bands, days }) => ({
    columns: [
      { name: 'day', unit: null },
      ...bands.map(({ name, key }) => ({ name, unit: 'items', ...(key === null ? {} : { key }) })),
    ],
    rows: days.map(({ day, counts }) => ({
      key: null,
      cells: [day, ...bands.map((_, index) => counts[index] ?? null)],
    })),
  }),
  draw: (data, pen) => {
    const height = pen.width < 480 ? 240 : 300;
    if (knownDays(data).length === 0) return { height: 120, marks: nothing('no data: no day is known', 120, pen) };
    return { height, marks: stacked(data, height, pen) };
  },
});

const isKnown = ({ bands }: CumulativeFlowData, { counts }: FlowDay): boolean =>
  bands.length > 0 && bands.every((_, index) => typeof counts[index] === 'number');

const knownDays = (data: CumulativeFlowData): FlowDay[] => data.days.filter((day) => isKnown(data, day));

const isOver = ({ kind }: FlowBand): boolean => kind === 'done' || kind === 'cancelled';

const underWay = (bands: readonly FlowBand[], { counts }: FlowDay): number =>
  bands.reduce((sum, band, index) => sum + (isOver(band) ? 0 : (counts[index] ?? 0)), 0);

const fullest = (bands: readonly FlowBand[], { counts }: FlowDay): { name: string; count: number } | null => {
  const under = bands.flatMap((band, index) => (isOver(band) ? [] : [{ name: band.name, count: counts[index] ?? 0 }]));
  const most = under.reduce((best, each) => (each.count > best.count ? each : best), { name: '', count: 0 });
  return most.count > 0 && under.length > 1 ? most : null;
};

const spanOf = (days: readonly FlowDay[], words: Words): string => {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'no days';
  return first === last ? words.day(first.day) : `${words.day(first.day)} – ${words.day(last.day)}`;
};

/** The upper edge of each band on each day, the first band on top; null on days of which something is not known. */
const edgesOf = (data: CumulativeFlowData): (readonly number[] | null)[] =>
  data.days.map((day) =>
    isKnown(data, day)
      ? data.bands.map((_, band) =>
          data.bands.reduce((sum, __, index) => sum + (index >= band ? (day.counts[index] ?? 0) : 0), 0),
        )
      : null,
  );

const stacked = (data: CumulativeFlowData, height: number, pen: Pen): Mark[] => {
  const { bands, days } = data;
  const edges = edgesOf(data);
  const axis = valueAxis(
    edges.flatMap((each) => each?.[0] ?? []),
    'item',
    pen,
  );
  const named = namesOf(data, pen);
  const right = pen.width - Math.ceil(Math.max(...named.map(({ width }) => width))) - 8;
  const field: Field = { left: axis.gutter, right, top: 8, bottom: height - 28 };
  const slot = (field.right - field.left) / days.length;
  const up = upward(axis, field);
  return [
    ...gridLines(axis, field, pen),
    ...gaps(
      edges.map((each) => each === null),
      slot,
      field,
      pen,
    ),
    ...bands.flatMap((band, index) => area(band, index, { edges, slot, left: field.left, up }, pen)),
    ...names(named, edges, up, field, pen),
    ...feet(days, slot, field, pen),
  ];
};

type Stack = {
  readonly edges: readonly (readonly number[] | null)[];
  readonly slot: number;
  readonly left: number;
  readonly up: Scale;
};

/** Days that follow one another, as far as they are known. A day reaches from one edge of its slot to the other. */
const runsOf = ({ edges, slot, left, up }: Stack, band: number): { upper: Point[]; lower: Point[] }[] => {
  const runs: { upper: Point[]; lower: Point[] }[] = [];
  for (const [index, each] of edges.entries()) {
    if (each === null) continue;
    const starts = !edges[index - 1];
    if (starts) runs.push({ upper: [], lower: [] });
    const run = runs.at(-1);
    const [top, bottom] = [up(each[band] ?? 0), up(each[band + 1] ?? 0)];
    const xs = [...(starts ? [0] : []), 0.5, ...(edges[index + 1] ? [] : [1])].map(
      (part) => left + slot * (index + part),
    );
    for (const x of xs) {
      run?.upper.push([x, top]);
      run?.lower.push([x, bottom]);
    }
  }
  return runs;
};

/** From so many days on, edges would be all there is to see. */
const manyDays = 200;

const area = ({ key, name, kind }: FlowBand, band: number, stack: Stack, { colour, words }: Pen): Mark[] => {
  const runs = runsOf(stack, band);
  const fill = colour(kindToken[kind ?? 'unmapped']);
  const shape = mark('path', {
    d: runs.map(({ upper, lower }) => areaPath(upper, lower)).join(''),
    fill,
    'fill-opacity': kindOpacity(kind ?? 'unmapped'),
  });
  const edge = mark('path', {
    d: runs.map(({ upper }) => linePath(upper)).join(''),
    fill: 'none',
    stroke: fill,
    'stroke-width': stack.edges.length > manyDays ? 0.5 : 1.25,
  });
  const last = stack.edges.findLast((each) => each !== null);
  const count = (last?.[band] ?? 0) - (last?.[band + 1] ?? 0);
  return [told(key, `${name}: ${words.count(count)} on the last day`, shape, edge)];
};

const namesOf = ({ bands, days }: CumulativeFlowData, { width, words }: Pen) =>
  bands.map(({ name }, index) => {
    const last = days.findLast(({ counts }) => typeof counts[index] === 'number');
    const count = words.count(last?.counts[index] ?? 0);
    const room = Math.max(112, width * 0.22) - widthOf(` ${count}`, 12, true) - 8;
    const text = fitted(name, room, 12);
    return { text, count, width: widthOf(text, 12) + widthOf(` ${count}`, 12, true) + 8 };
  });

/** Names beside the bands, where they end, largest first where there is no room for all. */
const names = (
  named: ReturnType<typeof namesOf>,
  edges: Stack['edges'],
  up: Scale,
  { right, top, bottom }: Field,
  { colour }: Pen,
): Mark[] => {
  const last = edges.findLast((each) => each !== null) ?? [];
  const middles = named.map((_, index) => up(((last[index] ?? 0) + (last[index + 1] ?? 0)) / 2));
  return spread(middles, 16, top, bottom + 8).flatMap((y, index) => {
    const { text = '', count = '' } = named[index] ?? {};
    if (y === null) return [];
    const start = right + 8;
    return [
      label(count, start, y + 4, { bold: true }),
      label(text, start + widthOf(`${count} `, 12, true), y + 4, { fill: colour('muted') }),
    ];
  });
};

/** The first day of each month where there are two and more, else Mondays, else days. */
const feet = (
  days: readonly FlowDay[],
  slot: number,
  { left, right, bottom }: Field,
  { colour, words }: Pen,
): Mark[] => {
  const all = days.map(({ day }, index) => ({ day, x: left + slot * (index + 0.5), text: words.dayShort(day) }));
  const months = all.filter(({ day }) => day.endsWith('-01'));
  const mondays = all.filter(({ day }) => new Date(day).getUTCDay() === 1);
  const marked = months.length > 1 ? months : mondays.length > 1 ? mondays : all;
  return below(marked, left, right).flatMap(({ text, x, index }) => {
    const tick = marked[index]?.x ?? x;
    return [
      mark('line', { x1: tick, x2: tick, y1: bottom, y2: bottom + 4, stroke: colour('border') }),
      label(text, x, bottom + 18, { anchor: 'middle', fill: colour('muted') }),
    ];
  });
};
