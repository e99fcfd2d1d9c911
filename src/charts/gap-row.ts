import { defineChart } from './define.ts';
import { hatched } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { fitted, widthOf, wrapped } from './drawing/letters.ts';
import { type Estimate, unitName, type Words } from './drawing/numbers.ts';
import type { Pen } from './drawing/pen.ts';
import { type Box, type Step, spark } from './drawing/spark.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { scale, ticks } from './drawing/ticks.ts';

/** What a rule of the design says and what is done, with the values at which it is judged. */
export type GapRowData = {
  readonly key: string | null;
  /** The rule, as it is said: `Forums decide what they are for`. */
  readonly says: string;
  readonly unit: string;
  readonly period: string;
  /** `n` counts what the rule was held against. */
  readonly actual: Estimate;
  readonly breakpoints: { readonly asDesigned: number; readonly worstTolerable: number; readonly twiceAsBad: number };
  /** The last periods, the newest one last. */
  readonly history: readonly Step[];
  /** Why there is no value. */
  readonly missing: string | null;
};

type Verdict = { readonly word: string; readonly sign: string; readonly token: 'good' | 'warn' | 'bad' };

/** We say, we do: one rule with its actual value between as designed and twice as bad as can be borne, and its trend. */
export const gapRow = defineChart<GapRowData>({
  id: 'gap-row',
  headed: false,
  title: (data, words) => finding(data, words),
  subtitle: ({ unit, period, actual }, words) => `${unitName(unit)}, ${period}, n = ${words.count(actual.n ?? 0)}`,
  summary: ({ unit, breakpoints, actual, history }, words) => {
    const interval = words.range(actual, unit);
    const known = history.filter(({ value }) => value !== null).length;
    const { asDesigned, worstTolerable, twiceAsBad } = breakpoints;
    return [
      actual.value === null
        ? 'No value.'
        : `We do ${words.figure(actual.value, unit, actual)}${interval && ` (95% interval ${interval})`}.`,
      `As designed from ${words.figure(asDesigned, unit)}, tolerable to ${words.figure(worstTolerable, unit)}, twice as bad at ${words.figure(twiceAsBad, unit)}.`,
      `${words.count(known)} of ${words.counted(history.length, 'period')} with data.`,
    ].join(' ');
  },
  table: ({ key, says, unit, period, actual, breakpoints, history }) => ({
    columns: [
      { name: 'we say', unit: null },
      { name: 'period', unit: null },
      ...['we do', 'lower', 'upper', 'as designed', 'worst tolerable', 'twice as bad'].map((name) => ({
        name,
        unit: unitName(unit),
      })),
      { name: 'n', unit: null },
    ],
    rows: [
      ...history.map((step) => ({
        key: null,
        cells: [says, step.period, step.value, null, null, null, null, null, null],
      })),
      {
        key,
        cells: [
          says,
          period,
          actual.value,
          actual.lower,
          actual.upper,
          breakpoints.asDesigned,
          breakpoints.worstTolerable,
          breakpoints.twiceAsBad,
          actual.n,
        ],
      },
    ],
  }),
  draw: (data, pen) => {
    const places = pen.width < 620 ? narrowPlaces(pen.width) : widePlaces(pen.width);
    const lines = wrapped(data.says, places.saysWidth, 13, false, 2);
    const marks = [
      ...lines.map((text, index) => label(text, 0, places.saysY + (index - (lines.length - 1) / 2) * 16, { size: 13 })),
      ...(data.actual.value === null ? empty(data, places.track, pen) : measured(data, data.actual.value, places, pen)),
      ...spark(data.history, places.spark, pen),
    ];
    return { height: places.height, marks: [told(data.key, finding(data, pen.words), ...marks)] };
  },
});

/** How far from the design, in a word; the interval does not enter, it is drawn. */
const verdictOf = (value: number, { asDesigned, worstTolerable, twiceAsBad }: GapRowData['breakpoints']): Verdict => {
  const rising = twiceAsBad > asDesigned;
  const within = (limit: number): boolean => (rising ? value <= limit : value >= limit);
  if (within(asDesigned)) return { word: 'kept', sign: '●', token: 'good' };
  return within(worstTolerable)
    ? { word: 'tolerable', sign: '▲', token: 'warn' }
    : { word: 'too far', sign: '■', token: 'bad' };
};

const finding = ({ says, unit, actual, breakpoints, missing }: GapRowData, words: Words): string => {
  if (actual.value === null) return `${says}: no data${missing === null ? '' : `, ${missing}`}`;
  const interval = words.range(actual, unit);
  const gap = words.change(actual.value - breakpoints.asDesigned, unit, actual);
  return `${says}: ${words.figure(actual.value, unit, actual)}${interval && ` (${interval})`}, ${verdictOf(actual.value, breakpoints).word}, ${gap} from ${words.figure(breakpoints.asDesigned, unit)}`;
};

type Places = {
  readonly height: number;
  readonly saysWidth: number;
  readonly saysY: number;
  readonly track: Box;
  readonly valueX: number;
  readonly valueY: number;
  readonly spark: Box;
};

