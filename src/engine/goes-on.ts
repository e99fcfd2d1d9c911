import { TimeClass } from '#model/kinds.ts';
import { join, Sql, sql } from './sql.ts';

/**
 * The facts as they are read: what is stored, and for items and decisions that are open the time since their last row.
 *
 * So a row that comes in moves the ages of all open work and touches nothing of it. Lengths are seconds here and ms in the
 * tables; one division of one sum gives the same number whenever the parts of the sum were added.
 */
const view = (name: string, columns: readonly Sql[]): Sql => sql`
  create or replace view ${fixed(name)} as
  select ${join(columns)} from ${fixed(`stored_${name.replace('_fact', '')}`)}
  cross join (
    select max(try_cast(value as double)) filter (where key = 'as-of') as as_of,
           max(try_cast(value as double)) filter (where key = 'worked') as worked
    from setting)`;

/** Words that are no value: a view takes no parameters. */
const fixed = (text: string): Sql => new Sql([text], []);

/** Whether the time since an item's last row is of one of these classes. */
const goesOnAs = (classes: readonly TimeClass[]): Sql =>
  fixed(`goes_on in (${classes.map((each) => TimeClass.options.indexOf(each)).join(', ')})`);

const seconds = (column: string, more: Sql): Sql => sql`(${fixed(column)} + ${more}) / 1000 as ${fixed(column)}`;

const where = (condition: Sql, length: Sql): Sql => sql`case when ${condition} then ${length} else 0 end`;

const elapsed = sql`as_of - since`;
const worked = sql`worked - worked_since`;
const handedOver = goesOnAs(['handoff']);
const blocked = goesOnAs(['blocked']);

const visit = view('visit', [
  sql`item_id, visit_no, stage_id, team_id, from_stage, from_team, entered, "left"`,
  sql`(coalesce("left", as_of) - entered) / 1000 as elapsed`,
  seconds('working', sql`coalesce(${worked}, 0)`),
  seconds('handoff', where(handedOver, elapsed)),
  seconds('handoff_working', where(handedOver, worked)),
  seconds('blocked', where(blocked, elapsed)),
  seconds('blocked_working', where(blocked, worked)),
]);

const handoff = view('handoff', [
  sql`item_id, handoff_no, from_team, to_team, stage_id, happened`,
  seconds('waited', sql`coalesce(${elapsed}, 0)`),
  seconds('waited_working', sql`coalesce(${worked}, 0)`),
  sql`answered`,
]);

const started = (condition: Sql): Sql => sql`started is not null and ${condition}`;
const sinceLast = sql`as_of - last_event`;

const itemFact = view('item_fact', [
  sql`item_id, source_id, status, created, started, ended, last_event, assumed, stage_id, team_id, type, capability,
      initiative, channel, priority, promised_first, promised, events, stage_moves, handoffs, person_handoffs, teams,
      people, ping_pong, any_return, person_ping_pong, person_any_return, rework, raw_rework, active_visits,
      repeated_active_visits, reopened, interruptions + (interrupted and as_of > last_event)::int as interruptions,
      comments, approvals_asked`,
  ...TimeClass.options.map((each) => seconds(`lead_${each}`, where(goesOnAs([each]), sinceLast))),
  ...TimeClass.options.map((each) => seconds(`flow_${each}`, where(started(goesOnAs([each])), sinceLast))),
  sql`flow_elapsed / 1000 as flow_elapsed, flow_working / 1000 as flow_working`,
  seconds('flow_active_working', where(started(goesOnAs(['active'])), worked)),
  seconds('flow_waiting_working', where(started(goesOnAs(['queue', 'handoff', 'decision', 'blocked'])), worked)),
  sql`stage_ping_pong`,
]);

const decisionFact = view('decision_fact', [
  sql`item_id, source_id, cycle, type, title, raised, first_step, decided, communicated, acted, needed_by, outcome,
      decided_by, level_decided, rank_decided, level_intended, rank_intended, "right", decider, deciders, rights,
      within_seconds, within_clock, (coalesce(decided, as_of) - raised) / 1000 as took,
      (coalesce(worked_decided, worked) - worked_raised) / 1000 as took_working`,
  seconds('information_wait', sql`coalesce(as_of - information_since, 0)`),
  sql`escalations, sideways, rank_reached, layers, layer_wait, revisits, reopened_at, acting_rank, path, blocks, team_id,
      capability, agreeing`,
]);

export const goesOn: readonly Sql[] = [visit, handoff, itemFact, decisionFact];
