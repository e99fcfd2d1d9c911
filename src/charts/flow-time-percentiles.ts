import { defineChart, type Row } from './define.ts';
import { type Field, gaps, gridLines, nothing, upward, valueAxis } from './drawing/axes.ts';
import { label, told } from './drawing/label.ts';
import { widthOf } from './drawing/letters.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import { areaPath, linePath, type Point } from './drawing/path.ts';
import type { Pen } from './drawing/pen.ts';
import { below, spread } from './drawing/places.ts';
import { type Mark, mark } from './drawing/svg.ts';

/** One percentile of one period with its 95 % interval. */
export type Quantile = { readonly value: number | null; readonly lower: number | null; readonly upper: number | null };

export type FlowTimePeriod = {
  readonly key: string | null;
  readonly period: string;
  readonly n: number | null;
  readonly p50: Quantile;
  readonly p85: Quantile;
  readonly p95: Quantile;
};

export type FlowTimePercentilesData = {
  readonly measure: string;
  /** `day` or `hour`. */
  readonly unit: string;
  /** From the oldest to the newest. */
  readonly periods: readonly FlowTimePeriod[];
};

const percentiles = ['p95', 'p85', 'p50'] as const;
const shares = { p50: 'half', p85: '85%', p95: '95%' } as const;

/** How long work takes, for most of it and not on average, period by period. */
export const flowTimePercentiles = defineChart<FlowTimePercentilesData>({
  id: 'flow-time-percentiles',
  title: ({ periods, unit }, words) => {
    const known = periods.filter(({ p85 }) => p85.value !== null);
    const [first, last] = [known[0], known.at(-1)];
    if (!first || !last || last.p85.value === null) return 'No period says how long work takes';
    const now = `85% of what was done in ${last.period} took at most ${words.figure(last.p85.value, unit, last.p85)}`;
    return first === last ? now : `${now}, ${movedFrom(first, last, unit, words)}`;
  },
  subtitle: ({ measure, unit, periods }, words) => {
    const n = periods.reduce((sum, each) => sum + (each.n ?? 0), 0);
    return `${measure}, ${unitName(unit)}, ${spanOf(periods)}, n = ${words.counted(n, 'item')}, shaded: 95% interval`;
  },
  summary: ({ periods, unit }, words) => {
    const last = periods.findLast(({ p50, p85, p95 }) => [p50, p85, p95].some(({ value }) => value !== null));
    const missing = periods.filter(({ p85 }) => p85.value === null).length;
    const gaps =
      missing > 0 ? ` ${words.count(missing)} of ${words.counted(periods.length, 'period')} without data.` : '';
    if (!last) return `Nothing is known of ${words.counted(periods.length, 'period')}.`;
    const said = percentiles.flatMap((each) => {
      const { value } = last[each];
      if (value === null) return [];
      const interval = words.range(last[each], unit);
      return [`${shares[each]} within ${words.figure(value, unit, last[each])}${interval && ` (${interval})`}`];
    });
    return `In ${last.period}: ${said.join(', ')}; n = ${words.count(last.n ?? 0)}.${gaps}`;
  },
  table: ({ unit, periods }) => ({
    columns: [
      { name: 'period', unit: null },
      { name: 'n', unit: 'items' },
      ...['p50', 'p85', 'p95'].flatMap((each) =>
        [each, `${each} lower`, `${each} upper`].map((name) => ({ name, unit: unitName(unit) })),
      ),
    ],
    rows: periods.map(
      ({ key, period, n, p50, p85, p95 }): Row => ({
        key,
        cells: [period, n, ...[p50, p85, p95].flatMap(({ value, lower, upper }) => [value, lower, upper])],
      }),
    ),
  }),
  draw: (data, pen) => {
    const height = pen.width < 480 ? 240 : 280;
    if (data.periods.every(({ p50, p85, p95 }) => [p50, p85, p95].every(({ value }) => value === null)))
      return { height: 120, marks: nothing('no data: nothing was done in these periods', 120, pen) };
    return { height, marks: course(data, height, pen) };
  },
});

const movedFrom = (first: FlowTimePeriod, last: FlowTimePeriod, unit: string, words: Words): string => {
  const then = `${words.figure(first.p85.value, unit, first.p85)} in ${first.period}`;
  const apart = (a: Quantile, b: Quantile): boolean => a.upper !== null && b.lower !== null && a.upper < b.lower;
  if (apart(first.p85, last.p85)) return `clearly more than ${then}`;
  return apart(last.p85, first.p85) ? `clearly less than ${then}` : `no clear change from ${then}`;
};

const spanOf = (periods: readonly FlowTimePeriod[]): string => {
  const [first, last] = [periods[0]?.period ?? 'no period', periods.at(-1)?.period ?? ''];
  return periods.length < 2 ? first : `${first}–${last}`;
};

