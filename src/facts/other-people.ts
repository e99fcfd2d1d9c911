import type { Engine } from '#engine/engine.ts';
import { join, type Sql, sql } from '#engine/sql.ts';
import type { Mapping } from '#mapping/mapping.ts';
import { dayMs } from '#model/calendar/civil.ts';
import { offsetSpans } from '#model/calendar/zone-offsets.ts';
import { told, unnamed } from './active-people.ts';
import { carried, inOrder } from './carried.ts';
import type { EvidenceSource } from './source.ts';

/** The sources whose logs name people at all, in whatever column or field. */
export const peopledSources = (sources: readonly EvidenceSource[]): ReadonlySet<number> =>
  new Set(sources.flatMap(({ sourceId, mapping }) => (knowsPeople(mapping) ? [sourceId] : [])));

const knowsPeople = ({ columns, people, changes }: Mapping): boolean =>
  namesMembers({ columns, changes }) || people.length > 0;

const namesMembers = ({ columns, changes }: Pick<Mapping, 'columns' | 'changes'>): boolean =>
  columns.person !== undefined ||
  columns.actor !== undefined ||
  Object.values(changes?.fields ?? {}).includes('person');

/** Whether a log has nothing but people of whom it does not say that they have the item or act on it. */
export const countsOtherPeople = (mapping: Mapping): boolean =>
  mapping.people.length > 0 && !mapping.changes && !namesMembers(mapping);

type Ground = { readonly timeZone: string; readonly from: number; readonly asOf: number };

/**
 * Counts the people of logs that say of none that he has the item or acts on it: each people column by itself, as if it
 * held those who act. Whether they are of the team is not known, so the column with the fewest will count.
 */
export const countOtherPeople = async (
  engine: Engine,
  sources: readonly EvidenceSource[],
  { timeZone, from, asOf }: Ground,
): Promise<void> => {
  const spans = offsetSpans(timeZone, from, asOf + 1);
  const offset = spans.length === 0 ? sql`0` : sql`case ${join(spans.map(spanCase), ' ')} else 0 end`;
  for (const source of sources) {
    const team = carried(source, 'team');
    if (!team || !countsOtherPeople(source.mapping)) continue;
    for (const [place, name] of source.mapping.people.entries()) {
      await engine.run(peopleOf(source, team, offset, source.column(name), told.others + place, asOf));
    }
  }
};

const spanCase = ({ until, offset }: { readonly until: number; readonly offset: number }): Sql =>
  sql`when instant < ${until}::double * 1000 then ${offset}`;

const peopleOf = (source: EvidenceSource, team: Sql, offset: Sql, who: Sql, way: number, asOf: number): Sql => sql`
  insert into active_day
  select distinct team_id, (hash(who) % ${unnamed})::int as person, day, ${way}
  from (
    select item, who, day, lag(team) over (partition by item order by place) as team
    from (
      select *, last_value(named ignore nulls) over (partition by item order by place) as team
      from (
        select ${source.column(source.mapping.columns.item)} as item, ${team} as named, ${who} as who,
               floor((instant / 1000.0 + ${offset}) / ${dayMs})::int as day,
               row_number() over (order by ${inOrder(source)}) as place
        from ${source.rows} as log where instant <= ${asOf}::double * 1000)))
  join raw_value as raw on raw.source_id = ${source.sourceId} and raw.role = 'team' and raw.raw = team
  join team on team.key = raw.key
  where who is not null`;
