import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

type What = Omit<Violation, 'index'>;

/** Entries under other keys that say a second time what an earlier one has said, and may say it differently. */
const second = <R>(records: readonly R[], said: (record: R) => string, told: (record: R, before: R) => What) => {
  const first = new Map<string, R>();
  return records.flatMap((record, index): Violation[] => {
    const before = first.get(said(record));
    if (before !== undefined) return [{ ...told(record, before), index }];
    first.set(said(record), record);
    return [];
  });
};

/**
 * A second importance of one capability for one goal, a second maturity of one capability on one scale and day, and a second
 * rate of the same two currencies for one use from one day on.
 */
export const oneStatement = ({ goalCapabilities, maturityAssessments, exchangeRates }: DesignModel): Violation[] => [
  ...second(
    goalCapabilities,
    ({ goal, capability }) => `${goal} ${capability}`,
    ({ key, goal, capability }, before) => ({
      kind: 'goal-capability',
      key,
      field: 'capability',
      found: capability,
      expected: `one importance of it for the goal ${goal}: ${before.key} has it`,
    }),
  ),
  ...second(
    maturityAssessments,
    ({ capability, scale, on }) => `${capability} ${scale} ${on}`,
    ({ key, capability, scale, on }, before) => ({
      kind: 'maturity-assessment',
      key,
      field: 'on',
      found: on,
      expected: `one assessment of ${capability} a day on the scale ${scale}: ${before.key} is of that day`,
    }),
  ),
  ...second(
    exchangeRates,
    ({ from, to, validFrom, use }) => `${from} ${to} ${validFrom} ${use}`,
    ({ key, from, to, validFrom, use }, before) => ({
      kind: 'exchange-rate',
      key,
      field: 'validFrom',
      found: validFrom,
      expected: `one rate from ${from} to ${to} a day for ${use === undefined ? 'every use' : `the use ${use}`}: ${before.key} is of that day`,
    }),
  ),
];
