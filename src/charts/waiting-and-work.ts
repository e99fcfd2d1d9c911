import type { TimeClass } from '#model/kinds.ts';
import { defineChart, type Row } from './define.ts';
import { hatched, nothing } from './drawing/axes.ts';
import { kindLegend, kindNames, kindSegment, timeClasses } from './drawing/kinds.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { scale } from './drawing/ticks.ts';

/**
 * What the time of an item goes into, on average, for one team, stage or type. `amount` is in the unit of the chart, null
 * where nobody knows. `lower` and `upper` bound the share of work.
 */
export type TimeRow = {
  readonly key: string | null;
  readonly name: string;
  readonly n: number | null;
  readonly parts: readonly { readonly kind: TimeClass; readonly amount: number | null }[];
  readonly lower: number | null;
  readonly upper: number | null;
  /** The part of all waiting that lies here, where the rows are parts of one whole. */
  readonly ofWaiting?: number | null | undefined;
};

export type WaitingAndWorkData = {
  /** `day` or `hour`. */
  readonly unit: string;
  readonly period: string;
  readonly rows: readonly TimeRow[];
};

/** Of the time that work takes, how much is work, and what the rest waits for. */
export const waitingAndWork = defineChart<WaitingAndWorkData>({
  id: 'waiting-and-work',
  title: ({ rows }, words) => {
    const shares = rows.flatMap((row) => {
      const { total, active } = sumsOf(row);
      return total === null || total <= 0 ? [] : [{ row, share: active / total }];
    });
    const sorted = [...shares].sort((a, b) => a.share - b.share);
    const [least, most] = [sorted[0], sorted.at(-1)];
    const worst = waitsMost(rows);
    if (worst && rows.length > 1) return `${words.figure(worst.ofWaiting, 'share')} of all waiting is in ${worst.name}`;
    if (!least || !most) return 'Nobody knows what the time of work goes into';
    if (least === most)
      return `${least.row.name}: ${words.figure(least.share, 'share', least.row)} of the time is work, the rest is waiting`;
    return `From ${words.figure(least.share, 'share', least.row)} (${least.row.name}) to ${words.figure(most.share, 'share', most.row)} (${most.row.name}) of the time is work, the rest is waiting`;
  },
  subtitle: ({ unit, period }) =>
    `Share of the time of an item, %, and its mean, ${unitName(unit)}, ${period}, n beside each`,
  summary: ({ rows, unit }, words) =>
    rows.length === 0
      ? 'There is nothing to show.'
      : rows.map((row) => `${row.name}: ${saidOf(row, unit, words)}.`).join(' '),
  table: ({ unit, rows }) => ({
    columns: [
      { name: 'name', unit: null },
      { name: 'n', unit: 'items' },
      ...timeClasses.map((kind) => ({ name: kindNames[kind], unit: unitName(unit) })),
      { name: 'share of work', unit: 'of 1' },
      { name: 'lower', unit: 'of 1' },
      { name: 'upper', unit: 'of 1' },
      ...(tellsWaiting(rows) ? [{ name: 'share of all waiting', unit: 'of 1' }] : []),
    ],
    rows: rows.map((row): Row => {
      const { total, active } = sumsOf(row);
      const share = total === null || total <= 0 ? null : active / total;
      return {
        key: row.key,
        cells: [
          row.name,
          row.n,
          ...timeClasses.map((kind) => row.parts.find((part) => part.kind === kind)?.amount ?? null),
          share,
          row.lower,
          row.upper,
          ...(tellsWaiting(rows) ? [row.ofWaiting ?? null] : []),
        ],
      };
    }),
  }),
  draw: (data, pen) => {
    const { rows } = data;
    if (rows.length === 0) return { height: 120, marks: nothing('no data: no item ended', 120, pen) };
    const shown = timeClasses.filter((kind) =>
      rows.some(({ parts }) => parts.some((part) => part.kind === kind && (part.amount ?? 0) > 0)),
    );
    const narrow = isNarrow(pen);
    const legend = kindLegend(shown, narrow ? pen.width : pen.width - rightColumn, pen);
    const step = narrow ? 54 : 34;
    const heads = narrow || legend.height === 0 ? [] : headsOf(pen);
    return {
      height: legend.height + rows.length * step + 4,
      marks: [
        ...legend.marks,
        ...heads,
        ...rows.map((row, index) => bar(row, legend.height + index * step, data, pen)),
      ],
    };
  },
});

const tellsWaiting = (rows: readonly TimeRow[]): boolean => rows.some(({ ofWaiting }) => typeof ofWaiting === 'number');

type Worst = TimeRow & { readonly ofWaiting: number };

