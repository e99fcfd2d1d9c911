import { sql } from '#engine/sql.ts';
import { defineMetric } from '../define.ts';

export const dependencies = defineMetric({
  id: 'flow.dependencies',
  code: 'FL13',
  version: 1,
  title: 'Dependencies',
  question: 'How much of the work under way is held up by other teams, and since when?',
  unit: 'count',
  better: 'lower',
  signal: 3,
  formula:
    'Mean over items in progress at the end of the window of the number of dependencies on record that are open then and by which something of another team blocks the item.',
  edges:
    'A dependency holds up the item that it names, or every item of the initiative that it names; one on a whole team is on no item. It is open from the instant it is raised until it is resolved. Those of kind needs stand beside it. Where the team of the item or of what holds it up is unknown, the item lowers the coverage; before the first dependency is on record, every item does. Days run from the first of those open dependencies that block, to the end of the window or the instant at which figures are read, and are those of the items that are held up.',
  others: 'Trackers count links between tickets, open or not and whichever team has them.',
  none: 'no item was in progress at the end of the window',
  lacking: 'no dependency is on record, or the teams of none are known',
  scopes: ['team', 'capability', 'item-type'],
  rows: ({ until, asOf }) => sql`
    with work as (
      select item_id, source, item, team, capability_key as capability, item_type, raw_value.key as initiative_key
      from item_case left join raw_value on value_id = initiative
      where started < ${until} and (ended is null or ended > ${until})
    ),
    link as (
      select kind, raised, held.item_id as held_id, held_initiative,
             nullif(coalesce(other_team, other_case.team), '(none)') as of_team
      from dependency
      left join item_name as held on held.source_key = held_source and held.item_key = held_item
      left join item_name as other on other.source_key = other_source and other.item_key = other_item
      left join item_case as other_case on other_case.item_id = other.item_id
      where raised < ${until} and (resolved is null or resolved > ${until})
    ),
    held as (
      select item_id, kind, raised, nullif(team, '(none)') <> of_team as crosses
      from work join link on held_id = item_id
      union all
      select item_id, kind, raised, nullif(team, '(none)') <> of_team as crosses
      from work join link on held_initiative = initiative_key
    ),
    told as (
      select item_id, bool_and(crosses is not null) as known,
             count(*) filter (crosses and kind = 'blocks')::int as blocks,
             count(*) filter (crosses and kind = 'needs')::int as needs,
             min(raised) filter (crosses and kind = 'blocks') as since
      from held group by item_id
    )
    select source, item, team, capability, item_type, case when sure then coalesce(blocks, 0) end as blocking,
           case when sure then coalesce(needs, 0) end as needed, blocking > 0 as held_up,
           case when sure then (least(${until}, ${asOf}) - since) / 86400000 end as held_days
    from (
      select work.*, blocks, needs, since, tells and coalesce(known, true) as sure
      from work
      left join told using (item_id)
      cross join (select count(*) > 0 as tells from dependency where raised < ${until})
    )`,
  summary: { kind: 'mean', of: 'blocking' },
  also: {
    heldUp: { kind: 'share', of: 'held_up' },
    daysHeldUp: { kind: 'quantile', p: 0.5, of: 'held_days', unit: 'day' },
    needs: { kind: 'mean', of: 'needed' },
  },
});
