import { defineChart, type Row } from './define.ts';
import { hatched, nothing } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { type Mark, mark } from './drawing/svg.ts';
import type { Token } from './tokens.ts';

export type HandOff = {
  readonly key: string | null;
  readonly from: string;
  readonly to: string;
  /** Null where nobody knows; a pair that is not listed hands nothing over. */
  readonly count: number | null;
  /** The median time until the receiver's first action. */
  readonly waitDays: number | null;
};

export type HandOffMatrixData = {
  readonly period: string;
  readonly teams: readonly { readonly key: string; readonly name: string }[];
  readonly handOffs: readonly HandOff[];
};

/** Which team hands work to which, and how often. */
export const handOffMatrix = defineChart<HandOffMatrixData>({
  id: 'hand-off-matrix',
  title: (data, words) => {
    const known = knownOf(data);
    const total = sum(known);
    const most = known.reduce<Known | null>((best, each) => (each.count > (best?.count ?? 0) ? each : best), null);
    if (!most) return data.teams.length === 0 ? 'Nobody knows which teams there are' : 'No team handed work to another';
    return `${nameOf(data, most.from)} hands most to ${nameOf(data, most.to)}: ${words.count(most.count)} of ${words.counted(total, 'hand-off')} (${words.figure(most.count / total, 'share')})`;
  },
  subtitle: (data, words) => {
    const { period, teams } = data;
    return `Hand-offs from the team on the left to the team above, count, ${period}, n = ${words.counted(sum(knownOf(data)), 'hand-off')} among ${words.counted(teams.length, 'team')}`;
  },
  summary: (data, words) => {
    const top = [...knownOf(data)].sort((a, b) => b.count - a.count).slice(0, 5);
    const missing = data.handOffs.filter(({ count }) => count === null).length;
    if (top.length === 0) return 'There is no hand-off to show.';
    const said = top.map((each) => saidOf(data, each, words));
    return `Most often: ${said.join('; ')}.${missing > 0 ? ` ${words.counted(missing, 'pair')} without data.` : ''}`;
  },
  table: (data) => ({
    columns: [
      { name: 'from', unit: null },
      { name: 'to', unit: null },
      { name: 'hand-offs', unit: 'count' },
      { name: 'median wait', unit: 'days' },
    ],
    rows: data.handOffs.map(
      ({ key, from, to, count, waitDays }): Row => ({
        key,
        cells: [nameOf(data, from), nameOf(data, to), count, waitDays],
      }),
    ),
  }),
  draw: (data, pen) => {
    if (data.teams.length === 0) return { height: 120, marks: nothing('no data: no team is known', 120, pen) };
    return grid(data, pen);
  },
});

type Known = HandOff & { readonly count: number };

const knownOf = ({ handOffs, teams }: HandOffMatrixData): Known[] =>
  handOffs.flatMap((each) => {
    const { count, from, to } = each;
    const named = [from, to].every((team) => teams.some(({ key }) => key === team));
    return count === null || count <= 0 || !named ? [] : [{ ...each, count }];
  });

const sum = (known: readonly Known[]): number => known.reduce((all, { count }) => all + count, 0);

const nameOf = ({ teams }: HandOffMatrixData, team: string): string =>
  teams.find(({ key }) => key === team)?.name ?? team;

const saidOf = (data: HandOffMatrixData, { from, to, count, waitDays }: HandOff, words: Words): string => {
  const way = `${nameOf(data, from)} → ${nameOf(data, to)}`;
  if (count === null) return `${way}: no data`;
  return `${way} ${words.count(count)}${waitDays === null ? '' : ` (median wait ${words.figure(waitDays, 'day')})`}`;
};

const [smallest, largest, head] = [14, 56, 22];

