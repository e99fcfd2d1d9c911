import { defineChart, type Row } from './define.ts';
import { hatched, nothing } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { type Entry, legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale, ticks } from './drawing/ticks.ts';
import type { Token } from './tokens.ts';

/** `unmapped` is money of which nobody said where it belongs. */
export type SpendPart = 'strategic' | 'other' | 'unmapped';

export type SpendRow = {
  readonly key: string | null;
  readonly name: string;
  readonly parts: readonly { readonly part: SpendPart; readonly amount: number | null }[];
};

export type SpendByCapabilityData = {
  /** What the rows are: `capability`, `priority`. */
  readonly by: string;
  readonly currency: string;
  readonly period: string;
  readonly rows: readonly SpendRow[];
};

/** Where money goes, the greatest first, and how much of it goes where the goals say. */
export const spendByCapability = defineChart<SpendByCapabilityData>({
  id: 'spend-by-capability',
  title: (data, words) => {
    const sums = sumsOf(data);
    const total = sums.strategic + sums.other + sums.unmapped;
    if (total <= 0) return 'No spend is on record';
    const whole = words.figure(total, data.currency);
    // Where more is taken back than spent, a share of the whole would be no share.
    if (Math.min(sums.strategic, sums.other, sums.unmapped) < 0)
      return `${words.figure(sums.strategic, data.currency)} of ${whole} goes to what is strategic`;
    const rest = sums.unmapped > 0 ? `; ${words.figure(sums.unmapped / total, 'share')} belongs to no ${data.by}` : '';
    return `${words.figure(sums.strategic / total, 'share')} of ${whole} goes to what is strategic${rest}`;
  },
  subtitle: (data, words) =>
    `Spend by ${data.by}, ${data.currency}, ${data.period}, n = ${words.counted(data.rows.length, 'row')}`,
  summary: (data, words) => {
    const known = ranked(data).filter(({ total }) => total !== null);
    const without = data.rows.length - known.length;
    const said = known.slice(0, 5).map(({ row }) => saidOf(row, data, words));
    return `${said.length === 0 ? 'Nothing was spent.' : `Most: ${said.join('; ')}.`}${without > 0 ? ` ${words.counted(without, 'row')} without data.` : ''}`;
  },
  table: ({ by, currency, rows }) => ({
    columns: [{ name: by || 'name', unit: null }, ...parts.map((part) => ({ name: partNames[part], unit: currency }))],
    rows: rows.map(
      ({ key, name, parts: own }): Row => ({
        key,
        cells: [name, ...parts.map((part) => own.find((each) => each.part === part)?.amount ?? null)],
      }),
    ),
  }),
  draw: (data, pen) =>
    ranked(data).every(({ total }) => total === null)
      ? { height: 120, marks: nothing('no data: no spend is on record', 120, pen) }
      : bars(data, pen),
});

const parts: readonly SpendPart[] = ['strategic', 'other', 'unmapped'];

const partNames: Readonly<Record<SpendPart, string>> = {
  strategic: 'strategic',
  other: 'not strategic',
  unmapped: 'not mapped',
};

const sumsOf = ({ rows }: SpendByCapabilityData): Record<SpendPart, number> => {
  const of = (part: SpendPart): number =>
    rows.reduce(
      (sum, row) => sum + row.parts.reduce((all, each) => all + (each.part === part ? (each.amount ?? 0) : 0), 0),
      0,
    );
  return { strategic: of('strategic'), other: of('other'), unmapped: of('unmapped') };
};

const totalOf = (row: SpendRow): number | null => {
  const known = row.parts.flatMap(({ amount }) => amount ?? []);
  return known.length === 0 ? null : known.reduce((sum, amount) => sum + amount, 0);
};

const ranked = ({ rows }: SpendByCapabilityData): { readonly row: SpendRow; readonly total: number | null }[] =>
  rows
    .map((row) => ({ row, total: totalOf(row) }))
    .sort((a, b) => (b.total ?? -Infinity) - (a.total ?? -Infinity) || 0);

const saidOf = (row: SpendRow, { currency }: SpendByCapabilityData, words: Words): string => {
  const known = row.parts.filter(({ amount }) => amount !== null && amount !== 0);
  const said = known.map(({ part, amount }) => `${words.figure(amount, currency)} ${partNames[part]}`);
  return `${row.name}: ${said.length === 0 ? words.figure(totalOf(row), currency) : said.join(', ')}`;
};

