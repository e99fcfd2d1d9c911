import type { Engine } from './engine.ts';
import { viewFacts, viewsAsWritten } from './goes-on.ts';
import { identifier, join, sql } from './sql.ts';

/**
 * The tables of evidence and facts. Raw rows have one table a source, made when its columns are known.
 *
 * A code is a whole number that stands for a name, because questions over codes are twice as fast; `raw_value` holds
 * what stands behind the codes of raw rows, `stage` and `team` what they resolve to. Facts are made again whenever the
 * mapping or the design they were made from is another, and brought up to date when rows are added.
 *
 * What is `stored_…` says of each item what its own rows say, in ms, and nothing of the time after its last one: that grows
 * for every open item whenever any row comes in. The views of the same names without that word add it.
 */
export const createSchema = async (engine: Engine): Promise<void> => {
  if (await stands(engine)) return;
  await dropOlder(engine);
  await engine.run(join(tables, ';\n'));
  await viewFacts(engine);
  await engine.run(join(views, ';\n'));
  await engine.run(sql`insert or replace into setting values ('schema', ${written()})`);
};

/** Whether this very schema was made before: to make it again changes nothing, and takes longer than many a question. */
const stands = async (engine: Engine): Promise<boolean> => {
  const table = await engine.one(
    sql`select 1 from duckdb_tables() where table_name = 'setting' and database_name = current_database()`,
  );
  if (!table) return false;
  const made = await engine.one<{ value: string }>(sql`select value from setting where key = 'schema'`);
  return made?.value === written();
};

const written = (): string => join([...tables, viewsAsWritten(), ...views], ';\n').statement.text;

