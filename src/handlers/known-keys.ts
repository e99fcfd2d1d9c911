import { type Sql, sql } from '#engine/sql.ts';
import { boundaries, boundaryShown } from '#metrics/boundary.ts';
import type { Ask } from '#metrics/read.ts';
import { closest } from '#model/closest.ts';
import type { DesignModel } from '#model/design-model.ts';
import { Fault } from '#model/fault.ts';
import { EffectKind } from '#model/kinds.ts';
import type { Standing } from './refresh.ts';

type Where = NonNullable<Ask['where']>;

/** Where the evidence and the design name the keys of a scope. */
const homes: Readonly<
  Record<Where['scope'], { readonly keys: Sql; readonly designed: (design: DesignModel) => string[] }>
> = {
  team: { keys: sql`select key from team`, designed: ({ teams }) => teams.map(({ key }) => key) },
  capability: {
    keys: sql`select distinct key from raw_value where role = 'capability'`,
    designed: ({ capabilities }) => capabilities.map(({ key }) => key),
  },
  'item-type': { keys: sql`select distinct key from raw_value where role = 'type'`, designed: () => [] },
  'decision-type': {
    keys: sql`select distinct type as key from decision_fact where type is not null`,
    designed: ({ decisionTypes }) => decisionTypes.map(({ key }) => key),
  },
  forum: {
    keys: sql`select distinct forum as key from agenda_item`,
    designed: ({ forums }) => forums.map(({ key }) => key),
  },
  stage: {
    keys: sql`select distinct key from stage`,
    designed: ({ workflows }) => workflows.flatMap(({ stages }) => stages.map(({ key }) => key)),
  },
  boundary: { keys: boundaries, designed: () => [] },
  scale: {
    keys: sql`select distinct scale as key from capability_rating where scale is not null`,
    designed: ({ maturityAssessments }) => maturityAssessments.map(({ scale }) => scale),
  },
  effect: { keys: sql`select distinct effect as key from outcome_value`, designed: () => [...EffectKind.options] },
};

/** What the records of all designs call the keys of a scope. */
export const designedKeys = (scope: Where['scope'], designs: readonly DesignModel[]): string[] =>
  designs.flatMap(homes[scope].designed);

/** Where cases stand that have no key of a scope. */
const none = '(none)';

/**
 * Refuses a filter by a key that neither the evidence nor the design knows: its figure would be a zero about nothing.
 *
 * `shown` is the name under which a team is shown; only such names are proposed.
 */
export const checkKey = async (
  { engine, designs }: Pick<Standing, 'engine' | 'designs'>,
  { scope, key }: Where,
  shown: (team: string) => string,
): Promise<void> => {
  const known = await knownKeys({ engine, designs }, scope, shown);
  const names = namesOf(scope, known, shown);
  if (key === none || known.includes(key) || names.includes(key)) return;
  throw new Fault('scope-key-unknown', { scope, key, closest: closest(key, names), known: names });
};

/** Every name under which cases may be shown in a scope, those without a key included. */
export const shownKeys = async (
  standing: Pick<Standing, 'engine' | 'designs'>,
  scope: Where['scope'],
  shown: (team: string) => string,
): Promise<string[]> => [...namesOf(scope, await knownKeys(standing, scope, shown), shown), none];

const knownKeys = async (
  { engine, designs }: Pick<Standing, 'engine' | 'designs'>,
  scope: Where['scope'],
  shown: (team: string) => string,
): Promise<string[]> => {
  const found = await engine.all<{ key: string }>(homes[scope].keys);
  const known = [...found.map((row) => row.key), ...designedKeys(scope, designs)];
  return scope === 'boundary' ? known.map((each) => boundaryShown(each, shown)) : known;
};

const namesOf = (scope: Where['scope'], known: readonly string[], shown: (team: string) => string): string[] =>
  [...new Set(scope === 'team' ? known.map(shown) : known)].sort();
