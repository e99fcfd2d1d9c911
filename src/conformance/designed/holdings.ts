import { ownedBy } from '#model/ownership.ts';
import { holds, startOf } from '../eras.ts';
import type { Basis, DesignedTable } from '../ground.ts';
import type { Span } from '../span.ts';

/** For how long a team was accountable for an object, where the day it began is stated; an end not yet reached is open. */
export const holdings: DesignedTable = {
  name: 'holding',
  columns: {
    object: 'text',
    team_id: 'int',
    holder: 'text',
    from_at: 'double',
    until_at: 'double',
    days: 'double',
    observed: 'boolean',
  },
  rows: (basis) => {
    const { context, names } = basis;
    return holdingsOf(basis).map(({ object, team, from, until }) => [
      object,
      names.teams.find(({ key }) => key === team)?.id ?? null,
      context.shownTeam(team, context.window),
      from,
      until,
      (Math.min(until, context.asOf) - from) / 86_400_000,
      until <= context.asOf,
    ]);
  },
};

type Holding = Span & { readonly object: string; readonly team: string };

/** Records that follow one another without a gap are one holding, also across two designs. */
const holdingsOf = ({ eras, context: { timeZone, asOf } }: Basis): Holding[] => {
  const held = eras.flatMap((era) =>
    era.design.ownerships
      .filter(({ as, from }) => as === 'accountable' && from !== undefined)
      .flatMap((ownership): Holding[] => {
        const time = holds(era, ownership, timeZone);
        const { kind, key } = ownedBy(ownership);
        const from = startOf(ownership.from ?? '', timeZone);
        return time && from <= asOf
          ? [{ from, until: time.until, object: `${kind} ${key}`, team: ownership.team }]
          : [];
      }),
  );
  const groups = Map.groupBy(held, ({ object, team }) => `${object}\n${team}`);
  return [...groups.values()].flatMap((group) => merged(group.sort((a, b) => a.from - b.from)));
};

const merged = (sorted: readonly Holding[]): Holding[] => {
  const whole: Holding[] = [];
  for (const next of sorted) {
    const last = whole.at(-1);
    if (last && next.from <= last.until) whole[whole.length - 1] = { ...last, until: Math.max(last.until, next.until) };
    else whole.push(next);
  }
  return whole;
};
