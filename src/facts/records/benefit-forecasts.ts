import type { Cell } from '#engine/table-writer.ts';
import { horizons, judgedForecasts } from '#value/benefit/forecasts.ts';
import { periodsByKey } from '#value/benefit/spans.ts';
import type { RecordTable } from './define.ts';
import { beginOf, todayOf } from './planning.ts';

/**
 * What was forecast of every realised period of every benefit, in its own unit, by the last forecast made so many months
 * before the period's end; no row where nothing was forecast so early.
 */
export const benefitForecasts: RecordTable = {
  name: 'benefit_forecast',
  columns: {
    benefit: 'text',
    effect: 'text',
    unit: 'text',
    months: 'int',
    period: 'text',
    ended: 'double',
    made: 'double',
    forecast: 'double',
    realised: 'double',
  },
  instants: [],
  rows: (records) => {
    const periods = periodsByKey(records.model.planningPeriods);
    const today = todayOf(records);
    return records.model.benefits.flatMap((benefit) =>
      horizons.flatMap((months) =>
        judgedForecasts(benefit, periods, today, months).map(({ period, to, madeOn, forecast, realised }): Cell[] => [
          benefit.key,
          benefit.kind,
          benefit.currency ?? benefit.unit ?? null,
          months,
          period,
          beginOf(to, records),
          beginOf(madeOn, records),
          Number(forecast),
          Number(realised),
        ]),
      ),
    );
  },
};
