import { profileSources, type SourceProfile } from '#api/evidence.ts';
import type { Engine } from '#engine/engine.ts';
import { sql } from '#engine/sql.ts';
import {
  durationProfile,
  elapsedShares,
  firstRows,
  handoffProfile,
  rowsCounted,
  unmappedNames,
} from '#facts/profile.ts';
import type { EvidenceSource } from '#facts/source.ts';
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
  for (const each of wanted) {
    profiles.push({ ...(await profileOf(engine, each, asOf)), unread: [...(unread.get(each.key) ?? [])] });
  }
  return { timeZone: calendar.timeZone, asOf: new Date(asOf).toISOString(), sources: profiles };
});

const profileOf = async (
  engine: Engine,
  source: EvidenceSource,
  asOf: number,
): Promise<Omit<SourceProfile, 'unread'>> => {
  const { sourceId, key } = source;
  const counts = await countsOf(engine, sourceId);
  const counted = await rowsCounted(engine, source, asOf);
  const first = firstRows(source, asOf);
  const names = await engine.all<{ role: string; n: number }>(
    sql`select role, count(*)::int as n from raw_value where source_id = ${sourceId} group by role`,
  );
  const distinct = (role: string): number | null => names.find((name) => name.role === role)?.n ?? null;
  return {
    source: key,
    items: counts.items,
    events: counted.n,
    rejected: counts.rejected,
    from: counted.first === null ? null : new Date(counted.first).toISOString(),
    until: counted.last === null ? null : new Date(counted.last).toISOString(),
    states: distinct('state'),
    teams: distinct('team'),
    people: distinct('person') ?? distinct('actor'),
    durationDays: await durationProfile(engine, sourceId, first),
    byTeam: await handoffProfile(engine, sourceId, 'team'),
    byPerson: await handoffProfile(engine, sourceId, 'person'),
    rework: distinct('state') === null ? null : { items: counts.reworked, share: counts.reworked / counts.items },
    elapsedShareByState: await elapsedShares(engine, sourceId, first),
    unmapped: await unmappedNames(engine, sourceId),
  };
};

type Counts = { items: number; rejected: number; reworked: number };

const countsOf = async (engine: Engine, sourceId: number): Promise<Counts> => {
  const row = await engine.one<Counts>(sql`
    select (select count(*)::double from item where source_id = ${sourceId}) as items,
           (select coalesce(sum(rejected), 0)::double from import_run
            where source_id = ${sourceId} and state = 'committed') as rejected,
           (select count(*)::double from item_fact where source_id = ${sourceId} and rework) as reworked`);
  return row ?? { items: 0, rejected: 0, reworked: 0 };
};
