import { defineChart, type Row } from './define.ts';
import { hatched, nothing } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { below } from './drawing/places.ts';
import { pluralOf } from './drawing/plural.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale, ticks } from './drawing/ticks.ts';

/** Of one period: the part of all spend that went there, and the part that its weight said. */
export type Allocated = { readonly period: string; readonly spent: number | null; readonly weight: number | null };

export type AllocationHistoryData = {
  /** What the rows are: `goal`, `capability`. */
  readonly by: string;
  readonly period: string;
  /** All with the same periods, the newest one last. */
  readonly priorities: readonly {
    readonly key: string | null;
    readonly name: string;
    readonly steps: readonly Allocated[];
  }[];
};

type Priority = AllocationHistoryData['priorities'][number];

/** Whether money goes where weight was put, period by period, one small picture each on one scale. */
export const allocationHistory = defineChart<AllocationHistoryData>({
  id: 'allocation-history',
  title: (data, words) => {
    const gaps = data.priorities.flatMap((each) => {
      const last = lastOf(each);
      return last === null ? [] : [{ name: each.name, ...last, gap: last.spent - last.weight }];
    });
    if (gaps.length === 0) return `Nothing tells spend and weight of one ${data.by}`;
    const worst = gaps.reduce((best, each) => (Math.abs(each.gap) > Math.abs(best.gap) ? each : best));
    return `${worst.name} has ${words.figure(worst.spent, 'share')} of spend for a weight of ${words.figure(worst.weight, 'share')} (${words.change(worst.gap, 'share')})`;
  },
  subtitle: ({ by, period, priorities }, words) =>
    `Share of spend against weight, %, ${period}, n = ${words.counted(priorities.length, by, pluralOf(by))}`,
  summary: (data, words) => {
    const said = data.priorities.slice(0, 8).flatMap((each) => {
      const last = lastOf(each);
      return last === null ? [] : [`${each.name}: ${saidOf(last, words)}`];
    });
    const without = data.priorities.filter((each) => lastOf(each) === null).length;
    return `${said.length === 0 ? 'No period has both.' : `In the last period with both: ${said.join('; ')}.`}${without > 0 ? ` ${words.counted(without, data.by, pluralOf(data.by))} without both.` : ''}`;
  },
  table: ({ by, priorities }) => ({
    columns: [
      { name: by || 'name', unit: null },
      { name: 'period', unit: null },
      { name: 'spent', unit: 'share' },
      { name: 'weight', unit: 'share' },
    ],
    rows: priorities.flatMap(({ key, name, steps }): Row[] =>
      steps.length === 0
        ? [{ key, cells: [name, null, null, null] }]
        : steps.map(({ period, spent, weight }) => ({ key, cells: [name, period, spent, weight] })),
    ),
  }),
  draw: (data, pen) =>
    data.priorities.every(({ steps }) => steps.every(({ spent, weight }) => spent === null && weight === null))
      ? { height: 120, marks: nothing('no data: neither spend nor weights', 120, pen) }
      : panels(data, pen),
});

const lastOf = ({ steps }: Priority): { readonly spent: number; readonly weight: number } | null => {
  const last = steps.findLast(({ spent, weight }) => spent !== null && weight !== null);
  return last === undefined || last.spent === null || last.weight === null
    ? null
    : { spent: last.spent, weight: last.weight };
};

const saidOf = ({ spent, weight }: Omit<Allocated, 'period'>, words: Words): string =>
  `spent ${words.figure(spent, 'share')}, weight ${words.figure(weight, 'share')}`;

const panel = { width: 200, height: 132, gap: 20 };

const panels = (data: AllocationHistoryData, pen: Pen): Drawing => {
  const { width } = pen;
  const columns = Math.max(1, Math.floor((width + panel.gap) / (panel.width + panel.gap)));
  const wide = (width + panel.gap) / columns - panel.gap;
  const values = data.priorities.flatMap(({ steps }) =>
    steps.flatMap(({ spent, weight }) => [spent ?? 0, weight ?? 0]),
  );
  const shown = ticks(Math.min(0, ...values), Math.max(0, ...values), 2);
  const marks = data.priorities.flatMap((each, index) => {
    const x = (index % columns) * (wide + panel.gap);
    const y = Math.floor(index / columns) * (panel.height + 8);
    return small(each, { x, y, width: wide }, shown, pen);
  });
  const rows = Math.ceil(data.priorities.length / columns);
  const keys = legend(entriesOf(pen), rows * (panel.height + 8) + 4, pen);
  return { height: keys.height + 4, marks: [...marks, ...keys.marks] };
};

