import type { DesignModel } from '../design-model.ts';
import { type Ownership, ownedBy } from '../ownership.ts';
import { inWords, overlap } from '../period.ts';
import type { Violation } from './violation.ts';

/** Ownerships that make a second team accountable for something on a day on which another already is. */
export const ownershipOverlaps = ({ ownerships }: DesignModel): Violation[] => {
  const accountable = new Map<string, Ownership[]>();
  return ownerships.flatMap((ownership, index) => {
    if (ownership.as !== 'accountable') return [];
    const { kind, key } = ownedBy(ownership);
    const object = `${kind} ${key}`;
    const earlier = accountable.get(object) ?? [];
    const rival = earlier.find((other) => overlap(other, ownership));
    accountable.set(object, [...earlier, ownership]);
    if (!rival) return [];
    return [
      {
        kind: 'ownership' as const,
        index,
        key: ownership.key,
        field: 'as',
        found: `accountable, ${inWords(ownership)}`,
        expected: `one accountable team at a time for the ${object}: ${rival.team} is accountable ${inWords(rival)}`,
      },
    ];
  });
};