/** Facts that were stored with the time until they were read are made again. */
const dropOlder = async (engine: Engine): Promise<void> => {
  const older = await engine.all<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_name in ('visit', 'handoff', 'item_fact', 'decision_fact')`);
  for (const { name } of older) await engine.run(sql`drop table ${identifier(name)}`);
  if (older.length > 0) await engine.run(sql`drop table if exists passage`);
};

const tables = [
  sql`create table if not exists source (
    source_id int primary key, key text not null unique, columns text[] not null, overlapping boolean not null)`,
  // Whether it is known that no two of its rows agree in all but the people in them.
  sql`alter table source add column if not exists distinct_content boolean`,
  sql`create table if not exists import_run (
    run_id int primary key, source_id int not null, file text not null, sha256 text not null, bytes bigint not null,
    modified double not null, reading text not null, total bigint not null, accepted bigint not null, rejected bigint not null,
    blank bigint not null, first_at timestamp, last_at timestamp, imported_at timestamp not null,
    state text not null check (state in ('committed', 'undone', 'replaced')), replaces int)`,
  // The columns of people that its file was read by; unknown of older ones.
  sql`alter table import_run add column if not exists people text[]`,
  sql`create table if not exists reject (
    run_id int not null, row_no bigint not null, line bigint not null, field text, found text not null,
    expected text not null, code text not null)`,
  // Before readings were digests they held the names in a mapping's rules for roles. Such a file is read anew.
  sql`update import_run set reading = '' where starts_with(reading, '{')`,
  sql`create table if not exists setting (key text primary key, value text not null)`,
  sql`create table if not exists raw_value (
    value_id int not null, source_id int not null, role text not null, raw text not null, key text not null,
    mapped boolean not null, kind text, events double not null)`,
  sql`create table if not exists stage (stage_id int not null, source_id int not null, key text not null, kind text, position int)`,
  sql`create table if not exists team (team_id int not null, key text not null, mapped boolean not null)`,
  sql`create table if not exists name_list (source text[], team text[], stage text[], value text[])`,
  sql`insert into name_list select null, null, null, null where not exists (select * from name_list)`,
  sql`create table if not exists item (
    item_id int not null, source_id int not null, key text not null)`,
  sql`create table if not exists event (
    item_id int not null, instant double not null, state int, team int, person int, actor int, activity int,
    type int, priority int, capability int, initiative int, channel int, created double, promised double)`,
  // Filled and emptied while facts are made.
  sql`create table if not exists lived_state (source_id int not null, run_id int not null, row_no int not null, place int not null, tells boolean not null, state text not null)`,
  sql`create table if not exists stored_visit (
    item_id int not null, visit_no int not null, stage_id int, team_id int, from_stage int, from_team int,
    entered double not null, "left" double, working double not null, handoff double not null,
    handoff_working double not null, blocked double not null, blocked_working double not null,
    since double, worked_since double, goes_on int)`,
  sql`alter table stored_visit add column if not exists entered_day int`,
  sql`create table if not exists stored_handoff (
    item_id int not null, handoff_no int not null, from_team int not null, to_team int not null, stage_id int,
    happened double not null, waited double not null, waited_working double not null, answered boolean not null,
    since double, worked_since double)`,
  sql`create table if not exists stored_item (
    item_id int not null, source_id int not null, status text not null, created double not null, started double,
    ended double, last_event double not null, assumed boolean not null, stage_id int, team_id int,
    type int, capability int, initiative int, channel int, priority int, promised_first double, promised double,
    events int not null, stage_moves int not null, handoffs int not null, person_handoffs int not null,
    teams int not null, people int not null,
    ping_pong boolean not null, any_return boolean not null, person_ping_pong boolean not null, person_any_return boolean not null,
    rework boolean not null, raw_rework boolean not null, active_visits int not null, repeated_active_visits int not null,
    reopened int not null, interruptions int not null, comments int not null, approvals_asked int not null,
    lead_active double not null, lead_queue double not null, lead_handoff double not null, lead_decision double not null,
    lead_blocked double not null, lead_unmapped double not null,
    flow_active double not null, flow_queue double not null, flow_handoff double not null, flow_decision double not null,
    flow_blocked double not null, flow_unmapped double not null,
    flow_elapsed double, flow_working double,
    flow_active_working double not null, flow_waiting_working double not null,
    worked_since double, goes_on int, interrupted boolean not null, stage_ping_pong boolean not null)`,
  sql`create table if not exists known_limit (item_id int not null, known int not null, p50 double not null, p85 double not null, p95 double not null)`,
  sql`create table if not exists stored_decision (
    item_id int not null, source_id int not null, cycle int not null, type text, title text,
    raised double not null, first_step double, decided double, communicated double, acted double, needed_by double,
    outcome text, decided_by text, level_decided text, rank_decided int, level_intended text, rank_intended int,
    "right" text, decider text, deciders int, rights int not null, within_seconds double, within_clock text,
    worked_raised double not null, worked_decided double, information_wait double not null, information_since double,
    escalations int, sideways int, rank_reached int, layers int not null, layer_wait double,
    revisits int not null, reopened_at double, acting_rank int, path text not null, blocks text, team_id int, capability int,
    agreeing int)`,
  sql`alter table stored_decision add column if not exists emergency boolean`,
  sql`create table if not exists earlier_approval (
    item_id int not null, cycle int not null, approval int not null, approver text, outcome text, given double not null)`,
  sql`create table if not exists unread_value (
    item_id int not null, source_id int not null, field text not null, "column" text not null, why text not null,
    found text not null, run_id int not null, row_no double not null)`,
  sql`create table if not exists passage (
    from_stage int not null, to_stage int not null, moves double not null, items double not null,
    took_seconds double not null, took_micros double not null)`,
  sql`create table if not exists stage_use (stage_id int not null, items double not null, visits double not null, starts double not null)`,
  sql`create table if not exists stage_before (stage_id int not null, later_stage int not null, items double not null)`,
  sql`create table if not exists stage_place (stage_id int not null, place int not null, items double not null)`,
  sql`create table if not exists daily_work (team_id int, day int not null, net double not null)`,
  // It counted by months, which is too coarse to know who was there in a window.
  sql`drop table if exists team_person`,
  sql`create table if not exists active_day (team_id int not null, person int not null, day int not null)`,
  sql`alter table active_day add column if not exists told int`,
];

const views = [
  sql`create or replace view item_cut as
    select fact.*, named.source[source_id + 1] as source, coalesce(named.team[team_id + 1], '(none)') as team,
           named.stage[stage_id + 1] as stage, coalesce(named.value[type + 1], '(none)') as item_type,
           coalesce(named.value[capability + 1], '(none)') as capability_key
    from item_fact as fact
    cross join name_list as named`,
  // For what names items by their keys: where figures are read, a code stands for the key in item_case.
  sql`create or replace view item_name as
    select item_id, source.key as source_key, item.key as item_key from item join source using (source_id)`,
  sql`create or replace view item_case as
    select item_cut.*, item.key as item from item_cut join item using (item_id)`,
  sql`create or replace view decision_case as
    select fact.*, named.source[fact.source_id + 1] as source, item.key as item, coalesce(fact.type, '(none)') as decision_type,
           coalesce(named.team[fact.team_id + 1], '(none)') as team,
           coalesce(named.value[fact.capability + 1], '(none)') as capability_key,
           coalesce(named.value[whole.type + 1], '(none)') as item_type
    from decision_fact as fact
    join item using (item_id)
    left join item_fact as whole on whole.item_id = fact.item_id
    cross join name_list as named`,
];
