import { defineChart } from './define.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import type { Estimate, Words } from './drawing/numbers.ts';
import { hatchPath } from './drawing/path.ts';
import type { Pen } from './drawing/pen.ts';
import { type Box, type Step, spark } from './drawing/spark.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { scale } from './drawing/ticks.ts';

/** How close one dimension of the operating model is to its design, from 0 to 100. */
export type DimensionStripData = {
  readonly key: string | null;
  readonly name: string;
  readonly period: string;
  /** `n` counts the rules that were read. */
  readonly now: Estimate;
  readonly target: number | null;
  /** What it is compared with. */
  readonly before: Step | null;
  /** The last periods, the newest one last. */
  readonly history: readonly Step[];
  /** Why there is no value. */
  readonly missing: string | null;
};

/** One figure on a line from 0 to 100: a dot where it is, a ring where it should be, and how it came there. */
export const dimensionStrip = defineChart<DimensionStripData>({
  id: 'dimension-strip',
  headed: false,
  title: (data, words) => finding(data, words),
  subtitle: ({ period, now }, words) =>
    `Closeness to the design, points of 100, ${period}, n = ${words.counted(now.n ?? 0, 'rule')}`,
  summary: ({ now, target, history }, words) => {
    const interval = words.range(now, 'score');
    const known = history.filter(({ value }) => value !== null).length;
    return [
      now.value === null
        ? 'No value.'
        : `Now ${words.figure(now.value, 'score', now)}${interval && ` (95% interval ${interval})`}.`,
      target === null ? 'No target is set.' : `Target ${words.figure(target, 'score')}.`,
      `${words.count(known)} of ${words.counted(history.length, 'period')} with data.`,
    ].join(' ');
  },
  table: ({ key, name, period, now, target, before, history }) => ({
    columns: [
      { name: 'dimension', unit: null },
      { name: 'period', unit: null },
      ...['score', 'lower', 'upper', 'target'].map((each) => ({ name: each, unit: 'points of 100' })),
      { name: 'n', unit: 'rules' },
    ],
    rows: [
      ...[...history, ...(before === null ? [] : [before])].map((step) => ({
        key: null,
        cells: [name, step.period, step.value, null, null, null, null],
      })),
      { key, cells: [name, period, now.value, now.lower, now.upper, target, now.n] },
    ],
  }),
  draw: (data, pen) => {
    const narrow = pen.width < 480;
    const places = narrow ? narrowPlaces(pen.width) : widePlaces(pen.width);
    const marks = [
      label(fitted(data.name, places.nameWidth, 13, true), 0, places.textY, { size: 13, bold: true }),
      ...(data.now.value === null ? empty(data, places.track, pen) : measured(data, places.track, data.now.value, pen)),
      ...values(data, places, pen),
      ...spark(data.history, places.spark, pen),
    ];
    return { height: narrow ? 60 : 40, marks: [told(data.key, finding(data, pen.words), ...marks)] };
  },
});

type Places = {
  readonly nameWidth: number;
  readonly textY: number;
  readonly valueX: number;
  readonly changeX: number;
  readonly track: Box;
  readonly spark: Box;
};

const widePlaces = (width: number): Places => {
  const sparkX = width - 104;
  const valueX = sparkX - 88;
  return {
    nameWidth: 104,
    textY: 25,
    valueX,
    changeX: valueX + 10,
    track: { x: 116, y: 0, width: valueX - 52 - 116, height: 40 },
    spark: { x: sparkX, y: 6, width: 104, height: 28 },
  };
};

/** Name and value above, line and course below. */
const narrowPlaces = (width: number): Places => {
  const sparkWidth = Math.round(width * 0.28);
  return {
    nameWidth: width - 130,
    textY: 18,
    valueX: width - 80,
    changeX: width - 70,
    track: { x: 0, y: 24, width: width - sparkWidth - 16, height: 36 },
    spark: { x: width - sparkWidth, y: 28, width: sparkWidth, height: 28 },
  };
};

