import type { Cell } from '#engine/table-writer.ts';
import type { Benefit } from '#model/benefit.ts';
import { leadingTo } from '#value/benefit/similar.ts';
import { type Periods, periodCalled, periodsByKey } from '#value/benefit/spans.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { beginOf } from './planning.ts';

/**
 * Every approved investment with every value above nought that a role confirmed of an end benefit to which the chain leads
 * from it; a row without a value where there is none.
 *
 * A value counts from the instant at which it was confirmed, or from the end of its period where that is not on record.
 */
export const investmentValues: RecordTable = {
  name: 'investment_value',
  columns: {
    investment: 'text',
    class: 'text',
    approved: 'double',
    benefit: 'text',
    period: 'text',
    ended: 'double',
    valued: 'double',
  },
  instants: [],
  rows: (records) => {
    const { investments, benefits, chainLinks, planningPeriods } = records.model;
    const leading = leadingTo(chainLinks, 'investment');
    const periods = periodsByKey(planningPeriods);
    const values = benefits
      .filter(({ as, disbenefit }) => as === 'end' && !disbenefit)
      .flatMap((benefit) => {
        const confirmed = confirmedOf(benefit, periods, records);
        return confirmed.length === 0
          ? []
          : leading({ benefit: benefit.key }).flatMap((investment) =>
              confirmed.map((value) => ({ investment, value })),
            );
      });
    const ofInvestment = Map.groupBy(values, ({ investment }) => investment);
    return investments.flatMap(({ key, class: kind, approvedOn }): Cell[][] => {
      if (approvedOn === undefined) return [];
      const own = ofInvestment.get(key)?.map(({ value }) => value) ?? [[null, null, null, null]];
      return own.map((value) => [key, kind, beginOf(approvedOn, records), ...value]);
    });
  },
};

const confirmedOf = ({ key, realised }: Benefit, periods: Periods, records: OnRecord): Cell[][] =>
  realised
    .filter(({ value, confirmedBy }) => confirmedBy !== undefined && Number(value) > 0)
    .map(({ period, confirmedAt }) => {
      const ended = beginOf(periodCalled(period, periods).to, records);
      return [key, period, ended, confirmedAt === undefined ? ended : Date.parse(confirmedAt)];
    });

/** Which capabilities the chain leads to from an investment. */
export const investmentCapabilities: RecordTable = {
  name: 'investment_capability',
  columns: { investment: 'text', capability: 'text' },
  instants: [],
  rows: ({ model }) => {
    const leading = leadingTo(model.chainLinks, 'investment');
    return model.capabilities.flatMap(({ key }) => leading({ capability: key }).map((investment) => [investment, key]));
  },
};
