import { importanceShares, strategicCapabilities, weightedImportance } from '#model/importance.ts';
import type { PlanningPeriod } from '#model/planning-period.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { beginOf } from './planning.ts';

/**
 * Every capability in every stretch of time for which goals have weights: whether it is strategic then, whether any
 * goal that weighs something depends on it at all, and its share of all importance.
 *
 * Of periods that lie within each other, the shortest that weighs any goal counts. The share is null where no leaf has any,
 * and of a capability with others below it; `weight` is what each is worth by itself, goal weight × importance.
 */
export const capabilityWeights: RecordTable = {
  name: 'capability_weight',
  columns: {
    period: 'text',
    from_at: 'double',
    until_at: 'double',
    capability: 'text',
    strategic: 'boolean',
    needed: 'boolean',
    importance: 'double',
    weight: 'double',
  },
  instants: [],
  rows: (records) => {
    const { model, strategicCut } = records;
    return weighedStretches(records).flatMap(({ period, from, to }) => {
      const strategic = strategicCapabilities(model, period.key, strategicCut);
      const needed = strategicCapabilities(model, period.key, 1);
      const shares = importanceShares(model, period.key);
      const weights = weightedImportance(model, period.key);
      return model.capabilities.map(({ key }) => [
        period.key,
        beginOf(from, records),
        beginOf(to, records),
        key,
        strategic.has(key),
        needed.has(key),
        shares.get(key) ?? null,
        weights.get(key) ?? 0,
      ]);
    });
  },
};

/** What every capability is worth in each of these stretches, for those who need nothing else of them. */
export const worthRows = (records: Weighed): (string | number)[][] =>
  weighedStretches(records).flatMap(({ period, from, to }) => {
    const weights = weightedImportance(records.model, period.key);
    return [...weights].map(([key, weight]) => [beginOf(from, records), beginOf(to, records), key, weight]);
  });

type Weighed = Pick<OnRecord, 'model' | 'timeZone'>;

/** A stretch of days, and the planning period by whose weights it is judged. */
type Stretch = { readonly period: PlanningPeriod; readonly from: string; readonly to: string };

/** The planning periods in which goals weigh anything. */
export const weighedPeriods = ({ model: { goals, planningPeriods } }: Weighed): PlanningPeriod[] => {
  const weighed = new Set<string>(
    goals.flatMap(({ weights }) => weights.filter(({ weight }) => weight > 0).map(({ period }) => period)),
  );
  return planningPeriods.filter(({ key }) => weighed.has(key));
};

const weighedStretches = (records: Weighed): Stretch[] => {
  const periods = weighedPeriods(records);
  const days = [...new Set(periods.flatMap(({ from, to }) => [from, to]))].sort();
  return days.flatMap((from, index) => {
    const to = days[index + 1];
    const [period] = periods
      .filter((each) => each.from <= from && from < each.to)
      .toSorted((a, b) => lengthOf(a) - lengthOf(b));
    return period && to !== undefined ? [{ period, from, to }] : [];
  });
};

const lengthOf = ({ from, to }: PlanningPeriod): number => Date.parse(to) - Date.parse(from);
