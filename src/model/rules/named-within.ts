import { closest } from '../closest.ts';
import type { DesignModel } from '../design-model.ts';
import type { Violation } from './violation.ts';

/** What a decision favours and is no option of it; what a measure feeds and is no other measure of its scorecard. */
export const namedWithin = ({ decisions, scorecards }: DesignModel): Violation[] => [
  ...decisions.flatMap(({ key, favoured, options }, index) => {
    const known = options.map((option) => option.key);
    if (favoured === undefined || known.includes(favoured)) return [];
    return [{ kind: 'decision' as const, index, key, field: 'favoured', ...unknown(favoured, 'an option', known) }];
  }),
  ...scorecards.flatMap(({ key, measures }, index) =>
    measures.flatMap(({ key: own, feeds }, n) => {
      const known = measures.map((measure) => measure.key).filter((other) => other !== own);
      if (feeds === undefined || known.includes(feeds)) return [];
      const what = unknown(feeds, 'another measure', known);
      return [{ kind: 'scorecard' as const, index, key, field: `measures[${n}].feeds`, ...what }];
    }),
  ),
];

const unknown = (found: string, one: string, known: readonly string[]) => ({
  found,
  expected: `the key of ${one} stated here${known.length > 0 ? ` (${known.join(', ')})` : ''}`,
  closest: closest(found, known),
});
