import { defineChart, type Row } from './define.ts';
import { type Field, gridLines, nothing, upward, valueAxis } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { spread } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { ticks } from './drawing/ticks.ts';
import type { Token } from './tokens.ts';

/** An open item; its age is null where nobody knows when it began. */
export type AgeingItem = {
  readonly key: string | null;
  readonly name: string;
  readonly stage: string;
  readonly age: number | null;
};

export type AgeingWorkData = {
  /** `day` or `hour`. */
  readonly unit: string;
  readonly asOf: string;
  /** In the order in which work passes them. */
  readonly stages: readonly { readonly key: string; readonly name: string }[];
  readonly items: readonly AgeingItem[];
  /** How long finished work took: what open work is held against. */
  readonly done: {
    readonly p50: number | null;
    readonly p85: number | null;
    readonly p95: number | null;
    readonly n: number | null;
  };
};

/** As many marks as a page can carry; beyond them only the oldest are drawn. */
const mostDots = 2000;

/** Every open item by where it stands and how old it is, against how long finished work took. */
export const ageingWork = defineChart<AgeingWorkData>({
  id: 'ageing-work',
  title: (data, words) => {
    const { unit, done, items } = data;
    const aged = known(data);
    if (aged.length === 0) return items.length === 0 ? 'Nothing is under way' : 'Nobody knows how old open work is';
    if (done.p85 === null)
      return `${words.counted(aged.length, 'item')} under way, the oldest for ${words.figure(aged[0]?.age ?? 0, unit)}`;
    const late = aged.filter(({ age }) => age > (done.p85 ?? 0));
    const most = mostOf(data, late);
    const where = most === null ? '' : `; most of them in ${most}`;
    return `${words.count(late.length)} of ${words.counted(aged.length, 'open item')} ${late.length === 1 ? 'is' : 'are'} older than 85% of finished work took (${words.figure(done.p85, unit)})${where}`;
  },
  subtitle: (data, words) => {
    const { items, unit, asOf, done } = data;
    const drawn = known(data).length > mostDots ? `, the ${words.count(mostDots)} oldest drawn` : '';
    return `Age, ${unitName(unit)}, as of ${words.instant(Date.parse(asOf))}, n = ${words.counted(items.length, 'open item')}${drawn}; lines: ${words.counted(done.n ?? 0, 'finished item')}`;
  },
  summary: (data, words) => {
    const { unit, stages, items } = data;
    const aged = known(data);
    const parts = stages.map(
      ({ key, name }) => `${name} ${words.count(aged.filter(({ stage }) => stage === key).length)}`,
    );
    const missing = items.length - aged.length;
    const oldest = aged[0];
    return [
      parts.length === 0 ? 'No stage is known.' : `${parts.join(', ')}.`,
      ...(oldest ? [`The oldest, ${oldest.name}, is ${words.figure(oldest.age, unit)} old.`] : []),
      ...(missing > 0 ? [`${words.counted(missing, 'item')} without a known age or stage.`] : []),
    ].join(' ');
  },
  table: ({ unit, stages, items, done }) => ({
    columns: [
      { name: 'item', unit: null },
      { name: 'stage', unit: null },
      { name: 'age', unit: unitName(unit) },
      { name: 'n', unit: 'items' },
    ],
    rows: [
      ...items.map(
        ({ key, name, stage, age }): Row => ({
          key,
          cells: [name, stages.find((each) => each.key === stage)?.name ?? stage, age, null],
        }),
      ),
      ...lines.map(
        ({ of, share }): Row => ({
          key: null,
          cells: [`${share}% of finished work took at most`, null, done[of], done.n],
        }),
      ),
    ],
  }),
  draw: (data, pen) => {
    const height = pen.width < 480 ? 300 : 340;
    if (known(data).length === 0)
      return { height: 120, marks: nothing('no data: no open item with a known age', 120, pen) };
    return { height, marks: scatter(data, height, pen) };
  },
});

const lines = [
  { of: 'p95', share: 95 },
  { of: 'p85', share: 85 },
  { of: 'p50', share: 50 },
] as const;

type Aged = AgeingItem & { readonly age: number };

/** What can be drawn, the oldest first. */
const known = ({ items, stages }: AgeingWorkData): Aged[] =>
  items
    .flatMap((item) =>
      item.age === null || !stages.some(({ key }) => key === item.stage) ? [] : [{ ...item, age: item.age }],
    )
    .sort((a, b) => b.age - a.age);

const mostOf = ({ stages }: AgeingWorkData, items: readonly Aged[]): string | null => {
  const counts = stages.map(({ key, name }) => ({ name, count: items.filter(({ stage }) => stage === key).length }));
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best), { name: '', count: 0 });
  return most.count > 1 && stages.length > 1 ? most.name : null;
};

/**
 * Where the axis ends. A few very old items would press all others to the ground: what is older than the end stands in a
 * strip of its own above it.
 */
const endOf = ({ done }: AgeingWorkData, aged: readonly Aged[]): { end: number; cut: boolean } => {
  const oldest = aged[0]?.age ?? 0;
  const usual = Math.max((done.p95 ?? 0) * 1.3, aged[Math.floor(aged.length / 20)]?.age ?? 0);
  return usual > 0 && oldest > usual * 1.8
    ? { end: ticks(0, usual).at(-1) ?? usual, cut: true }
    : { end: Math.max(oldest, done.p95 ?? 0), cut: false };
};

