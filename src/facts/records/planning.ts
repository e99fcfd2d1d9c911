import { parseIsoDate } from '#model/calendar/civil.ts';
import { startOfLocalDay, utcToLocalDate } from '#model/calendar/local.ts';
import type { PlanSnapshot } from '#model/plan-snapshot.ts';
import type { OnRecord } from './define.ts';

/** The local day on which figures are read. */
export const todayOf = ({ asOf, timeZone }: Pick<OnRecord, 'asOf' | 'timeZone'>): string =>
  utcToLocalDate(asOf, timeZone);

/** The snapshots taken by that day, in the order of their days. */
export const plansBy = (records: OnRecord): PlanSnapshot[] =>
  records.model.planSnapshots
    .filter(({ on }) => on <= todayOf(records))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The beginning of a day, `later` days after it where told. */
export const beginOf = (day: string, { timeZone }: Pick<OnRecord, 'timeZone'>, later = 0): number =>
  startOfLocalDay(parseIsoDate(day) + later, timeZone);

/** The same of a day that may be left out: null where it is. */
export const beginIfAny = (day: string | undefined, records: Pick<OnRecord, 'timeZone'>): number | null =>
  day === undefined ? null : beginOf(day, records);
