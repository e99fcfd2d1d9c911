import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { closest } from '#model/closest.ts';
import type { DesignModel } from '#model/design-model.ts';
import type { UnrecordedKey } from '#model/diagnosis.ts';

/** The team under which a team is shown; itself unless too few people were active in it. */
export type ShownTeam = (team: string) => string;

type Given = { readonly id: number; readonly kind: string; readonly key: string; readonly rows: number };

/**
 * The keys that names were mapped to although no design has a record of them, the most frequent first.
 *
 * A kind of which the designs hold no record at all is not designed, so nothing of it can be missing. Any design will do:
 * a team that ended, or is yet to come, has its record. A team that is too small to be shown is told of only where it is
 * likely a slip of the pen, and then without its number of rows.
 */
export const unrecordedKeys = async (
  engine: Engine,
  designs: readonly DesignModel[],
  shownTeam: ShownTeam,
): Promise<(UnrecordedKey & { readonly id: number })[]> => {
  const records = recordsOf(designs);
  const given = await engine.all<Given>(mapped);
  return given.flatMap(({ id, kind, key, rows }) => {
    const known = records[kind] ?? [];
    if (known.length === 0 || known.includes(key)) return [];
    const near = closest(key, known) ?? null;
    const hidden = kind === 'team' && shownTeam(key) !== key;
    return hidden && near === null ? [] : [{ id, kind, key, rows: hidden ? null : rows, closest: near }];
  });
};

const mapped = sql`
  select source_id as id, role as kind, key, sum(events)::double as rows
  from raw_value where mapped and role in ('team', 'capability', 'initiative', 'channel') group by all
  union all
  select source_id, 'decision type', type, count(*)::double from decision_fact where type is not null group by all
  union all
  select source_id, 'level', level_decided, count(*)::double from decision_fact where level_decided is not null group by all
  order by id, kind, rows desc, key`;

const recordsOf = (designs: readonly DesignModel[]): Readonly<Record<string, readonly string[]>> => {
  const keys = (of: (design: DesignModel) => readonly { readonly key: string }[]): string[] => [
    ...new Set(designs.flatMap((design) => of(design).map(({ key }) => key))),
  ];
  return {
    team: keys(({ teams }) => teams),
    // A log's column may hold the service that an item is about just as well.
    capability: keys(({ capabilities, services }) => [...capabilities, ...services]),
    initiative: keys(({ initiatives }) => initiatives),
    channel: keys(({ channels }) => channels),
    'decision type': keys(({ decisionTypes }) => decisionTypes),
    level: keys(({ levels }) => levels),
  };
};
