import { backbone } from '#model/backbone.ts';
import type { StageKind } from '#model/kinds.ts';
import { defineChart, type Row } from './define.ts';
import { nothing } from './drawing/axes.ts';
import { type Edge, type FlowLayout, layOut } from './drawing/flow-layout.ts';
import { kindToken } from './drawing/kinds.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf, wrapped } from './drawing/letters.ts';
import type { Words } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { type Mark, mark } from './drawing/svg.ts';

export type FlowStage = {
  readonly key: string;
  readonly name: string;
  readonly kind: StageKind | null;
  readonly items: number;
};

/** `medianDays` are those in the stage that is left; null where nobody knows. */
export type FlowMove = {
  readonly key: string | null;
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly medianDays: number | null;
  /** Whether the design allows it; left out or null where it says nothing. */
  readonly designed?: boolean | null | undefined;
};

export type FlowMapData = {
  readonly period: string;
  /** In the order in which most work passes them. */
  readonly stages: readonly FlowStage[];
  readonly moves: readonly FlowMove[];
  /** From 0, the fewest moves that leave no stage alone, to 1, all of them. */
  readonly detail: number;
};

/** How work really goes: the stages in their order, and the moves between them, as wide as they are frequent. */
export const flowMap = defineChart<FlowMapData>({
  id: 'flow-map',
  title: (data, words) => {
    const slowest = slowestOf(data);
    if (data.stages.length === 0) return 'No stage is known';
    if (!slowest) return `Nobody knows where time passes between ${words.counted(data.stages.length, 'stage')}`;
    return `Most time passes in ${nameOf(data, slowest.from)} before ${nameOf(data, slowest.to)}: ${words.counted(slowest.count, 'move')}, median ${words.figure(slowest.medianDays, 'day')}`;
  },
  subtitle: (data, words) => {
    const all = between(data);
    const covered = sum(shownOf(data)) / sum(all);
    const share = all.length === 0 ? '' : `, ${words.figure(covered, 'share')} drawn`;
    const apart = shownOf(data).some(isUndesigned) ? ', dashed: not in the design' : '';
    return `Moves between stages, with median days before each, ${data.period}, n = ${words.counted(sum(all), 'move')}${share}${apart}`;
  },
  summary: (data, words) => {
    if (data.stages.length === 0) return 'There is nothing to show.';
    const order = data.stages.map(({ name }) => name).join(', ');
    const said = shownOf(data)
      .slice(0, 5)
      .map((move) => saidOf(data, move, words));
    const backward = shownOf(data).filter(({ from, to }) => placeOf(data, to) < placeOf(data, from));
    return `Stages: ${order}.${said.length === 0 ? ' No moves.' : ` Most frequent: ${said.join('; ')}.`}${backward.length === 0 ? '' : ` ${words.counted(sum(backward), 'move')} backward.`}`;
  },
  table: (data) => ({
    columns: [
      { name: 'from', unit: null },
      { name: 'to', unit: null },
      { name: 'moves', unit: 'count' },
      { name: 'median stay', unit: 'days' },
      { name: 'items', unit: 'count' },
      ...(tellsDesign(data) ? [{ name: 'in the design', unit: null }] : []),
    ],
    rows: [
      ...data.stages.map(
        ({ key, name, items }): Row => ({
          key,
          cells: [name, null, null, null, items, ...(tellsDesign(data) ? [null] : [])],
        }),
      ),
      ...data.moves.map(
        ({ key, from, to, count, medianDays, designed = null }): Row => ({
          key,
          cells: [
            nameOf(data, from),
            nameOf(data, to),
            count,
            medianDays,
            null,
            ...(tellsDesign(data) ? [designed === null ? null : designed ? 'yes' : 'no'] : []),
          ],
        }),
      ),
    ],
  }),
  draw: (data, pen) => {
    if (data.stages.length === 0) return { height: 120, marks: nothing('no data: no stage is known', 120, pen) };
    const shown = shownOf(data);
    const layout = layOut(
      data.stages.length,
      shown.map(({ from, to, count }) => [placeOf(data, from), placeOf(data, to), strokeOf(count, shown)] as const),
      pen.width,
    );
    return { height: layout.height, marks: drawn(data, shown, layout, pen) };
  },
});

const placeOf = ({ stages }: FlowMapData, stage: string): number => stages.findIndex(({ key }) => key === stage);

const nameOf = (data: FlowMapData, stage: string): string => data.stages[placeOf(data, stage)]?.name ?? stage;

const isUndesigned = ({ designed }: FlowMove): boolean => designed === false;

const tellsDesign = ({ moves }: FlowMapData): boolean => moves.some(({ designed }) => typeof designed === 'boolean');

const sum = (moves: readonly FlowMove[]): number => moves.reduce((all, { count }) => all + count, 0);

/** Moves from one known stage to another; what is repeated in place is in the table. */
const between = (data: FlowMapData): FlowMove[] =>
  data.moves.filter(
    ({ from, to, count }) => from !== to && count > 0 && placeOf(data, from) >= 0 && placeOf(data, to) >= 0,
  );

const shownOf = (data: FlowMapData): FlowMove[] => backbone(between(data), Math.max(0, Math.min(1, data.detail)));

