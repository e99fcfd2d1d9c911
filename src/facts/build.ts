import type { Engine } from '#engine/engine.ts';
import { showFacts } from '#engine/show-facts.ts';
import { identifier, join, sql } from '#engine/sql.ts';
import { digestOf } from '#mapping/digest.ts';
import type { Mapping } from '#mapping/mapping.ts';
import type { WorkingCalendar } from '#model/calendar/working-calendar.ts';
import { workingTime } from '#model/calendar/working-time.ts';
import type { DesignModel } from '#model/design-model.ts';
import { modelInForce } from '#model/model-in-force.ts';
import { workingClock } from './clock.ts';
import { buildDecisionFacts } from './decision-facts.ts';
import { buildEvents } from './events.ts';
import { buildItemFacts } from './item-facts.ts';
import { buildKnownLimits } from './known-limits.ts';
import { resolveNames } from './names.ts';
import { countOtherPeople, countsOtherPeople, peopledSources } from './other-people.ts';
import { buildRecordFacts } from './record-facts.ts';
import { emergenciesOf } from './rights.ts';
import { type EvidenceSource, rowsOfRuns } from './source.ts';
import { type Addition, firstInstant, updateFacts } from './update.ts';

/** Everything that facts follow from. The same input gives the same facts, to the byte. */
export type FactsInput = {
  readonly sources: readonly EvidenceSource[];
  readonly designs: readonly DesignModel[];
  readonly calendar: WorkingCalendar;
  /** The instant at which figures are read, in ms; the last row's instant when not given. */
  readonly asOf?: number | undefined;
  /** The importance for a goal from which on a capability is strategic; that of a new workspace when not given. */
  readonly strategicCut?: number | undefined;
  /** The currency in which totals are told; euros when not given. */
  readonly currency?: string | undefined;
};

/** What became of the facts: all were made, those of some items were made anew, or they stand as they are. */
export type Built = 'rebuilt' | 'updated' | 'standing';

/** Bump it when the same evidence gives other facts: what is stored is then built anew. */
const factsVersion = 14;

/** What the facts that stand were made from, and what is known of the rows. */
type Made = {
  /** The fingerprint of all that facts follow from besides the rows. */
  readonly rules: string;
  /** The committed runs of the sources. */
  readonly runs: readonly string[];
  /** The first instant of all, in ms. */
  readonly from: number;
  /** The instant of the last row; null of no rows. */
  readonly last: number | null;
  /** The instant at which figures are read; null where nothing tells one. */
  readonly asOf: number | null;
};

type Run = { readonly id: number; readonly source: number; readonly name: string };

/**
 * Brings the facts up to the evidence and to what is on record.
 *
 * Answers what became of those that logs tell; the others are few. Each kind is one transaction: who reads facts brings
 * both up first, so a process that dies between the two leaves nothing that is read.
 */
export const buildFacts = async (
  engine: Engine,
  input: FactsInput,
  begin: (way: Exclude<Built, 'standing'>) => void = () => undefined,
): Promise<Built> => {
  const built = await buildLogFacts(engine, input, begin);
  const { designs, calendar, strategicCut = 2, currency = 'EUR' } = input;
  // Where no row tells when figures are read, nothing has happened yet.
  const asOf = (await standing(engine))?.asOf ?? 0;
  const model = modelInForce(designs, asOf, calendar.timeZone);
  await buildRecordFacts(engine, { designs, model, timeZone: calendar.timeZone, asOf, strategicCut, currency });
  return built;
};

/**
 * Brings the facts of logs up to their rows.
 *
 * They stand when they were made from the very same input. When rows were only added, the facts of their items are made
 * anew; in every other case all facts are (docs/decisions/0011). Thresholds are not part of the input: changing one changes
 * nothing here. `begin` is told which way is taken before it is.
 */
const buildLogFacts = async (
  engine: Engine,
  input: FactsInput,
  begin: (way: Exclude<Built, 'standing'>) => void,
): Promise<Built> => {
  const rules = rulesOf(input);
  const runs = await committedRuns(engine, input.sources);
  const made = await standing(engine);
  const same = made?.rules === rules;
  if (same && sameRuns(made.runs, runs) && (input.asOf ?? made.last) === made.asOf) return 'standing';
  const addition = same ? await additionTo(engine, made, runs, input) : undefined;
  return engine.transaction(async () => {
    const keep = (rows: Pick<Made, 'from' | 'last' | 'asOf'>): Promise<void> =>
      keepMade(engine, { rules, runs: runs.map(({ name }) => name), ...rows }, input.calendar);
    if (addition) {
      begin('updated');
      const from = await updateFacts(engine, addition);
      if (from !== undefined) {
        await keep({ from, last: addition.last, asOf: addition.asOf });
        return 'updated';
      }
    }
    begin('rebuilt');
    const last = await lastInstant(engine, input.sources);
    const asOf = input.asOf ?? last;
    await keep({ from: await rebuild(engine, input, asOf ?? 0), last: last ?? null, asOf: asOf ?? null });
    return 'rebuilt';
  });
};

const rulesOf = ({ calendar, sources, designs }: FactsInput): string =>
  digestOf([factsVersion, calendar, sources.map(rules), designs.map(judged)]);

const rules = ({ key, mapping }: EvidenceSource): [string, Mapping] => [key, mapping];

/** The parts of a design that facts follow from. */
const judged = ({ design, teams, levels, roles, forums, decisionTypes, decisionRights, workflows }: DesignModel) => ({
  design,
  teams,
  levels,
  roles,
  forums,
  emergencies: emergenciesOf({ decisionTypes }),
  decisionRights,
  workflows: workflows.map(({ key, stages, loops, appliesTo }) => ({
    key,
    loops,
    appliesTo,
    stages: stages.map(({ key: stage, kind }) => [stage, kind]),
  })),
});

