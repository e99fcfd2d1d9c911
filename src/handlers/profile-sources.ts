import { profileSources, type SourceProfile } from '#api/evidence.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import { durationProfile, elapsedShares, handoffProfile, unmappedNames } from '#facts/profile.ts';
import { unreadValues } from '#facts/unread.ts';
import { serve } from './define.ts';
import { refreshLogs } from './refresh.ts';
import { checkSource } from './sources.ts';

export const answerProfileSources = serve(profileSources, async ({ source, asOf: asked }, room) => {
  checkSource(room, source);
  const { engine, sources, calendar, asOf } = await refreshLogs(room, { asOf: asked });
  const wanted = sources.filter(({ key }) => source === undefined || key === source);
  const profiles: SourceProfile[] = [];
  const unread = await unreadValues(engine);
  for (const { sourceId, key } of wanted) {
    profiles.push({ ...(await profileOf(engine, sourceId, key)), unread: [...(unread.get(key) ?? [])] });
  }
  return { timeZone: calendar.timeZone, asOf: new Date(asOf).toISOString(), sources: profiles };
});

type Counts = {
  items: number;
  events: number;
  rejected: number;
  first: number | null;
  last: number | null;
  reworked: number;
};

const profileOf = async (engine: Engine, sourceId: number, key: string): Promise<Omit<SourceProfile, 'unread'>> => {
  const counts = await countsOf(engine, sourceId);
  const names = await engine.all<{ role: string; n: number }>(
    sql`select role, count(*)::int as n from raw_value where source_id = ${sourceId} group by role`,
  );
  const distinct = (role: string): number | null => names.find((name) => name.role === role)?.n ?? null;
  return {
    source: key,
    items: counts.items,
    events: counts.events,
    rejected: counts.rejected,
    from: counts.first === null ? null : new Date(counts.first).toISOString(),
    until: counts.last === null ? null : new Date(counts.last).toISOString(),
    states: distinct('state'),
    teams: distinct('team'),
    people: distinct('person') ?? distinct('actor'),
    durationDays: await durationProfile(engine, sourceId),
    byTeam: await handoffProfile(engine, sourceId, 'team'),
    byPerson: await handoffProfile(engine, sourceId, 'person'),
    rework: distinct('state') === null ? null : { items: counts.reworked, share: counts.reworked / counts.items },
    elapsedShareByState: await elapsedShares(engine, sourceId),
    unmapped: await unmappedNames(engine, sourceId),
  };
};

const countsOf = async (engine: Engine, sourceId: number): Promise<Counts> => {
  const row = await engine.one<Counts>(sql`
    select (select count(*)::double from item where source_id = ${sourceId}) as items,
           (select count(*)::double from event join item using (item_id) where source_id = ${sourceId}) as events,
           (select coalesce(sum(rejected), 0)::double from import_run
            where source_id = ${sourceId} and state = 'committed') as rejected,
           (select min(instant) from event join item using (item_id) where source_id = ${sourceId}) as first,
           (select max(instant) from event join item using (item_id) where source_id = ${sourceId}) as last,
           (select count(*)::double from item_fact where source_id = ${sourceId} and rework) as reworked`);
  return row ?? { items: 0, events: 0, rejected: 0, first: null, last: null, reworked: 0 };
};