/** Where most time passes in all, often and long, before work is over. */
const slowestOf = (data: FlowMapData): FlowMove | null => {
  const over = ({ from }: FlowMove): boolean =>
    ['done', 'cancelled'].includes(data.stages[placeOf(data, from)]?.kind ?? '');
  const weight = (move: FlowMove): number => (over(move) ? 0 : move.count * (move.medianDays ?? 0));
  const most = shownOf(data).reduce<FlowMove | null>(
    (best, each) => (best === null || weight(each) > weight(best) ? each : best),
    null,
  );
  return most === null || weight(most) <= 0 ? null : most;
};

/** The most frequent move is eight pixels broad, the others in proportion, none so thin that it is not seen. */
const strokeOf = (count: number, shown: readonly FlowMove[]): number =>
  1.25 + (6.75 * count) / Math.max(1, ...shown.map((move) => move.count));

const saidOf = (data: FlowMapData, move: FlowMove, words: Words): string => {
  const { from, to, count, medianDays } = move;
  const before = medianDays === null ? '' : `, median ${words.figure(medianDays, 'day')}`;
  const apart = isUndesigned(move) ? ', not in the design' : '';
  return `${nameOf(data, from)} → ${nameOf(data, to)} ${words.count(count)}${before}${apart}`;
};

const drawn = (data: FlowMapData, shown: readonly FlowMove[], layout: FlowLayout, pen: Pen): Mark[] => {
  const { colour, words } = pen;
  const strong = new Set(backbone(shown, 0));
  const slowest = slowestOf(data);
  const edges = shown.map((move, index) => ({ move, edge: layout.edges[index] })).reverse();
  const taken: Taken[] = [];
  const labels = [...edges]
    .reverse()
    .flatMap(({ move, edge }) => (edge ? edgeLabel(move, edge, move === slowest, taken, pen) : []));
  return [
    ...edges.flatMap(({ move, edge }) => {
      if (!edge) return [];
      const ink = colour(move === slowest ? 'warn' : strong.has(move) ? 'series1' : 'border');
      return [
        told(
          move.key,
          saidOf(data, move, words),
          mark('path', {
            d: edge.path,
            fill: 'none',
            stroke: ink,
            'stroke-width': strokeOf(move.count, shown),
            'stroke-opacity': strong.has(move) ? 0.8 : 0.6,
            'stroke-dasharray': isUndesigned(move) ? '6 4' : null,
          }),
          mark('path', { d: edge.head, fill: ink }),
        ),
      ];
    }),
    ...data.stages.flatMap((stage, index) => box(stage, layout.boxes[index], pen)),
    ...labels,
  ];
};

const box = (
  { key, name, kind, items }: FlowStage,
  place: FlowLayout['boxes'][number] | undefined,
  { colour, words }: Pen,
): Mark[] => {
  if (!place) return [];
  const { x, y, width, height } = place;
  const stroke = colour(kind === null ? 'border' : kindToken[kind]);
  const lines = wrapped(name, width - 12, 12, true, height < 56 ? 1 : 2);
  const text = (said: string, row: number, bold: boolean): Mark =>
    label(fitted(said, width - 12, 12, bold), x + width / 2, y + height / 2 + 4 + (row - lines.length / 2) * 15, {
      anchor: 'middle',
      bold,
      fill: colour(bold ? 'text' : 'muted'),
    });
  return [
    told(
      key,
      `${name}: ${words.counted(items, 'item')}`,
      mark('rect', { x, y, width, height, rx: 6, fill: colour('background'), stroke, 'stroke-width': 1.5 }),
      ...lines.map((line, row) => text(line, row, true)),
      text(words.counted(items, 'item'), lines.length, false),
    ),
  ];
};

type Taken = { readonly x: number; readonly y: number; readonly half: number };

/**
 * How often, and how long before: in one text, or on both sides of a line that is short, on the first of the places that an
 * edge offers where nothing else is written.
 */
const edgeLabel = ({ count, medianDays }: FlowMove, edge: Edge, slowest: boolean, taken: Taken[], pen: Pen): Mark[] => {
  const { words } = pen;
  const [often, long] = [words.count(count), medianDays === null ? null : words.figure(medianDays, 'day')];
  const both = long === null ? often : `${often} · ${long}`;
  if (widthOf(both, 12, slowest) <= edge.room) return written(both, edge.labels, edge, slowest, taken, pen);
  return [
    ...written(often, edge.labels, edge, slowest, taken, pen),
    ...(long === null ? [] : written(long, edge.beyond, edge, slowest, taken, pen)),
  ];
};

const written = (
  text: string,
  places: Edge['labels'],
  { room, from, until }: Edge,
  slowest: boolean,
  taken: Taken[],
  { colour }: Pen,
): Mark[] => {
  const half = widthOf(text, 12, slowest) / 2 + 2;
  if (half * 2 > room + 4) return [];
  const free = places
    .map(([x, y]) => ({ x: Math.max(from + half, Math.min(until - half, x)), y, half }))
    .find((place) =>
      taken.every((other) => Math.abs(other.x - place.x) >= other.half + half || Math.abs(other.y - place.y) >= 16),
    );
  if (!free) return [];
  taken.push(free);
  return [
    mark('rect', {
      x: free.x - half,
      y: free.y - 8,
      width: half * 2,
      height: 16,
      rx: 3,
      fill: colour('background'),
      'fill-opacity': 0.9,
    }),
    label(text, free.x, free.y + 4, { anchor: 'middle', bold: slowest, fill: colour(slowest ? 'warn' : 'text') }),
  ];
};