const committedRuns = (engine: Engine, sources: readonly EvidenceSource[]): Promise<Run[]> =>
  engine.all<Run>(sql`
    select run_id as id, source_id as source, concat(run_id, ':', sha256) as name from import_run
    where state = 'committed' and source_id in (${join([sql`-1`, ...sources.map(({ sourceId }) => sql`${sourceId}`)])})
    order by run_id`);

const sameRuns = (made: readonly string[], runs: readonly Run[]): boolean =>
  made.length === runs.length && runs.every(({ name }, index) => name === made[index]);

const standing = async (engine: Engine): Promise<Made | undefined> => {
  const kept = await engine.one<{ value: string }>(sql`select value from setting where key = 'made'`);
  return kept && JSON.parse(kept.value);
};

/** What was added to the rows that facts were made from; undefined where more than that happened, or it changes other items. */
const additionTo = async (
  engine: Engine,
  made: Made,
  runs: readonly Run[],
  { sources, designs, calendar, asOf: asked }: FactsInput,
): Promise<(Addition & { readonly last: number }) | undefined> => {
  const names = runs.map(({ name }) => name);
  const more = runs.filter(({ name }) => !made.runs.includes(name));
  if (made.last === null || made.asOf === null || more.length === 0) return undefined;
  if (!made.runs.every((name) => names.includes(name))) return undefined;
  const added = sources.flatMap((source) => {
    const own = more.flatMap(({ id, source: of }) => (of === source.sourceId ? [id] : []));
    return own.length === 0 ? [] : [{ source, runs: own }];
  });
  if (added.some(({ source }) => source.overlapping || countsOtherPeople(source.mapping))) return undefined;
  // The states of a log of activities follow from all rows of an item, and what is known of them is not kept.
  const lives = ({ mapping: { columns } }: EvidenceSource) => (columns.lifecycle ?? columns.started) !== undefined;
  if (sources.some(lives)) return undefined;
  // What an item had before its first change is another matter when an earlier one comes along.
  if (sources.some(({ mapping }) => mapping.changes?.from !== undefined)) return undefined;
  const last = Math.max(made.last, (await lastInstant(engine, added.map(ofRuns))) ?? made.last);
  const asOf = asked ?? last;
  const design = modelInForce(designs, asOf, calendar.timeZone);
  const covered = made.last <= made.asOf && last <= asOf;
  const sameDesign = design === modelInForce(designs, made.asOf, calendar.timeZone);
  if (!covered || !sameDesign) return undefined;
  return { sources, added, designs, design, calendar, from: made.from, asOf, last };
};

const ofRuns = ({ source, runs }: Addition['added'][number]): Pick<EvidenceSource, 'rows'> => ({
  rows: rowsOfRuns(source, runs),
});

/** Remembers it all, with the instant and the working time that the facts are read at. */
const keepMade = async (engine: Engine, made: Made, calendar: WorkingCalendar): Promise<void> => {
  await engine.run(sql`insert or replace into setting values ('made', ${JSON.stringify(made)})`);
  await engine.run(sql`delete from setting where key in ('as-of', 'worked')`);
  // Of no rows there is no last one: nobody is to take the beginning of 1970 for it.
  if (made.asOf !== null) {
    const worked = workingTime(calendar).cumulative(made.asOf);
    await engine.run(sql`insert into setting values ('as-of', ${String(made.asOf)}), ('worked', ${String(worked)})`);
  }
  await showFacts(engine);
};

/** Answers the first instant of all. */
const rebuild = async (engine: Engine, { sources, designs, calendar }: FactsInput, asOf: number): Promise<number> => {
  for (const table of tables) await engine.run(sql`delete from ${identifier(table)}`);
  const read = await buildEvents(engine, sources, asOf);
  const names = await resolveNames(engine, read, modelInForce(designs, asOf, calendar.timeZone));
  const from = await firstInstant(engine, sql`event`, asOf);
  await buildItemFacts(engine, names, { calendar, from, asOf, peopled: peopledSources(sources) });
  await buildKnownLimits(engine);
  await countOtherPeople(engine, sources, { timeZone: calendar.timeZone, from, asOf });
  const worked = workingClock(calendar, from, asOf);
  await buildDecisionFacts({ engine, designs, calendar, worked, asOf, items: sql`item` }, read);
  await engine.run(sql`delete from lived_state`);
  return from;
};

/** Takes all facts out, so that nothing is left in them of rows that are gone; whoever reads some makes them again. */
export const forgetFacts = async (engine: Engine): Promise<void> => {
  for (const table of [...tables, ...named]) await engine.run(sql`delete from ${identifier(table)}`);
  await engine.run(sql`delete from setting where key in ('made', 'as-of', 'worked')`);
  // The list of names is made of those that are left.
  await showFacts(engine);
};

/** The tables that are emptied where they are filled. */
const named = ['raw_value', 'item', 'event', 'stage', 'team'] as const;

const tables = [
  'lived_state',
  'stored_visit',
  'stored_handoff',
  'stored_item',
  'known_limit',
  'stored_decision',
  'earlier_approval',
  'unread_value',
  'active_day',
  'passage',
  'stage_use',
  'stage_before',
  'stage_place',
  'daily_work',
] as const;

const lastInstant = async (
  engine: Engine,
  sources: readonly Pick<EvidenceSource, 'rows'>[],
): Promise<number | undefined> => {
  let last: number | undefined;
  for (const { rows } of sources) {
    const found = await engine.one<{ at: number | null }>(sql`select max(instant) / 1000.0 as at from ${rows}`);
    if (found?.at != null) last = Math.max(last ?? found.at, found.at);
  }
  return last;
};