/** Teams are numbered, so that columns need no names of their own. Where not all fit, those that hand over least go. */
const grid = (data: HandOffMatrixData, pen: Pen): { height: number; marks: Mark[] } => {
  const { width, colour, words } = pen;
  const gutter = Math.min(180, Math.round(width * 0.32));
  const most = Math.max(1, Math.floor((width - gutter) / smallest));
  const shown = busiest(data, most);
  const cell = Math.min(largest, Math.floor((width - gutter) / shown.length));
  const limits = limitsOf(knownOf(data).map(({ count }) => count));
  const at = new Map(data.handOffs.map((each) => [JSON.stringify([each.from, each.to]), each]));
  const numbered = shown.map(({ key, name }, index) => ({ key, name, number: words.count(index + 1) }));
  const numberWidth = Math.max(...numbered.map(({ number }) => widthOf(number, 12, true))) + 6;
  const bottom = head + cell * shown.length;
  const legend = legendOf(limits, bottom + 14, pen);
  const left = data.teams.length - shown.length;
  const note =
    left === 0
      ? []
      : [label(`${words.counted(left, 'more team')} in the table`, 0, legend.bottom + 20, { fill: colour('muted') })];
  return {
    height: legend.bottom + (left === 0 ? 4 : 28),
    marks: [
      label(fitted('from ↓ to →', gutter - 8, 12), 0, 15, { fill: colour('muted') }),
      ...numbered.flatMap(({ number, name }, index) => [
        label(number, numberWidth - 6, head + cell * (index + 0.5) + 4, { bold: true, anchor: 'end' }),
        label(fitted(name, gutter - numberWidth - 6, 12), numberWidth, head + cell * (index + 0.5) + 4),
        ...(widthOf(number, 12) > cell
          ? []
          : [label(number, gutter + cell * (index + 0.5), 15, { anchor: 'middle', fill: colour('muted') })]),
      ]),
      ...numbered.flatMap((from, row) =>
        numbered.flatMap((to, column) => {
          const found = at.get(JSON.stringify([from.key, to.key]));
          return square(
            found,
            data,
            { x: gutter + cell * column, y: head + cell * row, cell, own: row === column },
            limits,
            pen,
          );
        }),
      ),
      ...legend.marks,
      ...note,
    ],
  };
};

const busiest = (data: HandOffMatrixData, most: number): HandOffMatrixData['teams'] => {
  if (data.teams.length <= most) return data.teams;
  const known = knownOf(data);
  const volume = (team: string): number => sum(known.filter(({ from, to }) => from === team || to === team));
  const volumes = data.teams.map(({ key }, index) => ({ index, volume: volume(key) }));
  const kept = new Set(
    [...volumes]
      .sort((a, b) => b.volume - a.volume || a.index - b.index)
      .slice(0, most)
      .map(({ index }) => index),
  );
  return data.teams.filter((_, index) => kept.has(index));
};

type Place = { readonly x: number; readonly y: number; readonly cell: number; readonly own: boolean };

const square = (
  found: HandOff | undefined,
  data: HandOffMatrixData,
  { x, y, cell, own }: Place,
  limits: readonly number[],
  pen: Pen,
): Mark[] => {
  const { colour, words } = pen;
  const box = { x: x + 0.5, y: y + 0.5, width: cell - 1, height: cell - 1 };
  if (!found || found.count === 0) return [mark('rect', { ...box, fill: colour(own ? 'grid' : 'surface') })];
  const said = saidOf(data, found, words);
  if (found.count === null) return [told(found.key, said, ...hatched(box.x, box.y, box.width, box.height, pen))];
  const step = limits.findIndex((limit) => (found.count ?? 0) <= limit);
  const [fill, ink] = steps[step < 0 ? steps.length - 1 : step] ?? steps[0];
  const text = words.count(found.count);
  const printed = cell >= 28 && widthOf(text, 12) <= cell - 4;
  return [
    told(
      found.key,
      said,
      mark('rect', { ...box, fill: colour(fill) }),
      ...(printed ? [label(text, x + cell / 2, y + cell / 2 + 4, { anchor: 'middle', fill: colour(ink) })] : []),
    ),
  ];
};

const steps: readonly [readonly [Token, Token], ...(readonly [Token, Token])[]] = [
  ['step1', 'onStep1'],
  ['step2', 'onStep2'],
  ['step3', 'onStep3'],
  ['step4', 'onStep4'],
  ['step5', 'onStep5'],
];

/** Up to how many hand-offs each step reaches. Steps grow by the same factor, because few pairs do most. */
const limitsOf = (counts: readonly number[]): number[] => {
  const most = Math.max(0, ...counts);
  if (most === 0) return [];
  const limits = steps.map((_, index) => Math.max(index + 1, Math.round(most ** ((index + 1) / steps.length))));
  return [...new Set(limits.map((limit) => Math.min(limit, most)))];
};

const legendOf = (
  limits: readonly number[],
  y: number,
  { width, colour, words }: Pen,
): { bottom: number; marks: Mark[] } => {
  let [x, top] = [0, y];
  const marks = limits.flatMap((limit, index) => {
    const from = (limits[index - 1] ?? 0) + 1;
    const text = from === limit ? words.count(limit) : `${words.count(from)}–${words.count(limit)}`;
    const wide = 18 + widthOf(text, 12) + 16;
    if (x > 0 && x + wide - 16 > width) [x, top] = [0, top + 20];
    const at = x;
    x += wide;
    const [fill] = steps[index] ?? steps[0];
    return [
      mark('rect', { x: at, y: top, width: 12, height: 12, fill: colour(fill) }),
      label(text, at + 18, top + 10, { fill: colour('muted') }),
    ];
  });
  return { bottom: limits.length === 0 ? y : top + 16, marks };
};
