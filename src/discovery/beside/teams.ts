import type { Beside } from '#model/beside.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { DiscoveredTeam, Discovery } from '#model/discovery.ts';
import { slugOf } from '#model/key.ts';
import { countText, isNamed } from '../draft-words.ts';

/** Teams that are designed beside those that were found at work. A unit of teams that work is found in them. */
export const teamsBeside = ({ teams }: Discovery, design: DesignModel): Beside[] => {
  const designed = new Map<string, DesignModel['teams'][number]>(design.teams.map((team) => [team.key, team]));
  const named = teams.filter(({ team }) => isNamed(team));
  const rest = design.teams.filter(({ key }) => !named.some(({ team }) => team === key));
  return [
    ...named.map((team) => foundTeam(team, designed.get(team.team))),
    ...rest.map((team) => unseenTeam(team, design)),
  ];
};

const foundTeam = (
  { team, mapped, items, gave, received }: DiscoveredTeam,
  record: DesignModel['teams'][number] | undefined,
): Beside => {
  const key = slugOf(team);
  return {
    part: 'team',
    key: team,
    name: record?.name ?? team,
    standing: record ? 'same' : 'only-found',
    designed: record ? 'a team' : null,
    found: `had ${countText(items, 'item')}`,
    n: items,
    evidence: [
      `gave ${countText(gave, 'hand-over')} and got ${countText(received, 'hand-over')}`,
      ...(mapped ? [] : [`no rule of a mapping names ${JSON.stringify(team)}: map it, or it will not meet its team`]),
    ],
    record: record ? { kind: 'team', key: team } : null,
    adopt:
      record || key === undefined
        ? null
        : {
            says: `adds the team ${team}`,
            edits: [{ kind: 'team', key, fields: key === team ? {} : { name: team }, isNew: true, close: false }],
          },
  };
};

const unseenTeam = ({ key, name }: DesignModel['teams'][number], { teams }: DesignModel): Beside => {
  const isUnit = teams.some(({ parent }) => parent === key);
  return {
    part: 'team',
    key,
    name,
    standing: isUnit ? 'same' : 'only-designed',
    designed: isUnit ? 'a unit of teams' : 'a team',
    found: isUnit ? 'works through its teams' : null,
    n: 0,
    evidence: isUnit ? [] : ['no work stands under its name; a team of fewer than five people is shown with others'],
    record: { kind: 'team', key },
    adopt: null,
  };
};