const finding = ({ name, now, target, before, missing }: DimensionStripData, words: Words): string => {
  if (now.value === null) return `${name}: no data${missing === null ? '' : `, ${missing}`}`;
  const clauses = [`${name} stands at ${words.figure(now.value, 'score', now)} of 100`];
  if (target !== null) clauses.push(againstTarget(now, now.value - target, target, words));
  if (before !== null && before.value !== null)
    clauses.push(`${words.change(now.value - before.value, 'score', now)} since ${before.period}`);
  return clauses.join(', ');
};

const againstTarget = (now: Estimate, beyond: number, target: number, words: Words): string => {
  const text = words.figure(Math.abs(beyond), 'score', now);
  const goal = `target of ${words.figure(target, 'score')}`;
  return Number.parseFloat(text) === 0 ? `on its ${goal}` : `${text} ${beyond < 0 ? 'below' : 'above'} its ${goal}`;
};

/** The scale, where it is, where it should be, and the stretch between the two. */
const measured = ({ now, target }: DimensionStripData, track: Box, value: number, { colour, words }: Pen): Mark[] => {
  const middle = track.y + track.height / 2;
  const [start, end] = [track.x + 18, track.x + track.width - 28];
  const at = scale(0, 100, start, end);
  const line = (x1: number, x2: number, attributes: Mark['attributes']): Mark =>
    mark('line', { x1, x2, y1: middle, y2: middle, ...attributes });
  const { lower, upper } = now;
  return [
    label(words.count(0), start - 8, middle + 4, { anchor: 'end', fill: colour('muted') }),
    label(words.count(100), end + 8, middle + 4, { fill: colour('muted') }),
    line(start, end, { stroke: colour('border'), 'stroke-width': 1 }),
    ...(target === null ? [] : [line(at(value), at(target), { stroke: colour('border'), 'stroke-width': 3 })]),
    ...(lower === null || upper === null
      ? []
      : [
          line(at(lower), at(upper), {
            stroke: colour('series1'),
            'stroke-width': 8,
            'stroke-opacity': 0.4,
            'stroke-linecap': 'round',
          }),
        ]),
    ...(target === null ? [] : [ring(at(target), middle, words.figure(target, 'score'), colour)]),
    mark('circle', { cx: at(value), cy: middle, r: 5, fill: colour('series1') }),
  ];
};

const ring = (cx: number, cy: number, target: string, colour: Pen['colour']): Mark =>
  mark(
    'circle',
    { cx, cy, r: 7, fill: colour('background'), stroke: colour('text'), 'stroke-width': 1.5 },
    mark('title', {}, `Target ${target}`),
  );

/** What has no data is hatched, and says what it lacks where that fits whole. */
const empty = ({ missing }: DimensionStripData, { x, y, width, height }: Box, { colour }: Pen): Mark[] => {
  const whole = `no data: ${missing}`;
  const text = missing !== null && widthOf(whole, 12) <= width - 16 ? whole : fitted('no data', width - 16, 12);
  return [
    mark('path', {
      d: hatchPath(x, y + height / 2 - 10, width, 20),
      stroke: colour('border'),
      'stroke-width': 0.8,
      fill: 'none',
    }),
    mark('rect', { x, y: y + height / 2 - 10, width: widthOf(text, 12) + 8, height: 20, fill: colour('background') }),
    label(text, x, y + height / 2 + 4, { fill: colour('muted') }),
  ];
};

/** The value and how it moved: an arrow, a sign and a colour say the same. */
const values = (
  { now, before }: DimensionStripData,
  { valueX, changeX, textY }: Places,
  { colour, words }: Pen,
): Mark[] => {
  if (now.value === null) return [];
  const value = label(words.figure(now.value, 'score', now), valueX, textY + 1, {
    size: 16,
    bold: true,
    anchor: 'end',
  });
  if (before === null || before.value === null) return [value];
  const change = words.change(now.value - before.value, 'score', now);
  const [arrow, token] = change.startsWith('+')
    ? (['▲', 'good'] as const)
    : change.startsWith('−')
      ? (['▼', 'bad'] as const)
      : (['■', 'muted'] as const);
  return [value, label(`${arrow} ${change}`, changeX, textY, { fill: colour(token) })];
};
