import type { DesignModel } from '../design-model.ts';
import { ownedBy } from '../ownership.ts';
import { inWords, overlap } from '../period.ts';
import type { Violation } from './violation.ts';

/** Ownerships that make a second team accountable for something on a day on which another already is. */
export const ownershipOverlaps = ({ ownerships }: DesignModel): Violation[] =>
  ownerships.flatMap((ownership, index) => {
    const { kind, key } = ownedBy(ownership);
    const rival = ownerships.slice(0, index).find((earlier) => {
      const owned = ownedBy(earlier);
      const both = ownership.as === 'accountable' && earlier.as === 'accountable';
      return both && owned.kind === kind && owned.key === key && overlap(earlier, ownership);
    });
    if (!rival) return [];
    return [
      {
        kind: 'ownership' as const,
        index,
        key: ownership.key,
        field: 'as',
        found: `accountable, ${inWords(ownership)}`,
        expected: `one accountable team at a time for the ${kind} ${key}: ${rival.team} is accountable ${inWords(rival)}`,
      },
    ];
  });
