import { ownedBy } from '#model/ownership.ts';
import type { Team } from '#model/team.ts';
import { type Era, holds } from '../eras.ts';
import type { Basis, DesignedTable } from '../ground.ts';
import { meet, type Span } from '../span.ts';

/** When which capability or initiative (by code) had an accountable team; the stretches of one code never overlap. */
export const ownedTimes: DesignedTable = {
  name: 'owned_time',
  columns: { owned_no: 'int', code: 'int', object: 'text', owner: 'text', from_at: 'double', until_at: 'double' },
  rows: (basis) =>
    ownedIn(basis).map(({ no, code, object, owner, from, until }) => [no, code, object, owner, from, until]),
};

/** The teams (by code) whose work counts as the owner's in such a stretch: the owner, and every team below it. */
export const owningTeams: DesignedTable = {
  name: 'owning_team',
  columns: { owned_no: 'int', team_id: 'int' },
  rows: (basis) => ownedIn(basis).flatMap(({ no, teams }) => teams.map((team) => [no, team])),
};

type Owned = Span & {
  readonly no: number;
  readonly code: number;
  readonly object: string;
  readonly owner: string;
  readonly teams: readonly number[];
};

type Claim = Span & { readonly era: Era; readonly kind: string; readonly key: string; readonly team: string };

const ownedIn = (basis: Basis): Owned[] => {
  const claims = claimsOf(basis);
  const codes = basis.names.values.filter(({ role }) => role === 'capability' || role === 'initiative');
  return codes
    .flatMap(({ id, key, role }) => {
      const own = claims.filter((claim) => claim.kind === role && claim.key === key);
      return stretches(own).map((stretch) => ({
        ...ownedDuring(basis, stretch, own),
        code: id,
        object: `${role} ${key}`,
      }));
    })
    .map((owned, no) => ({ ...owned, no }));
};

const claimsOf = ({ eras, context: { timeZone } }: Basis): Claim[] =>
  eras.flatMap((era) =>
    era.design.ownerships
      .filter(({ as }) => as === 'accountable')
      .flatMap((ownership) => {
        const time = holds(era, ownership, timeZone);
        return time ? [{ ...time, era, ...ownedBy(ownership), team: ownership.team }] : [];
      }),
  );

/** The pieces of time between any two instants at which a claim begins or ends. */
const stretches = (claims: readonly Span[]): Span[] => {
  const marks = [...new Set(claims.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  return marks
    .slice(1)
    .map((until, index) => ({ from: marks[index] ?? until, until }))
    .filter((stretch) => claims.some((claim) => meet(claim, stretch)));
};

const ownedDuring = ({ names, context: { shownTeam, window } }: Basis, stretch: Span, claims: readonly Claim[]) => {
  const owners = claims.filter((claim) => meet(claim, stretch));
  const keys = new Set(owners.flatMap(({ era, team }) => withTeamsBelow(era.design.teams, team)));
  return {
    ...stretch,
    owner: [...new Set(owners.map(({ team }) => shownTeam(team, window)))].join(' and '),
    teams: names.teams.filter(({ key }) => keys.has(key)).map(({ id }) => id),
  };
};

const withTeamsBelow = (teams: readonly Team[], top: string): string[] => {
  const found = new Set([top]);
  for (const team of found) {
    for (const { key, parent } of teams) if (parent === team) found.add(key);
  }
  return [...found];
};
