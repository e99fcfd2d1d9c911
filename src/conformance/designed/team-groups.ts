import type { Basis, DesignedTable } from '../ground.ts';

/**
 * The group that each team (by code) belongs to in a stretch of time: its parent's, where it has one, else its own.
 *
 * A grouping handed in replaces the parents; a team it does not name is in no group then.
 */
export const teamGroups: DesignedTable = {
  name: 'team_group',
  columns: { team_id: 'int', group: 'text', shown: 'text', from_at: 'double', until_at: 'double' },
  rows: (basis) => {
    const { context, names, eras } = basis;
    return eras.flatMap((era) =>
      names.teams.flatMap(({ id, key }) => {
        const group = groupIn(
          basis,
          key,
          era.design.teams.find((team) => team.key === key),
        );
        return group === undefined ? [] : [[id, group, context.shownTeam(group, context.window), era.from, era.until]];
      }),
    );
  },
};

const groupIn = ({ context: { groups } }: Basis, key: string, team: { parent?: string | undefined } | undefined) =>
  groups ? groups.get(key) : team && (team.parent ?? key);
