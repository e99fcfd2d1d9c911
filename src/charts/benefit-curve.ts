import { defineChart, type Row } from './define.ts';
import { type Field, gridLines, hatched, nothing, upward, valueAxis } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { type Entry, legend } from './drawing/legend.ts';
import { fitted, widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import { hatchPath } from './drawing/path.ts';
import type { Drawing, Pen } from './drawing/pen.ts';
import { below } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';
import type { Scale } from './drawing/ticks.ts';

/** `lower` and `upper` bound four of five outcomes of a forecast. */
export type BenefitPeriod = {
  readonly key: string | null;
  readonly period: string;
  readonly plan: number | null;
  readonly forecast: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly realised: number | null;
};

export type BenefitCurveData = {
  readonly name: string;
  /** A unit, or the code of a currency. */
  readonly unit: string;
  /** What it was before anything was done; null where nobody measured it. */
  readonly baseline: number | null;
  /** From the oldest to the newest. */
  readonly periods: readonly BenefitPeriod[];
  /** What happened, at the beginning of a period: a release, a decision. */
  readonly events: readonly { readonly key: string | null; readonly period: string; readonly what: string }[];
};

/** What was promised, what came of it, and what is still expected, period by period. */
export const benefitCurve = defineChart<BenefitCurveData>({
  id: 'benefit-curve',
  title: (data, words) => {
    const { name, unit, periods } = data;
    const due = periods.filter(({ plan, realised }) => plan !== null && realised !== null);
    if (periods.length === 0) return `${name || 'This benefit'} has no plan and no values`;
    if (due.length === 0) return `${name || 'This benefit'}: nothing is realised in a period that was planned`;
    const [plan, realised] = [sum(due.map((each) => each.plan)), sum(due.map((each) => each.realised))];
    const part = realised / plan;
    const rate = Math.abs(part) < 100 ? `, ${words.figure(part, 'share')} of the plan` : '';
    return `${name || 'This benefit'}: ${words.figure(realised, unit)} of ${words.figure(plan, unit)} realised${rate}`;
  },
  subtitle: ({ unit, periods }, words) => {
    const [first, last] = [periods[0]?.period ?? 'no period', periods.at(-1)?.period ?? ''];
    const banded = periods.some(isBanded) ? ', whiskers: 80% band of the forecast' : '';
    return `Per period, ${unitName(unit)}, ${periods.length < 2 ? first : `${first}–${last}`}, n = ${words.counted(periods.length, 'period')}${banded}`;
  },
  summary: (data, words) => {
    const { unit, periods, baseline, events } = data;
    const last = periods.findLast(({ realised }) => realised !== null);
    const next = periods.find(({ realised, forecast }) => realised === null && forecast !== null);
    const without = periods.filter(isEmpty).length;
    return [
      baseline === null ? 'No baseline.' : `Baseline ${words.figure(baseline, unit)}.`,
      last === undefined ? 'Nothing is realised.' : `In ${last.period}: ${saidOf(last, unit, words)}.`,
      next === undefined ? '' : `Next, ${next.period}: ${saidOf(next, unit, words)}.`,
      events.length === 0 ? '' : `Marked: ${events.map(({ what, period }) => `${what} (${period})`).join('; ')}.`,
      without === 0 ? '' : `${words.counted(without, 'period')} without data.`,
    ]
      .filter((each) => each !== '')
      .join(' ');
  },
  table: ({ unit, baseline, periods, events }) => ({
    columns: [
      { name: 'period', unit: null },
      { name: 'what', unit: null },
      ...['baseline', 'plan', 'forecast', 'lower', 'upper', 'realised'].map((name) => ({ name, unit: unitName(unit) })),
    ],
    rows: [
      ...(baseline === null ? [] : [{ key: null, cells: ['before', null, baseline, null, null, null, null, null] }]),
      ...periods.map(
        ({ key, period, plan, forecast, lower, upper, realised }): Row => ({
          key,
          cells: [period, null, null, plan, forecast, lower, upper, realised],
        }),
      ),
      ...events.map(({ key, period, what }) => ({ key, cells: [period, what, null, null, null, null, null, null] })),
    ],
  }),
  draw: (data, pen) =>
    data.periods.every(isEmpty)
      ? { height: 120, marks: nothing('no data: neither a plan nor a value', 120, pen) }
      : bars(data, pen),
});

const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

const isEmpty = ({ plan, forecast, realised }: BenefitPeriod): boolean =>
  plan === null && forecast === null && realised === null;

const isBanded = ({ forecast, realised, lower, upper }: BenefitPeriod): boolean =>
  forecast !== null && realised === null && lower !== null && upper !== null;

const saidOf = ({ plan, forecast, lower, upper, realised }: BenefitPeriod, unit: string, words: Words): string => {
  const band = words.range({ lower, upper }, unit);
  return [
    realised === null ? '' : `realised ${words.figure(realised, unit)}`,
    realised === null && forecast !== null
      ? `forecast ${words.figure(forecast, unit)}${band && ` (80%: ${band})`}`
      : '',
    plan === null ? 'nothing planned' : `planned ${words.figure(plan, unit)}`,
  ]
    .filter((each) => each !== '')
    .join(', ');
};

const eventLine = 16;
const mostEvents = 6;

const bars = (data: BenefitCurveData, pen: Pen): Drawing => {
  const { width, colour, words } = pen;
  const { periods, baseline, unit } = data;
  const marked = data.events
    .map((event) => ({ ...event, at: periods.findIndex(({ period }) => period === event.period) }))
    .filter(({ at }) => at >= 0)
    .slice(0, mostEvents);
  const values = periods.flatMap((each) => [
    each.plan,
    each.realised,
    ...(each.realised === null ? [each.forecast] : []),
    ...(isBanded(each) ? [each.lower, each.upper] : []),
  ]);
  const axis = valueAxis(
    [...values, baseline].flatMap((value) => value ?? []),
    unit,
    pen,
  );
  const top = 8 + marked.length * eventLine;
  const height = top + (width < 480 ? 220 : 260);
  const field: Field = { left: axis.gutter, right: width - 8, top, bottom: height - 28 };
  const up = upward(axis, field);
  const slot = (field.right - field.left) / periods.length;
  const feet = periods.map(({ period }, index) => ({
    text: fitted(period, field.right - field.left, 12),
    x: field.left + slot * (index + 0.5),
  }));
  const keys = legend(entriesOf(data, pen), height + 6, pen);
  return {
    height: keys.height + 4,
    marks: [
      ...gridLines(axis, field, pen),
      ...periods.map((each, index) =>
        told(
          each.key,
          `${each.period}: ${saidOf(each, unit, words)}`,
          ...column(each, field.left + slot * index, slot, up, field, pen),
        ),
      ),
      ...(baseline === null ? [] : [baselineFrom(field.left, field.right, up(baseline), pen)]),
      ...marked.map((event, index) => flag(event, field.left + slot * event.at, 4 + index * eventLine, field, pen)),
      ...below(feet, field.left, field.right).map(({ text, x }) =>
        label(text, x, height - 10, { anchor: 'middle', fill: colour('muted') }),
      ),
      ...keys.marks,
    ],
  };
};

/** What was planned is outlined, what is realised is solid, what is expected is hatched with its band. */
const column = (each: BenefitPeriod, x: number, slot: number, up: Scale, { top, bottom }: Field, pen: Pen): Mark[] => {
  const { colour } = pen;
  const { plan, forecast, lower, upper, realised } = each;
  const box = (value: number, part: number) => ({
    x: x + (slot * (1 - part)) / 2,
    y: Math.min(up(0), up(value)),
    width: slot * part,
    height: Math.abs(up(0) - up(value)),
  });
  if (isEmpty(each)) return hatched(x + slot * 0.1, top, slot * 0.8, bottom - top, pen);
  const middle = x + slot / 2;
  const half = Math.min(4, slot * 0.2);
  const line = (x1: number, y1: number, x2: number, y2: number): Mark =>
    mark('line', { x1, y1, x2, y2, stroke: colour('text'), 'stroke-width': 1.5 });
  const expected = (value: number): Mark[] => {
    const at = box(value, 0.5);
    return [
      ...slanted(at, pen),
      mark('rect', { ...at, fill: 'none', stroke: colour('series1'), 'stroke-width': 1 }),
      ...(lower === null || upper === null
        ? []
        : [
            line(middle, up(lower), middle, up(upper)),
            line(middle - half, up(lower), middle + half, up(lower)),
            line(middle - half, up(upper), middle + half, up(upper)),
          ]),
    ];
  };
  return [
    ...(realised === null
      ? forecast === null
        ? []
        : expected(forecast)
      : [mark('rect', { ...box(realised, 0.5), fill: colour('series1') })]),
    ...(plan === null
      ? []
      : [mark('rect', { ...box(plan, 0.76), fill: 'none', stroke: colour('text'), 'stroke-width': 1.25 })]),
  ];
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** The hatching of a forecast has the colour of what it stands for; grey hatching says that there are no data. */
const slanted = ({ x, y, width, height }: Box, { colour }: Pen): Mark[] => {
  const d = hatchPath(x, y, width, height, 4);
  return d === '' ? [] : [mark('path', { d, stroke: colour('series1'), 'stroke-width': 1.25, fill: 'none' })];
};

type Event = BenefitCurveData['events'][number];

const flag = ({ key, period, what }: Event, x: number, y: number, field: Field, pen: Pen): Mark => {
  const { colour } = pen;
  const text = fitted(what, field.right - field.left - 12, 12);
  const wide = widthOf(text, 12);
  const back = x + 6 + wide > field.right;
  const start = back ? Math.max(field.left, Math.min(x - 6, field.right) - wide) : x + 6;
  return told(
    key,
    `${what}, ${period}`,
    mark('line', { x1: x, x2: x, y1: y, y2: field.bottom, stroke: colour('muted'), 'stroke-dasharray': '2 3' }),
    mark('circle', { cx: x, cy: y + 4, r: 3, fill: colour('text') }),
    label(text, start, y + 8, { fill: colour('muted') }),
  );
};

const baselineFrom = (x1: number, x2: number, y: number, { colour }: Pen): Mark =>
  mark('line', {
    x1,
    x2,
    y1: y,
    y2: y,
    stroke: colour('series2'),
    'stroke-width': 1.5,
    'stroke-dasharray': '6 3',
  });

const entriesOf = ({ baseline, periods }: BenefitCurveData, pen: Pen): Entry[] => {
  const { colour } = pen;
  const box = (look: Mark['attributes']): Entry['swatch'] => {
    return (x, y) => [mark('rect', { x: x + 0.5, y: y + 0.5, width: 11, height: 11, fill: 'none', ...look })];
  };
  const has = (what: 'plan' | 'forecast' | 'realised'): boolean => periods.some((each) => each[what] !== null);
  return [
    ...(has('plan') ? [{ text: 'planned', swatch: box({ stroke: colour('text'), 'stroke-width': 1.25 }) }] : []),
    ...(has('realised') ? [{ text: 'realised', swatch: box({ fill: colour('series1') }) }] : []),
    ...(periods.some(({ forecast, realised }) => forecast !== null && realised === null)
      ? [
          {
            text: 'forecast',
            swatch: (x: number, y: number) => [
              ...slanted({ x, y, width: 12, height: 12 }, pen),
              ...box({ stroke: colour('series1') })(x, y),
            ],
          },
        ]
      : []),
    ...(baseline === null
      ? []
      : [
          {
            text: 'baseline',
            swatch: (x: number, y: number) => [baselineFrom(x, x + 12, y + 6, pen)],
          },
        ]),
    ...(periods.some(isEmpty)
      ? [{ text: 'no data', swatch: (x: number, y: number) => hatched(x, y, 12, 12, pen) }]
      : []),
  ];
};
