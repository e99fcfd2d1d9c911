import { defineChart } from './define.ts';
import { unitName, type Words } from './drawing/numbers.ts';
import { type Step, spark } from './drawing/spark.ts';

export type SparklineData = {
  readonly measure: string;
  readonly unit: string;
  /** From the oldest to the newest. */
  readonly periods: readonly Step[];
};

/** The course of one figure in the space of a word. */
export const sparkline = defineChart<SparklineData>({
  id: 'sparkline',
  headed: false,
  title: (data, words) => `${data.measure}: ${courseOf(data.periods, data.unit, words)}`,
  subtitle: ({ measure, unit, periods }) => `${measure}, ${unitName(unit)}, ${periodsOf(periods)}`,
  summary: ({ unit, periods }, words) => {
    const missing = periods.filter(({ value }) => value === null).length;
    const values = periods.flatMap(({ value }) => value ?? []);
    if (values.length === 0) return 'No period has data.';
    const least = words.figure(Math.min(...values), unit);
    const most = words.figure(Math.max(...values), unit);
    return `Between ${least} and ${most} over ${words.counted(periods.length, 'period')}${missing > 0 ? `, ${missing} without data` : ''}.`;
  },
  table: ({ measure, unit, periods }) => ({
    columns: [
      { name: 'period', unit: null },
      { name: measure, unit: unitName(unit) },
    ],
    rows: periods.map(({ period, value }) => ({ key: null, cells: [period, value] })),
  }),
  draw: ({ periods }, pen) => ({
    height: 24,
    marks: spark(periods, { x: 0, y: 0, width: pen.width, height: 24 }, pen),
  }),
});

const periodsOf = (periods: readonly Step[]): string => {
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return 'no periods';
  return first === last ? first.period : `${first.period}–${last.period}`;
};

/** Where it came from and where it is: `from 9.1 d (Jan) to 11.2 d (Dec)`. */
const courseOf = (periods: readonly Step[], unit: string, words: Words): string => {
  const known = periods.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return 'no data';
  const now = `${words.figure(last.value, unit)} (${last.period})`;
  return first === last ? now : `from ${words.figure(first.value, unit)} (${first.period}) to ${now}`;
};