const course = (data: FlowTimePercentilesData, height: number, pen: Pen): Mark[] => {
  const { periods, unit } = data;
  const axis = valueAxis(
    periods.flatMap((period) =>
      percentiles.flatMap((each) => Object.values(period[each]).flatMap((value) => value ?? [])),
    ),
    unit,
    pen,
  );
  const named = namesOf(data, pen.words);
  const right = pen.width - Math.ceil(Math.max(...named.map(({ text }) => widthOf(text, 12, true)))) - 12;
  const field: Field = { left: axis.gutter, right, top: 8, bottom: height - 44 };
  const slot = (field.right - field.left) / periods.length;
  const across = (index: number): number => field.left + slot * (index + 0.5);
  const up = upward(axis, field);
  const ends = spread(
    named.map(({ value }) => up(value)),
    16,
    field.top - 8,
    field.bottom + 8,
  );
  return [
    ...gridLines(axis, field, pen),
    ...gaps(
      periods.map(({ p50, p85, p95 }) => [p50, p85, p95].every(({ value }) => value === null)),
      slot,
      field,
      pen,
    ),
    ...percentiles.flatMap((each) =>
      band(
        periods.map((period) => period[each]),
        across,
        up,
        slot,
        pen,
      ),
    ),
    ...percentiles.flatMap((each) =>
      line(
        periods.map((period) => period[each]),
        across,
        up,
        each === 'p85',
        pen,
      ),
    ),
    ...dots(data, across, up, pen),
    ...named.flatMap(({ text, strong }, index) => {
      const y = ends[index];
      return y === null || y === undefined
        ? []
        : [label(text, field.right + 8, y + 4, { bold: strong, fill: pen.colour(strong ? 'text' : 'muted') })];
    }),
    ...feet(data, across, field, pen),
  ];
};

/** The last value of each percentile that has one, as it is written beside its line. */
const namesOf = ({ periods, unit }: FlowTimePercentilesData, words: Words) =>
  percentiles.flatMap((each) => {
    const last = periods.findLast((period) => period[each].value !== null)?.[each];
    if (!last || last.value === null) return [];
    return [{ text: `${each} ${words.figure(last.value, unit, last)}`, value: last.value, strong: each === 'p85' }];
  });

type Across = (index: number) => number;

/** Intervals as a band where periods follow one another, as a bar where one stands alone. */
const band = (quantiles: readonly Quantile[], across: Across, up: Across, slot: number, { colour }: Pen): Mark[] => {
  const paths: string[] = [];
  let run: { readonly upper: Point; readonly lower: Point }[] = [];
  const close = (): void => {
    const [only] = run;
    const wide = Math.min(4, slot / 2);
    const points =
      run.length === 1 && only
        ? [-wide, wide].map((by) => ({ upper: moved(only.upper, by), lower: moved(only.lower, by) }))
        : run;
    if (points.length > 0)
      paths.push(
        areaPath(
          points.map(({ upper }) => upper),
          points.map(({ lower }) => lower),
        ),
      );
    run = [];
  };
  for (const [index, { value, lower, upper }] of quantiles.entries()) {
    if (value === null || lower === null || upper === null) close();
    else run.push({ upper: [across(index), up(upper)], lower: [across(index), up(lower)] });
  }
  close();
  return paths.length === 0 ? [] : [mark('path', { d: paths.join(''), fill: colour('series1'), 'fill-opacity': 0.16 })];
};

const moved = ([x, y]: Point, by: number): Point => [x + by, y];

const line = (quantiles: readonly Quantile[], across: Across, up: Across, strong: boolean, { colour }: Pen): Mark[] => {
  const d = linePath(quantiles.map(({ value }, index) => (value === null ? null : [across(index), up(value)])));
  return d === ''
    ? []
    : [
        mark('path', {
          d,
          fill: 'none',
          stroke: colour('series1'),
          'stroke-width': strong ? 2.5 : 1.25,
          'stroke-linejoin': 'round',
        }),
      ];
};

const dots = ({ periods, unit }: FlowTimePercentilesData, across: Across, up: Across, { colour, words }: Pen): Mark[] =>
  periods.flatMap((period, index) => {
    const known = percentiles.flatMap((each) =>
      period[each].value === null ? [] : [{ each, ...period[each], value: period[each].value }],
    );
    if (known.length === 0) return [];
    const said = known.map(({ each, value, lower, upper }) => {
      const interval = words.range({ lower, upper }, unit);
      return `${each} ${words.figure(value, unit, { lower, upper })}${interval && ` (${interval})`}`;
    });
    const marks = known.map(({ each, value }) =>
      mark('circle', {
        cx: across(index),
        cy: up(value),
        r: each === 'p85' ? 3.5 : 2.5,
        fill: colour('series1'),
        stroke: colour('background'),
      }),
    );
    return [told(period.key, `${period.period}: ${said.join(', ')}; n = ${words.count(period.n ?? 0)}`, ...marks)];
  });

/** Periods, and below them of how many items each speaks. */
const feet = (
  { periods }: FlowTimePercentilesData,
  across: Across,
  { left, right, bottom }: Field,
  { width, colour, words }: Pen,
): Mark[] => {
  const rows = periods.map(({ period, n }, index) => ({
    period,
    n: n === null ? '–' : words.count(n),
    x: across(index),
  }));
  const widest = rows.map(({ period, n, x }) => ({ text: widthOf(period, 12) > widthOf(n, 12) ? period : n, x }));
  return [
    label('n', left - 8, bottom + 36, { anchor: 'end', fill: colour('muted') }),
    ...below(widest, left, Math.min(width, right + 8)).flatMap(({ index, x }) => {
      const { period = '', n = '' } = rows[index] ?? {};
      return [
        label(period, x, bottom + 18, { anchor: 'middle', fill: colour('muted') }),
        label(n, x, bottom + 36, { anchor: 'middle', fill: colour('muted') }),
      ];
    }),
  ];
};