const waitsMost = (rows: readonly TimeRow[]): Worst | null =>
  rows
    .flatMap((row) => (typeof row.ofWaiting === 'number' ? [{ ...row, ofWaiting: row.ofWaiting }] : []))
    .reduce<Worst | null>((most, row) => (row.ofWaiting > (most?.ofWaiting ?? 0) ? row : most), null);

const rightColumn = 112;

const isNarrow = ({ width }: Pen): boolean => width < 520;

const headsOf = ({ width, colour }: Pen): Mark[] => [
  label('mean', width - 60, 12, { anchor: 'end', fill: colour('muted') }),
  label('n', width, 12, { anchor: 'end', fill: colour('muted') }),
];

/** The whole time, null where a part of it is not known, and how much of it is work. */
const sumsOf = ({ parts }: TimeRow): { total: number | null; active: number } => ({
  total: parts.some(({ amount }) => amount === null || amount < 0)
    ? null
    : parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
  active: parts.reduce((sum, { kind, amount }) => sum + (kind === 'active' ? (amount ?? 0) : 0), 0),
});

const saidOf = (row: TimeRow, unit: string, words: Words): string => {
  const { total } = sumsOf(row);
  if (total === null || total <= 0) return 'no data';
  const parts = row.parts.map(
    ({ kind, amount }) => `${words.figure((amount ?? 0) / total, 'share')} ${kindNames[kind]}`,
  );
  const interval = words.range(row, 'share');
  return `${parts.join(', ')}${interval && ` (work: ${interval})`}; mean ${words.figure(total, unit)}, n = ${words.count(row.n ?? 0)}`;
};

const bar = (row: TimeRow, y: number, { unit }: WaitingAndWorkData, pen: Pen): Mark => {
  const { width, colour, words } = pen;
  const narrow = isNarrow(pen);
  const { total } = sumsOf(row);
  const known = total !== null && total > 0;
  const [mean, n] = [known ? words.figure(total, unit) : '–', row.n === null ? '–' : words.count(row.n)];
  const box = narrow
    ? { x: 1, y: y + 20, width: width - 2 }
    : { x: 152, y: y + 2, width: width - 152 - rightColumn - 8 };
  const texts = narrow
    ? [
        label(fitted(row.name, width - 140, 12), 0, y + 14),
        label(fitted(`${mean} · n ${n}`, 132, 12), width, y + 14, { anchor: 'end', fill: colour('muted') }),
      ]
    : [
        label(fitted(row.name, 144, 12), 0, y + 19),
        label(fitted(mean, 52, 12), width - 60, y + 19, { anchor: 'end' }),
        label(fitted(n, 52, 12), width, y + 19, { anchor: 'end', fill: colour('muted') }),
      ];
  const said = `${row.name}: ${saidOf(row, unit, words)}`;
  return told(
    row.key,
    said,
    ...texts,
    ...(known ? shares(row, total, box, pen) : hatched(box.x, box.y, box.width, 24, pen)),
  );
};

/** Shares from nought to the whole, each with its value where it has the room, and the interval at the end of work. */
const shares = (
  row: TimeRow,
  total: number,
  { x, y, width }: { x: number; y: number; width: number },
  pen: Pen,
): Mark[] => {
  const { colour, words } = pen;
  const along = scale(0, 1, x, x + width);
  let before = 0;
  const marks = timeClasses.flatMap((kind) => {
    const amount = row.parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + (part.amount ?? 0), 0);
    const share = amount / total;
    const [from, until] = [along(before), along(before + share)];
    before += share;
    if (until - from < 0.1) return [];
    const text = words.figure(share, 'share', kind === 'active' ? row : undefined);
    const room = kind === 'unmapped' ? 0 : until - from - 8;
    const ink = colour(kind === 'active' ? 'onSeries1' : 'text');
    return [
      ...kindSegment(kind, from, y, until - from, 24, pen),
      ...(widthOf(text, 12) > room ? [] : [label(text, from + 6, y + 16, { fill: ink })]),
    ];
  });
  return [...marks, ...whisker(row, along, y, pen)];
};

const whisker = ({ lower, upper }: TimeRow, along: (share: number) => number, y: number, { colour }: Pen): Mark[] => {
  if (lower === null || upper === null) return [];
  const [x1, x2] = [along(lower), along(upper)];
  const line = (attributes: Mark['attributes']): Mark =>
    mark('line', { stroke: colour('text'), 'stroke-width': 1.5, ...attributes });
  return [
    line({ x1, x2, y1: y + 20, y2: y + 20 }),
    line({ x1, x2: x1, y1: y + 17, y2: y + 23 }),
    line({ x1: x2, x2, y1: y + 17, y2: y + 23 }),
  ];
};