const valueWidth = 132;

const widePlaces = (width: number): Places => {
  const says = Math.round(width * 0.32);
  const sparkWidth = 88;
  const valueX = width - sparkWidth - 16 - valueWidth;
  return {
    height: 48,
    saysWidth: says - 16,
    saysY: 28,
    track: { x: says, y: 0, width: valueX - says - 16, height: 48 },
    valueX,
    valueY: 20,
    spark: { x: width - sparkWidth, y: 10, width: sparkWidth, height: 28 },
  };
};

const narrowPlaces = (width: number): Places => ({
  height: 116,
  saysWidth: width,
  saysY: 24,
  track: { x: 0, y: 42, width: width - valueWidth - 16, height: 40 },
  valueX: width - valueWidth,
  valueY: 58,
  spark: { x: 0, y: 84, width: width - valueWidth - 16, height: 28 },
});

/** From the worse end to the design and beyond: three grounds, the interval, and where it is. */
const measured = (data: GapRowData, value: number, places: Places, pen: Pen): Mark[] => {
  const { unit, actual, breakpoints } = data;
  const { colour, words } = pen;
  const { x, y, width, height } = places.track;
  const { asDesigned, worstTolerable, twiceAsBad } = breakpoints;
  const middle = y + height / 2 - 4;
  const seen = [
    value,
    asDesigned,
    worstTolerable,
    twiceAsBad,
    ...(actual.lower === null || actual.upper === null ? [] : [actual.lower, actual.upper]),
  ];
  const round =
    unit === 'share' && seen.every((each) => each >= 0 && each <= 1)
      ? [0, 1]
      : ticks(Math.min(...seen), Math.max(...seen));
  const along = scale(round[0] ?? 0, round.at(-1) ?? 1, x + 6, x + width - 6);
  const [start, end] = [along(round[0] ?? 0), along(round.at(-1) ?? 1)];
  const rising = twiceAsBad > asDesigned;
  const ground = (from: number, until: number, token: 'good' | 'warn' | 'bad'): Mark =>
    mark('rect', {
      x: Math.min(from, until),
      y: middle - 6,
      width: Math.abs(until - from),
      height: 12,
      fill: colour(token),
      'fill-opacity': 0.16,
    });
  const [good, bad] = rising ? [start, end] : [end, start];
  const { lower, upper } = actual;
  const { word, sign, token } = verdictOf(value, breakpoints);
  const design = words.figure(asDesigned, unit);
  const designX = Math.max(
    x + widthOf(design, 12) / 2,
    Math.min(x + width - widthOf(design, 12) / 2, along(asDesigned)),
  );
  const interval = words.range(actual, unit);
  return [
    ground(good, along(asDesigned), 'good'),
    ground(along(asDesigned), along(worstTolerable), 'warn'),
    ground(along(worstTolerable), bad, 'bad'),
    mark('line', {
      x1: along(asDesigned),
      x2: along(asDesigned),
      y1: middle - 9,
      y2: middle + 9,
      stroke: colour('text'),
      'stroke-width': 2,
    }),
    mark('line', {
      x1: along(twiceAsBad),
      x2: along(twiceAsBad),
      y1: middle - 6,
      y2: middle + 6,
      stroke: colour('bad'),
      'stroke-width': 1,
    }),
    label(fitted(design, width, 12), designX, middle + 22, { anchor: 'middle', fill: colour('muted') }),
    ...(lower === null || upper === null
      ? []
      : [
          mark('line', {
            x1: along(lower),
            x2: along(upper),
            y1: middle,
            y2: middle,
            stroke: colour('text'),
            'stroke-width': 2,
          }),
        ]),
    mark('circle', {
      cx: along(value),
      cy: middle,
      r: 5,
      fill: colour(token),
      stroke: colour('background'),
      'stroke-width': 1.5,
    }),
    label(fitted(words.figure(value, unit, actual), 60, 16, true), places.valueX, places.valueY, {
      size: 16,
      bold: true,
    }),
    label(fitted(`${sign} ${word}`, valueWidth - 62, 12), places.valueX + 62, places.valueY, { fill: colour(token) }),
    label(
      fitted(`${interval}${interval && ', '}n ${words.count(actual.n ?? 0)}`, valueWidth, 12),
      places.valueX,
      places.valueY + 18,
      { fill: colour('muted') },
    ),
  ];
};

const empty = ({ missing }: GapRowData, { x, y, width, height }: Box, pen: Pen): Mark[] => {
  const text = fitted(`no data${missing === null ? '' : `: ${missing}`}`, width - 12, 12);
  return [
    ...hatched(x, y + height / 2 - 10, width, 20, pen),
    mark('rect', {
      x,
      y: y + height / 2 - 10,
      width: widthOf(text, 12) + 8,
      height: 20,
      fill: pen.colour('background'),
    }),
    label(text, x, y + height / 2 + 4, { fill: pen.colour('muted') }),
  ];
};