const strip = 30;

const scatter = (data: AgeingWorkData, height: number, pen: Pen): Mark[] => {
  const { stages, unit, done } = data;
  const { colour, words } = pen;
  const aged = known(data).slice(0, mostDots);
  const { end, cut } = endOf(data, aged);
  const youngest = Math.min(0, aged.at(-1)?.age ?? 0);
  const axis = valueAxis([youngest, end], unit, pen);
  const shown = lines.flatMap(({ of }) => {
    const value = done[of];
    return value === null || value < youngest || value > end
      ? []
      : [{ of, value, text: `${of} ${words.figure(value, unit)}` }];
  });
  const gutter = Math.max(axis.gutter, cut ? widthOf('older', 12) + 8 : 0);
  const right = pen.width - Math.ceil(Math.max(0, ...shown.map(({ text }) => widthOf(text, 12, true) + 8)));
  const field: Field = { left: gutter, right, top: cut ? strip + 14 : 8, bottom: height - 58 };
  const up = upward(axis, field);
  const slot = (field.right - field.left) / stages.length;
  const places = spread(
    shown.map(({ value }) => up(value)),
    16,
    field.top - 8,
    field.bottom + 8,
  );
  return [
    ...gridLines(axis, field, pen),
    ...stages.slice(1).map((_, index) => {
      const x = field.left + slot * (index + 1);
      return mark('line', { x1: x, x2: x, y1: field.top, y2: field.bottom, stroke: colour('grid') });
    }),
    ...shown.flatMap(({ of, value, text }, index) => [
      mark('line', {
        x1: field.left,
        x2: field.right,
        y1: up(value),
        y2: up(value),
        stroke: colour('muted'),
        'stroke-dasharray': '5 4',
        'stroke-width': of === 'p85' ? 1.5 : 1,
      }),
      ...(places[index] === null
        ? []
        : [label(text, field.right + 8, (places[index] ?? 0) + 4, { bold: of === 'p85', fill: colour('muted') })]),
    ]),
    ...(cut
      ? [
          label('older', field.left - 8, strip / 2 + 4, { anchor: 'end', fill: colour('muted') }),
          mark('rect', {
            x: field.left,
            y: 0,
            width: field.right - field.left,
            height: strip,
            fill: colour('surface'),
          }),
        ]
      : []),
    ...stages.flatMap(({ key }, index) => {
      const own = aged.filter(({ stage }) => stage === key);
      const left = field.left + slot * index;
      return own.map((item, rank) => {
        const x = left + slot * (0.14 + 0.72 * ((rank * golden + 0.5) % 1));
        return dot(item, x, cut && item.age > end ? strip / 2 : up(item.age), data, aged.length, pen);
      });
    }),
    ...feet(data, aged, slot, field, pen),
  ];
};

/** Steps of this length never fall on one another again, and the same data give the same picture. */
const golden = 0.618034;

const dot = (
  { key, name, age, stage }: Aged,
  cx: number,
  cy: number,
  { done, unit, stages }: AgeingWorkData,
  count: number,
  { colour, words }: Pen,
): Mark => {
  const where = stages.find((each) => each.key === stage)?.name ?? stage;
  return told(
    key,
    `${name}: ${words.figure(age, unit)} old, in ${where}`,
    mark('circle', {
      cx,
      cy,
      r: count > 300 ? 2.5 : 3.5,
      fill: colour(ageToken(age, done)),
      'fill-opacity': count > 300 ? 0.7 : 0.85,
    }),
  );
};

const ageToken = (age: number, { p85, p95 }: AgeingWorkData['done']): Token =>
  p95 !== null && age > p95 ? 'bad' : p85 !== null && age > p85 ? 'warn' : 'series1';

/** Names of stages, on two heights where they are too long for one, and how many items stand in each. */
const feet = (
  { stages }: AgeingWorkData,
  aged: readonly Aged[],
  slot: number,
  { left, right, bottom }: Field,
  pen: Pen,
): Mark[] => {
  const { colour, words } = pen;
  const counts = stages.map(({ key }) => words.count(aged.filter(({ stage }) => stage === key).length));
  const fits = stages.every(({ name }) => widthOf(name, 12) <= slot - 8);
  return [
    ...stages.flatMap(({ name }, index) => {
      const middle = left + slot * (index + 0.5);
      // On one height every second name stands, with two slots to itself; at the ends there is half a slot less.
      const slots = fits || stages.length === 1 ? 1 : index === 0 || index === stages.length - 1 ? 1.5 : 2;
      const room = slot * slots - 8;
      return [
        label(
          fitted(name, room, 12),
          held(middle, fitted(name, room, 12), left, right),
          bottom + (fits || index % 2 === 0 ? 18 : 34),
          { anchor: 'middle' },
        ),
        ...(widthOf(counts[index] ?? '', 12) > slot
          ? []
          : [
              label(counts[index] ?? '', middle, bottom + (fits ? 34 : 50), {
                anchor: 'middle',
                fill: colour('muted'),
              }),
            ]),
      ];
    }),
    label('n', left - 8, bottom + (fits ? 34 : 50), { anchor: 'end', fill: colour('muted') }),
  ];
};

const held = (middle: number, text: string, left: number, right: number): number => {
  const half = widthOf(text, 12) / 2;
  return Math.max(left + half, Math.min(right - half, middle));
};
