import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { digestOf } from '#mapping/digest.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import type { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { workingClock } from './clock.ts';
import { buildDecisionFacts } from './decision-facts.ts';
import { buildEvents } from './events.ts';
import { buildItemFacts } from './item-facts.ts';
import { resolveNames } from './names.ts';
import { countOtherPeople, knowsPeople } from './other-people.ts';
import type { EvidenceSource } from './source.ts';

/** Everything that facts follow from. The same input gives the same facts, to the byte. */
export type FactsInput = {
  readonly sources: readonly EvidenceSource[];
  readonly designs: readonly DesignModel[];
  readonly calendar: WorkingCalendar;
  /** The instant at which figures are read, in ms; the last row's instant when not given. */
  readonly asOf?: number | undefined;
};

/** Bump it when the same evidence gives other facts: what is stored is then built anew. */
const factsVersion = 8;

/**
 * Makes all facts from the evidence, unless those that stand were made from the very same input. Answers whether it built.
 *
 * `evidence` is the fingerprint of the committed runs. Thresholds are not part of the input: changing one rebuilds nothing.
 */
export const buildFacts = async (engine: Engine, input: FactsInput, evidence: string): Promise<boolean> => {
  const known = input.asOf ?? (await lastInstant(engine, input.sources));
  const asOf = known ?? 0;
  const fingerprint = digestOf([
    factsVersion,
    evidence,
    asOf,
    input.calendar,
    input.sources.map(rules),
    input.designs.map(judged),
  ]);
  const standing = await engine.one<{ value: string }>(sql`select value from setting where key = 'facts'`);
  if (standing?.value === fingerprint) return false;
  await engine.transaction(async () => {
    await rebuild(engine, input, asOf);
    await engine.run(sql`insert or replace into setting values ('facts', ${fingerprint})`);
    // Of no rows there is no last one: nobody is to take the beginning of 1970 for it.
    if (known === undefined) await engine.run(sql`delete from setting where key = 'as-of'`);
    else await engine.run(sql`insert or replace into setting values ('as-of', ${String(asOf)})`);
  });
  return true;
};

const rules = ({ key, mapping }: EvidenceSource): [string, Mapping] => [key, mapping];

/** The parts of a design that facts follow from. */
const judged = ({ design, teams, levels, roles, forums, decisionRights, workflows }: DesignModel) => ({
  design,
  teams,
  levels,
  roles,
  forums,
  decisionRights,
  workflows: workflows.map(({ key, stages, loops, appliesTo }) => ({
    key,
    loops,
    appliesTo,
    stages: stages.map(({ key: stage, kind }) => [stage, kind]),
  })),
});

const rebuild = async (engine: Engine, { sources, designs, calendar }: FactsInput, asOf: number): Promise<void> => {
  for (const statement of emptying) await engine.run(statement);
  const read = await buildEvents(engine, sources, asOf);
  const names = await resolveNames(engine, read, modelInForce(designs, asOf, calendar.timeZone));
  const from = await firstInstant(engine, asOf);
  const peopled = new Set(sources.flatMap(({ sourceId, mapping }) => (knowsPeople(mapping) ? [sourceId] : [])));
  await buildItemFacts(engine, names, { calendar, from, asOf, peopled });
  await countOtherPeople(engine, sources, { timeZone: calendar.timeZone, from, asOf });
  const worked = workingClock(calendar, from, asOf);
  await buildDecisionFacts({ engine, designs, calendar, worked, asOf }, read);
  await engine.run(sql`delete from lived_state`);
};

const emptying = [
  sql`delete from lived_state`,
  sql`delete from visit`,
  sql`delete from handoff`,
  sql`delete from item_fact`,
  sql`delete from decision_fact`,
  sql`delete from earlier_approval`,
  sql`delete from active_day`,
  sql`delete from passage`,
  sql`delete from stage_use`,
  sql`delete from stage_before`,
  sql`delete from stage_place`,
  sql`delete from stage`,
  sql`delete from team`,
];

const firstInstant = async (engine: Engine, asOf: number): Promise<number> => {
  const first = await engine.one<{ at: number | null }>(sql`select least(min(instant), min(created)) as at from event`);
  return first?.at ?? asOf;
};

const lastInstant = async (engine: Engine, sources: readonly EvidenceSource[]): Promise<number | undefined> => {
  let last: number | undefined;
  for (const { rows } of sources) {
    const found = await engine.one<{ at: number | null }>(sql`select max(instant) / 1000.0 as at from ${rows}`);
    if (found?.at != null) last = Math.max(last ?? found.at, found.at);
  }
  return last;
};
