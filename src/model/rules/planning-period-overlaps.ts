import type { DesignModel } from '../design-model.ts';
import { inWords, overlap } from '../period.ts';
import type { Violation } from './violation.ts';

/** Planning periods that share a day with an earlier one of their kind. */
export const planningPeriodOverlaps = ({ planningPeriods }: DesignModel): Violation[] =>
  planningPeriods.flatMap((period, index) => {
    const rival = planningPeriods.slice(0, index).find((other) => other.kind === period.kind && overlap(other, period));
    if (!rival) return [];
    const expected = `a ${period.kind} that shares no day with ${rival.key}, which is ${inWords(rival)}`;
    return [
      { kind: 'planning-period' as const, index, key: period.key, field: 'from', found: inWords(period), expected },
    ];
  });
