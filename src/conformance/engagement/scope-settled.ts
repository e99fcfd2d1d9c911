import { identifier, join, type Sql, sql } from '#engine/sql.ts';
import { defineRule } from '../define.ts';
import type { Ground, PreparedTable } from '../ground.ts';
import { pressed } from '../pressure/pressed-days.ts';
import type { Span } from '../span.ts';

/** What a customer and a team agree on before work begins, as far as logs tell it. */
const agreed = ['priority', 'type', 'initiative'] as const;

/** Two raw values that stand for one key are one value. */
const sameKey = sql`
  select value_id, min(value_id) over (partition by source_id, role, key) as code from raw_value
  where role in ('priority', 'type', 'initiative')`;

const columnOf = (field: string, part: string): Sql => identifier(`${field}_${part}`);

/** How a field stood when the item started, and the least and greatest code it had afterwards; equal ones are one value. */
const sums = (field: string): Sql => sql`
  arg_max(${identifier(field)}.code, event.rowid) filter (where instant <= started) as ${columnOf(field, 'agreed')},
  min(${identifier(field)}.code) filter (where instant > started) as ${columnOf(field, 'least')},
  max(${identifier(field)}.code) filter (where instant > started) as ${columnOf(field, 'most')}`;

const isChanged = (field: string): Sql => sql`
  coalesce(${columnOf(field, 'least')} <> ${columnOf(field, 'most')}
           or ${columnOf(field, 'agreed')} <> ${columnOf(field, 'least')}, false)`;

/** Items done in the window, with what of them was changed between their start and their end. */
const settledItems: PreparedTable = {
  name: 'settled_item',
  as: (ground) => sql`
    select fact.item_id, team_id, capability, started, ended, known, list_filter(changes, change -> change is not null) as changes
    from item_fact as fact
    join (
      select item_id, coalesce(${join(agreed.flatMap((field) => ['agreed', 'least'].map((part) => columnOf(field, part))))}) is not null as known,
             [${join(agreed.map((field) => sql`case when ${isChanged(field)} then ${field} end`))}] as changes
      from (
        select fact.item_id, ${join(agreed.map(sums))}
        from event
        join item_fact as fact on fact.item_id = event.item_id and instant <= ended
        ${join(
          agreed.map(
            (field) =>
              sql`left join (${sameKey}) as ${identifier(field)} on ${identifier(field)}.value_id = event.${identifier(field)}`,
          ),
          ' ',
        )}
        where ${doneIn(ground.span)}
        group by fact.item_id
      )
    ) using (item_id)
    where ${doneIn(ground.span)}`,
};

const doneIn = ({ from, until }: Span): Sql =>
  sql`status = 'done' and started is not null and ended >= ${from} and ended < ${until}`;

const settled = (ground: Ground, { from, until }: Span): Sql =>
  sql`select * from ${ground.table(settledItems)} where ended >= ${from} and ended < ${until}`;

export const scopeSettled = defineRule({
  id: 'engagement.scope-settled',
  dimension: 'engagement',
  title: 'Scope is settled before the start',
  says: 'What a piece of work is, how much it matters and what it belongs to are agreed before anybody works on it.',
  test: 'Items done in the window whose priority, type and initiative stayed as they were at the start ÷ items done whose start is known and whose log tells any of the three. A value is its key, so two names of one priority are one; what is first told after the start is no change, and neither is what changes after the end. Items of which none of the three is ever told lower the coverage. Rows that say only that a scope changed are not read. Beside it: the items in which each of the three changed.',
  unit: 'share',
  breakpoints: {
    asDesigned: 0.9,
    worstTolerable: 0.75,
    twiceAsBad: 0.5,
    why: 'One in ten turns out to be something else once somebody looks; where one in four does, what is agreed before the start is a draft. No outside norm exists.',
  },
  lacking: 'the log tells neither priority nor type nor initiative of any item done in the window',
  designed: [],
  prepared: [settledItems],
  measure: { kind: 'share' },
  underPressure: { by: 'the day on which the item started, and its team' },
  rows: (ground, span) => sql`
    select item_id, team_id, capability, null::text as decision_type, null::text as object, ended as counted_at,
           case when known then len(changes) = 0 end as kept, changes,
           ${pressed(ground, sql`team_id`, sql`started`)} as pressed
    from (${settled(ground, span)})`,
  because: () => sql`printf('its %s changed after the start', array_to_string(broken.changes, ' and its '))`,
  details: async (ground, span) => {
    const found = await ground.engine.all<{ field: string; items: number }>(sql`
      select field, count(*)::int as items
      from (select unnest(changes) as field from (${settled(ground, span)})) group by field`);
    return Object.fromEntries(
      agreed.map((field) => [`${field}Changed`, found.find((each) => each.field === field)?.items ?? 0]),
    );
  },
});