type Place = { readonly x: number; readonly y: number; readonly width: number };

const small = (each: Priority, { x, y, width }: Place, shown: readonly number[], pen: Pen): Mark[] => {
  const { colour, words } = pen;
  const last = lastOf(each);
  const text = last === null ? '' : words.change(last.spent - last.weight, 'share');
  const texts = shown.map((value) => words.figure(value, 'share'));
  const gutter = Math.min(width / 2, Math.ceil(Math.max(...texts.map((tick) => widthOf(tick, 12)))) + 6);
  const field = { left: x + gutter, right: x + width, top: y + 28, bottom: y + panel.height - 22 };
  const up = scale(shown[0] ?? 0, shown.at(-1) ?? 1, field.bottom, field.top);
  const slot = (field.right - field.left) / Math.max(1, each.steps.length);
  const feet = each.steps.map(({ period }, index) => ({
    text: fitted(period, width - gutter, 12),
    x: field.left + slot * (index + 0.5),
  }));
  const shownText = fitted(text, width / 2, 12);
  return [
    label(fitted(each.name, width - widthOf(shownText, 12) - 10, 12, true), x, y + 14, { bold: true }),
    label(shownText, x + width, y + 14, { anchor: 'end', fill: colour('muted') }),
    ...shown.flatMap((value, index) => [
      mark('line', {
        x1: field.left,
        x2: field.right,
        y1: up(value),
        y2: up(value),
        stroke: colour(value === 0 ? 'border' : 'grid'),
      }),
      label(fitted(texts[index] ?? '', gutter - 4, 12), field.left - 6, up(value) + 4, {
        anchor: 'end',
        fill: colour('muted'),
      }),
    ]),
    told(
      each.key,
      `${each.name}: ${last === null ? 'no period has both' : saidOf(last, words)}`,
      ...each.steps.flatMap((step, index) => column(step, field.left + slot * index, slot, up, field, pen)),
    ),
    ...below(feet, field.left, field.right).map((foot) =>
      label(foot.text, foot.x, y + panel.height - 6, { anchor: 'middle', fill: colour('muted') }),
    ),
  ];
};

/** What was spent is a solid bar; the weight, which is a plan, is outlined around it. */
const column = (
  { spent, weight }: Allocated,
  x: number,
  slot: number,
  up: Scale,
  { top, bottom }: { readonly top: number; readonly bottom: number },
  pen: Pen,
): Mark[] => {
  const bar = (value: number, part: number, look: Mark['attributes']): Mark =>
    mark('rect', {
      x: x + (slot * (1 - part)) / 2,
      y: Math.min(up(0), up(value)),
      width: slot * part,
      height: Math.abs(up(0) - up(value)),
      ...look,
    });
  return [
    ...(spent === null
      ? hatched(x + slot * 0.2, top, slot * 0.6, bottom - top, pen)
      : [bar(spent, 0.5, { fill: pen.colour('series1') })]),
    ...(weight === null ? [] : [bar(weight, 0.8, { fill: 'none', stroke: pen.colour('text'), 'stroke-width': 1.25 })]),
  ];
};

const entriesOf = (pen: Pen) => [
  {
    text: 'share of spend',
    swatch: (x: number, y: number) => [
      mark('rect', { x: x + 2, y, width: 8, height: 12, fill: pen.colour('series1') }),
    ],
  },
  {
    text: 'weight',
    swatch: (x: number, y: number) => [
      mark('rect', {
        x: x + 0.5,
        y: y + 0.5,
        width: 11,
        height: 11,
        fill: 'none',
        stroke: pen.colour('text'),
        'stroke-width': 1.25,
      }),
    ],
  },
  { text: 'spend not known', swatch: (x: number, y: number) => hatched(x, y, 12, 12, pen) },
];
