import { defineChart, type Row } from './define.ts';
import { closeAxis, type Field, gridLines, nothing, upward } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { type Entry, legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import { linePath } from './drawing/path.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { below } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import { type Scale, scale } from './drawing/ticks.ts';
import type { Token } from './tokens.ts';

type Dated = { readonly on: string; readonly value: number };
type GoLive = { readonly name: string; readonly liveOn: string };

export type OutcomeSeriesData = {
  /** What opens the outcome; every mark is of it. */
  readonly key: string | null;
  readonly name: string;
  /** Empty where none is stated. */
  readonly unit: string;
  readonly baseline: Dated | null;
  readonly target: Dated | null;
  /** From the oldest to the newest; `control` is the same measure where nothing was changed. */
  readonly measurements: readonly Dated[];
  readonly control: readonly Dated[];
  /** What each measurement since would have been without the change that is asked of. */
  readonly without: readonly Dated[];
  /** Everything that went live and leads to it. */
  readonly changes: readonly GoLive[];
  /** Whose effect is asked of; null where nothing went live. */
  readonly asked: (GoLive & { readonly effect: MeanEffect | null }) | null;
};

/** The mean since, against the course before, with its 95 % interval. */
export type MeanEffect = {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly moved: 'up' | 'down' | 'not-told-from-chance';
};

/** What was measured of an outcome before and after a go-live, and where its course would have led without it. */
export const outcomeSeries = defineChart<OutcomeSeriesData>({
  id: 'outcome-series',
  title: ({ name, unit, measurements, asked }, words) => {
    const outcome = name || 'This outcome';
    const last = measurements.at(-1);
    if (!last) return `${outcome} was never measured`;
    if (!asked) return `${outcome}: ${words.stated(last.value, unit)} on ${words.day(last.on)}`;
    const { effect } = asked;
    if (!effect) return `${outcome}: what ${asked.name} did cannot be told`;
    if (effect.moved === 'not-told-from-chance')
      return `${outcome}: no change since ${asked.name} went live that can be told from chance`;
    const { value, lower, upper } = effect;
    return `${outcome}: ${words.change(value, unit, { lower, upper })} on average since ${asked.name} went live`;
  },
  subtitle: ({ unit, measurements, control, without }, words) => {
    const said = [
      unit === '' ? 'no unit stated' : unitName(unit),
      spanOf(measurements, words),
      `n = ${words.counted(measurements.length, 'measurement')}`,
      ...(control.length > 0 ? [words.counted(control.length, 'of a control', 'of a control')] : []),
      ...(without.length > 0 ? ['dashed: without the change'] : []),
    ];
    return said.join(', ');
  },
  summary: ({ unit, measurements, asked, target }, words) => {
    const [first, last] = [measurements[0], measurements.at(-1)];
    if (!first || !last) return 'Nothing was measured.';
    const course = `${words.stated(first.value, unit)} on ${words.day(first.on)}, ${words.stated(last.value, unit)} on ${words.day(last.on)}`;
    const aim = target ? ` The target is ${words.stated(target.value, unit)} on ${words.day(target.on)}.` : '';
    if (!asked?.effect) return `${course}.${aim}`;
    const { value, lower, upper } = asked.effect;
    const bounds = `${words.change(lower, unit, { lower, upper })} to ${words.change(upper, unit, { lower, upper })}`;
    return `${course}; since ${words.day(asked.liveOn)} ${words.change(value, unit, { lower, upper })} on average (95% interval: ${bounds}).${aim}`;
  },
  table: (data) => ({
    columns: [
      { name: 'day', unit: null },
      { name: 'what', unit: null },
      { name: 'value', unit: data.unit === '' ? null : unitName(data.unit) },
      { name: 'lower', unit: null },
      { name: 'upper', unit: null },
    ],
    rows: rowsOf(data),
  }),
  draw: (data, pen) =>
    data.measurements.length === 0
      ? { height: 120, marks: nothing('no data: nothing was measured', 120, pen) }
      : course(data, pen),
});

const spanOf = (measurements: readonly Dated[], words: Words): string => {
  const [first, last] = [measurements[0], measurements.at(-1)];
  if (!first || !last) return 'no day';
  return first === last ? words.day(first.on) : `${words.day(first.on)} – ${words.day(last.on)}`;
};

const rowsOf = ({
  key,
  baseline,
  target,
  measurements,
  control,
  without,
  changes,
  asked,
}: OutcomeSeriesData): Row[] => {
  const row = (on: string, what: string, value: number | null, lower: number | null = null, upper = lower): Row => ({
    key,
    cells: [on, what, value, lower, upper],
  });
  const each = (values: readonly Dated[], what: string): Row[] => values.map(({ on, value }) => row(on, what, value));
  const effect = asked?.effect;
  return [
    ...each(baseline ? [baseline] : [], 'baseline'),
    ...each(measurements, 'measured'),
    ...each(control, 'control'),
    ...each(without, 'without the change'),
    ...changes.map(({ name, liveOn }) => row(liveOn, `${name} went live`, null)),
    ...(asked && effect
      ? [row(asked.liveOn, 'on average since, against its course before', effect.value, effect.lower, effect.upper)]
      : []),
    ...each(target ? [target] : [], 'target'),
  ];
};

const course = (data: OutcomeSeriesData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const { key, unit, measurements, control, without, changes, asked } = data;
  const levels = levelsOf(data);
  const axis = closeAxis(
    [...measurements, ...control, ...without, ...levels].map(({ value }) => value),
    unit,
    pen,
  );
  const height = width < 480 ? 240 : 280;
  const field: Field = { left: axis.gutter, right: width - 12, top: 28, bottom: height - 28 };
  const days = [...measurements, ...control].map(({ on }) => Date.parse(on));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const sideways = scale(first, last, field.left + 6, field.right - 6);
  const across = (on: string): number => sideways(Date.parse(on));
  const up = upward(axis, field);
  const line = lineIn(across, up);
  const inside = changes.filter(({ liveOn }) => Date.parse(liveOn) >= first && Date.parse(liveOn) <= last);
  const keys = legend(entriesOf(data, pen), height + 6, pen);
  return {
    height: keys.height + 4,
    marks: [
      ...gridLines(axis, field, pen),
      ...levels.map((each) => levelLine(each, up(each.value), field, pen)),
      ...inside.map((each) => goLive(each, { key, x: across(each.liveOn), isAsked: isSame(each, asked), field }, pen)),
      ...line(control, { stroke: colour('muted'), 'stroke-width': 1.25 }),
      ...line(without, { stroke: colour('series1'), 'stroke-width': 1.5, 'stroke-dasharray': '5 3' }),
      ...line(measurements, { stroke: colour('series1'), 'stroke-width': 1.5 }),
      ...measurements.map(({ on, value }) =>
        told(
          key,
          `${words.day(on)}: ${words.stated(value, unit)}`,
          mark('circle', {
            cx: across(on),
            cy: up(value),
            r: 3,
            fill: colour('series1'),
            stroke: colour('background'),
          }),
        ),
      ),
      ...below(
        measurements.map(({ on }) => ({ text: words.day(on), x: across(on) })),
        field.left,
        field.right + 12,
      ).map(({ text, x }) => label(text, x, height - 10, { anchor: 'middle', fill: colour('muted') })),
      ...keys.marks,
    ],
  };
};

const isSame = (change: GoLive, asked: GoLive | null): boolean =>
  change.name === asked?.name && change.liveOn === asked.liveOn;

type Look = Mark['attributes'];

const lineIn =
  (across: (on: string) => number, up: Scale) =>
  (values: readonly Dated[], look: Look): Mark[] => {
    const d = linePath(values.map(({ on, value }) => [across(on), up(value)]));
    return values.length === 0 ? [] : [mark('path', { d, fill: 'none', 'stroke-linejoin': 'round', ...look })];
  };

type Level = Dated & { readonly what: string; readonly token: Token; readonly dashes: string };

/** What the course is measured by: drawn as lines across, and told in the legend. */
const levelsOf = ({ baseline, target }: OutcomeSeriesData): Level[] => [
  ...(baseline ? [{ ...baseline, what: 'baseline', token: 'series2', dashes: '6 3' } as const] : []),
  ...(target ? [{ ...target, what: 'target', token: 'good', dashes: '2 3' } as const] : []),
];

const levelLine = ({ token, dashes }: Level, y: number, { left, right }: Field, { colour }: Pen): Mark =>
  mark('line', {
    x1: left,
    x2: right,
    y1: y,
    y2: y,
    stroke: colour(token),
    'stroke-width': 1.5,
    'stroke-dasharray': dashes,
  });

type Placed = { readonly key: string | null; readonly x: number; readonly isAsked: boolean; readonly field: Field };

/** A line down from the day on which something went live; only the one that is asked of is named, the others tell it. */
const goLive = ({ name, liveOn }: GoLive, { key, x, isAsked, field }: Placed, { colour, words }: Pen): Mark => {
  const { left, right, top, bottom } = field;
  const text = fitted(`${name} live`, right - left - 12, 12);
  const wide = widthOf(text, 12);
  const start = x + 6 + wide > right ? Math.max(left, Math.min(x - 6, right) - wide) : x + 6;
  return told(
    key,
    `${name} went live on ${words.day(liveOn)}`,
    mark('line', {
      x1: x,
      x2: x,
      y1: isAsked ? top - 18 : top,
      y2: bottom,
      stroke: colour(isAsked ? 'text' : 'border'),
      'stroke-dasharray': isAsked ? null : '2 3',
    }),
    ...(isAsked ? [label(text, start, top - 10, { fill: colour('text') })] : []),
  );
};

const entriesOf = (data: OutcomeSeriesData, { colour, words }: Pen): Entry[] => {
  const { control, without, unit } = data;
  const stroke =
    (look: Look): Entry['swatch'] =>
    (x, y) => [mark('line', { x1: x, x2: x + 12, y1: y + 6, y2: y + 6, 'stroke-width': 1.5, ...look })];
  return [
    { text: 'measured', swatch: stroke({ stroke: colour('series1') }) },
    ...(without.length > 0
      ? [
          {
            text: 'where its course before would have led',
            swatch: stroke({ stroke: colour('series1'), 'stroke-dasharray': '5 3' }),
          },
        ]
      : []),
    ...(control.length > 0 ? [{ text: 'control', swatch: stroke({ stroke: colour('muted') }) }] : []),
    ...levelsOf(data).map(({ what, value, token, dashes }) => ({
      text: `${what} ${words.stated(value, unit)}`,
      swatch: stroke({ stroke: colour(token), 'stroke-dasharray': dashes }),
    })),
  ];
};
