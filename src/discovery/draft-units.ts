import type { Discovery } from '#model/discovery.ts';
import { countText, isNamed, type Keys, shareText } from './draft-words.ts';
import type { Drafted } from './drafted.ts';
import { shareOf } from './share.ts';

/** A group of teams as a unit above them. */
export type DraftUnit = Drafted & { readonly key: string; readonly teams: readonly string[] };

/**
 * The groups of teams that hand work to each other, as units that a person names.
 *
 * A group of one team says nothing, nor does one group of all. A name that stands for teams of several groups is in none.
 */
export const draftUnits = ({ communities }: Discovery, keys: Keys): DraftUnit[] => {
  const { groups, inside, across } = communities;
  if (groups.length < 2) return [];
  const inOneGroup = (team: string): boolean => groups.filter(({ teams }) => teams.includes(team)).length === 1;
  return groups.flatMap(({ teams, inside: own }) => {
    const named = teams.filter((team) => isNamed(team) && inOneGroup(team));
    const [first] = named;
    if (first === undefined || named.length < 2) return [];
    const name = `Group of ${first}`;
    return [
      {
        key: keys.of(name),
        teams: named,
        body: { ...keys.naming(name), origin: `found in hand-overs among ${countText(named.length, 'team')}` },
        evidence: [
          `a unit found in hand-overs, which a person has to name: ${named.join(', ')}`,
          `${countText(own, 'hand-over')} stayed inside it; ${shareText(shareOf(inside, inside + across))} of all stayed inside such groups`,
        ],
      },
    ];
  });
};
