import { TimeClass } from '#model/kinds.ts';
import type { Engine } from './engine.ts';
import { join, Sql, sql } from './sql.ts';

/**
 * Lets the facts be read as they stand at the instant that is kept with them: what is stored, and for items and decisions
 * that are open the time since their last row. To be called whenever that instant is another.
 *
 * So a row that comes in moves the ages of all open work and touches nothing of it. Lengths are seconds here and ms in the
 * tables; one division of one sum gives the same number whenever the parts of the sum were added. The instant is a number
 * in the views' own text: to join it to millions of rows takes half as long again as to read them.
 */
export const viewFacts = async (engine: Engine): Promise<void> => {
  const kept = await engine.all<{ key: string; value: number | null }>(
    sql`select key, try_cast(value as double) as value from setting where key in ('as-of', 'worked')`,
  );
  const literal = (name: string): Sql => {
    const value = kept.find(({ key }) => key === name)?.value;
    return fixed(value == null ? 'null::double' : `${value}::double`);
  };
  await engine.run(join(viewsAt({ asOf: literal('as-of'), worked: literal('worked') }), ';\n'));
};

/** The views of facts as they are written, whatever the instant; two programs that write them otherwise can be told apart. */
export const viewsAsWritten = (): Sql => join(viewsAt({ asOf: fixed('as-of'), worked: fixed('worked') }), ';\n');

/** The instant at which facts are read, in ms since 1970, and the working time up to it. */
type Now = { readonly asOf: Sql; readonly worked: Sql };

const view = (name: string, columns: readonly Sql[]): Sql => sql`
  create or replace view ${fixed(name)} as select ${join(columns)} from ${fixed(`stored_${name.replace('_fact', '')}`)}`;

/** Words that are no value: a view takes no parameters. */
const fixed = (text: string): Sql => new Sql([text], []);

/** Whether the time since an item's last row is of one of these classes. */
const goesOnAs = (classes: readonly TimeClass[]): Sql =>
  fixed(`goes_on in (${classes.map((each) => TimeClass.options.indexOf(each)).join(', ')})`);

const seconds = (column: string, more: Sql): Sql => sql`(${fixed(column)} + ${more}) / 1000 as ${fixed(column)}`;

const where = (condition: Sql, length: Sql): Sql => sql`case when ${condition} then ${length} else 0 end`;

const handedOver = goesOnAs(['handoff']);
const blocked = goesOnAs(['blocked']);

const visit = ({ asOf, worked }: Now): Sql => {
  const elapsed = sql`${asOf} - since`;
  const working = sql`${worked} - worked_since`;
  return view('visit', [
    sql`item_id, visit_no, stage_id, team_id, from_stage, from_team, entered, entered_day, "left"`,
    sql`(coalesce("left", ${asOf}) - entered) / 1000 as elapsed`,
    seconds('working', sql`coalesce(${working}, 0)`),
    seconds('handoff', where(handedOver, elapsed)),
    seconds('handoff_working', where(handedOver, working)),
    seconds('blocked', where(blocked, elapsed)),
    seconds('blocked_working', where(blocked, working)),
  ]);
};

const handoff = ({ asOf, worked }: Now): Sql =>
  view('handoff', [
    sql`item_id, handoff_no, from_team, to_team, stage_id, happened`,
    seconds('waited', sql`coalesce(${asOf} - since, 0)`),
    seconds('waited_working', sql`coalesce(${worked} - worked_since, 0)`),
    sql`answered`,
  ]);

const started = (condition: Sql): Sql => sql`started is not null and ${condition}`;

const itemFact = ({ asOf, worked }: Now): Sql => {
  const sinceLast = sql`${asOf} - last_event`;
  const working = sql`${worked} - worked_since`;
  return view('item_fact', [
    sql`item_id, source_id, status, created, started, ended, last_event, assumed, stage_id, team_id, type, capability,
        initiative, channel, priority, promised_first, promised, events, stage_moves, handoffs, person_handoffs, teams,
        people, ping_pong, any_return, person_ping_pong, person_any_return, rework, raw_rework, active_visits,
        repeated_active_visits, reopened, interruptions + (interrupted and ${asOf} > last_event)::int as interruptions,
        comments, approvals_asked`,
    ...TimeClass.options.map((each) => seconds(`lead_${each}`, where(goesOnAs([each]), sinceLast))),
    ...TimeClass.options.map((each) => seconds(`flow_${each}`, where(started(goesOnAs([each])), sinceLast))),
    sql`flow_elapsed / 1000 as flow_elapsed, flow_working / 1000 as flow_working`,
    seconds('flow_active_working', where(started(goesOnAs(['active'])), working)),
    seconds('flow_waiting_working', where(started(goesOnAs(['queue', 'handoff', 'decision', 'blocked'])), working)),
    sql`stage_ping_pong`,
  ]);
};

const decisionFact = ({ asOf, worked }: Now): Sql =>
  view('decision_fact', [
    sql`item_id, source_id, cycle, type, title, raised, first_step, decided, communicated, acted, needed_by, outcome,
        decided_by, level_decided, rank_decided, level_intended, rank_intended, "right", decider, deciders, rights,
        within_seconds, within_clock, (coalesce(decided, ${asOf}) - raised) / 1000 as took,
        (coalesce(worked_decided, ${worked}) - worked_raised) / 1000 as took_working`,
    seconds('information_wait', sql`coalesce(${asOf} - information_since, 0)`),
    sql`escalations, sideways, rank_reached, layers, layer_wait, revisits, reopened_at, acting_rank, path, blocks, team_id,
        capability, agreeing, emergency`,
  ]);

const viewsAt = (now: Now): readonly Sql[] => [visit(now), handoff(now), itemFact(now), decisionFact(now)];
