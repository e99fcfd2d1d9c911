import { defineChart, type Row } from './define.ts';
import { type Field, gridLines, nothing, upward, valueAxis } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import { areaPath, linePath, type Point } from './drawing/path.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { mark } from './drawing/svg.ts';

export type Spender = { readonly key: string | null; readonly name: string; readonly amount: number | null };

export type SpendTailData = {
  /** What is counted: `initiative`, `investment`. */
  readonly what: string;
  readonly currency: string;
  readonly period: string;
  readonly spenders: readonly Spender[];
};

/** How few take most of the money, and how long the tail is of those that take little. */
export const spendTail = defineChart<SpendTailData>({
  id: 'spend-tail',
  title: (data, words) => {
    const { shares, total } = courseOf(data);
    if (total <= 0) return `No ${data.what} has any spend`;
    const most = firstWith(shares, 0.8);
    const tail = shares.length - firstWith(shares, 0.95);
    const rest = tail > 0 ? `; the last ${words.count(tail)} together at most 5%` : '';
    return `${words.count(most)} of ${words.counted(shares.length, data.what)} ${most === 1 ? 'takes' : 'take'} 80% of ${words.figure(total, data.currency)}${rest}`;
  },
  subtitle: ({ what, currency, period, spenders }, words) =>
    `Share of all spend, added up from the greatest ${what} to the least, ${currency}, ${period}, n = ${words.counted(spenders.length, what)}`,
  summary: (data, words) => {
    const { ranked, total } = courseOf(data);
    const said = ranked.slice(0, 5).map((each) => saidOf(each, total, data.currency, words));
    const without = data.spenders.length - ranked.length;
    return `${said.length === 0 ? 'Nothing was spent.' : `Most: ${said.join('; ')}.`}${without > 0 ? ` ${words.counted(without, data.what)} without spend.` : ''}`;
  },
  table: ({ what, currency, spenders }) => ({
    columns: [
      { name: what || 'name', unit: null },
      { name: 'spend', unit: currency },
    ],
    rows: spenders.map(({ key, name, amount }): Row => ({ key, cells: [name, amount] })),
  }),
  draw: (data, pen) => {
    const { total } = courseOf(data);
    return total <= 0 ? { height: 120, marks: nothing('no data: no spend is on record', 120, pen) } : curve(data, pen);
  },
});

type Spent = Spender & { readonly amount: number };

/** Those that spent something, the greatest first, with the share of all that they and those before them spent. */
const courseOf = ({ spenders }: SpendTailData) => {
  const ranked = spenders
    .filter((each): each is Spent => each.amount !== null && each.amount > 0)
    .sort((a, b) => b.amount - a.amount);
  const total = ranked.reduce((sum, { amount }) => sum + amount, 0);
  let sum = 0;
  const shares = ranked.map(({ amount }) => {
    sum += amount;
    return Math.min(1, sum / total);
  });
  return { ranked, shares, total };
};

/** How many of the greatest it takes to have a share. */
const firstWith = (shares: readonly number[], share: number): number =>
  shares.findIndex((each) => each >= share - 1e-9) + 1;

const saidOf = ({ name, amount }: Spent, total: number, currency: string, words: Words): string =>
  `${name}: ${words.figure(amount, currency)} (${words.figure(amount / total, 'share')})`;

/** So many can be told apart and pointed at; of more, those that come later are drawn by the line alone. */
const mostDots = 120;

const curve = (data: SpendTailData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const { ranked, shares, total } = courseOf(data);
  const axis = valueAxis([1], 'share', pen);
  const height = width < 480 ? 220 : 260;
  const field: Field = { left: axis.gutter, right: width - 12, top: 8, bottom: height - 28 };
  const up = upward(axis, field);
  const slot = (field.right - field.left) / shares.length;
  const points: Point[] = [
    [field.left, up(0)],
    ...shares.map((share, index): Point => [field.left + slot * (index + 1), up(share)]),
  ];
  const foot = points.map(([x]): Point => [x, up(0)]);
  const most = firstWith(shares, 0.8);
  const at = points[most] ?? points[0] ?? [field.left, up(0)];
  const note = fitted(
    `${words.count(most)} ${most === 1 ? 'takes' : 'take'} 80%`,
    field.right - field.left - 16,
    12,
    true,
  );
  const wide = widthOf(note, 12, true);
  const start = Math.max(field.left + 8, Math.min(at[0] + 8, field.right - wide));
  return {
    height,
    marks: [
      ...gridLines(axis, field, pen),
      mark('path', { d: areaPath(points, foot), fill: colour('series1'), 'fill-opacity': 0.12 }),
      mark('path', { d: linePath(points), fill: 'none', stroke: colour('series1'), 'stroke-width': 2 }),
      mark('line', {
        x1: at[0],
        x2: at[0],
        y1: at[1],
        y2: field.bottom,
        stroke: colour('text'),
        'stroke-dasharray': '3 2',
      }),
      ...ranked.slice(0, mostDots).map((each, index) => {
        const [cx, cy] = points[index + 1] ?? at;
        return told(
          each.key,
          saidOf(each, total, data.currency, words),
          mark('circle', { cx, cy, r: 3.5, fill: colour('series1'), stroke: colour('background') }),
        );
      }),
      label(note, start, field.bottom - 10, { bold: true }),
      label(words.count(1), field.left, height - 10, { fill: colour('muted') }),
      label(fitted(words.counted(shares.length, data.what), width - field.left - 40, 12), field.right, height - 10, {
        anchor: 'end',
        fill: colour('muted'),
      }),
    ],
  };
};
