import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

type Link = { readonly key: string; readonly next: string | undefined };

/** The keys from a record on to itself again, or undefined when the way ends. */
const circleFrom = (start: string, nextOf: ReadonlyMap<string, string | undefined>): string[] | undefined => {
  const way = [start];
  const seen = new Set<string>(way);
  for (let key = nextOf.get(start); key !== undefined; key = nextOf.get(key)) {
    way.push(key);
    if (key === start) return way;
    if (seen.has(key)) return undefined;
    seen.add(key);
  }
  return undefined;
};

type Told = Pick<Violation, 'kind' | 'field' | 'expected'>;

const circlesIn = (links: readonly Link[], told: Told): Violation[] => {
  const nextOf = new Map(links.map(({ key, next }) => [key, next]));
  return links.flatMap(({ key }, index) => {
    const circle = circleFrom(key, nextOf);
    // A circle is told once, at the member that comes first in the list.
    const first = circle && links.find((link) => circle.includes(link.key));
    if (!circle || first?.key !== key) return [];
    return [{ ...told, index, key, found: circle.join(' → ') }];
  });
};

/** Teams that stand above themselves. */
export const teamCircles = ({ teams }: DesignModel): Violation[] =>
  circlesIn(
    teams.map(({ key, parent }) => ({ key, next: parent })),
    { kind: 'team', field: 'parent', expected: 'a team that is not below it' },
  );

/** Capabilities that stand above themselves. */
export const capabilityCircles = ({ capabilities }: DesignModel): Violation[] =>
  circlesIn(
    capabilities.map(({ key, parent }) => ({ key, next: parent })),
    { kind: 'capability', field: 'parent', expected: 'a capability that is not below it' },
  );

/** Decisions that correct themselves, or take themselves up again. */
export const decisionCircles = ({ decisions }: DesignModel): Violation[] => [
  ...circlesIn(
    decisions.map(({ key, corrects }) => ({ key, next: corrects })),
    { kind: 'decision', field: 'corrects', expected: 'a decision that is older than it' },
  ),
  ...circlesIn(
    decisions.map(({ key, reopenedFrom }) => ({ key, next: reopenedFrom })),
    { kind: 'decision', field: 'reopenedFrom', expected: 'a decision that is older than it' },
  ),
];