const most = 24;
const rowHeight = 26;

const bars = (data: SpendByCapabilityData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const all = ranked(data);
  const shown = all.slice(0, most);
  const names = Math.round(width * (width < 480 ? 0.36 : 0.26));
  const texts = shown.map(({ total }) => fitted(words.figure(total, data.currency), width * 0.26, 12));
  const right = width - Math.ceil(Math.max(...texts.map((text) => widthOf(text, 12)))) - 8;
  const ends = shown.flatMap(({ row }) => stretches(row).flatMap(({ from, until }) => [from, until]));
  const steps = ticks(Math.min(0, ...ends), Math.max(0, ...ends));
  const along = scale(steps[0] ?? 0, steps.at(-1) ?? 1, names, right);
  const drawn = shown.map(({ row, total }, index) => {
    const y = index * rowHeight;
    return told(
      row.key,
      saidOf(row, data, words),
      label(fitted(row.name, names - 12, 12), 0, y + 15),
      ...(total === null ? hatched(names, y + 2, right - names, 18, pen) : segments(row, y + 2, along, pen)),
      label(texts[index] ?? '', width, y + 15, { anchor: 'end', fill: colour(total === null ? 'muted' : 'text') }),
    );
  });
  const nought = mark('line', {
    x1: along(0),
    x2: along(0),
    y1: 0,
    y2: shown.length * rowHeight,
    stroke: colour('border'),
  });
  const left = all.length - shown.length;
  const rest = all.slice(most).reduce((sum, { total }) => sum + (total ?? 0), 0);
  const end = shown.length * rowHeight;
  const note =
    left === 0
      ? []
      : [
          label(
            fitted(`${words.counted(left, 'other')}: ${words.figure(rest, data.currency)}, in the table`, width, 12),
            0,
            end + 15,
            { fill: colour('muted') },
          ),
        ];
  const keys = legend(entriesOf(data, pen), end + (left === 0 ? 6 : rowHeight + 6), pen);
  return { height: keys.height + 4, marks: [nought, ...drawn, ...note, ...keys.marks] };
};

/** What is taken back goes to the left of nought, what is spent to the right. */
const stretches = (row: SpendRow): { readonly part: SpendPart; readonly from: number; readonly until: number }[] => {
  let [up, down] = [0, 0];
  return parts.flatMap((part) => {
    const amount = row.parts.reduce((sum, each) => sum + (each.part === part ? (each.amount ?? 0) : 0), 0);
    if (amount === 0) return [];
    const from = amount > 0 ? up : down;
    if (amount > 0) up += amount;
    else down += amount;
    return [{ part, from, until: from + amount }];
  });
};

const segments = (row: SpendRow, y: number, along: Scale, pen: Pen): Mark[] =>
  stretches(row).flatMap(({ part, from, until }) => {
    const [x1, x2] = [Math.min(along(from), along(until)), Math.max(along(from), along(until))];
    return segment(part, x1, y, Math.max(1, x2 - x1), 18, pen);
  });

const fills: Readonly<Record<SpendPart, { readonly token: Token; readonly opacity: number }>> = {
  strategic: { token: 'series1', opacity: 1 },
  other: { token: 'series1', opacity: 0.25 },
  unmapped: { token: 'border', opacity: 0 },
};

const segment = (part: SpendPart, x: number, y: number, width: number, height: number, pen: Pen): Mark[] => {
  const { token, opacity } = fills[part];
  const edge = { x, y, width, height, stroke: pen.colour(token), 'stroke-width': 0.8 };
  return part === 'unmapped'
    ? [...hatched(x, y, width, height, pen), mark('rect', { ...edge, fill: 'none' })]
    : [mark('rect', { ...edge, fill: pen.colour(token), 'fill-opacity': opacity })];
};

const entriesOf = (data: SpendByCapabilityData, pen: Pen): Entry[] => {
  const sums = sumsOf(data);
  return parts
    .filter((part) => sums[part] !== 0)
    .map((part) => ({ text: partNames[part], swatch: (x, y) => segment(part, x, y, 12, 12, pen) }));
};
