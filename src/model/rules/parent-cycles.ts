import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

type Child = { readonly key: string; readonly parent?: string | undefined };

/** The keys from a record up through its parents to itself again, or undefined when the way ends. */
const circleFrom = (start: string, parents: ReadonlyMap<string, string | undefined>): string[] | undefined => {
  const way = [start];
  const seen = new Set<string>(way);
  for (let key = parents.get(start); key !== undefined; key = parents.get(key)) {
    way.push(key);
    if (key === start) return way;
    if (seen.has(key)) return undefined;
    seen.add(key);
  }
  return undefined;
};

const cyclesIn = (kind: 'team' | 'capability', records: readonly Child[]): Violation[] => {
  const parents = new Map(records.map(({ key, parent }) => [key, parent]));
  return records.flatMap(({ key }, index) => {
    const circle = circleFrom(key, parents);
    // A circle is told once, at the member that comes first in the list.
    const first = circle && records.find((record) => circle.includes(record.key));
    if (!circle || first?.key !== key) return [];
    return [
      { kind, index, key, field: 'parent', found: circle.join(' → '), expected: `a ${kind} that is not below it` },
    ];
  });
};

/** Teams and capabilities that stand above themselves. */
export const parentCycles = ({ teams, capabilities }: DesignModel): Violation[] => [
  ...cyclesIn('team', teams),
  ...cyclesIn('capability', capabilities),
];
