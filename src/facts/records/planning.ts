import { parseIsoDate } from '#model/calendar/civil.ts';
import { startOfLocalDay, utcToLocalDate } from '#model/calendar/local.ts';
import type { PlanSnapshot } from '#model/plan-snapshot.ts';
import type { OnRecord } from './define.ts';

/** What calendar and clock said of some records: hundreds of thousands of amounts and measurements share their days. */
type Days = { today?: string; readonly begins: Map<string, number> };
const asked = new WeakMap<object, Days>();

const daysOf = (records: object): Days => {
  const days = asked.get(records) ?? { begins: new Map<string, number>() };
  asked.set(records, days);
  return days;
};

/** The local day on which figures are read. */
export const todayOf = (records: Pick<OnRecord, 'asOf' | 'timeZone'>): string => {
  const days = daysOf(records);
  days.today ??= utcToLocalDate(records.asOf, records.timeZone);
  return days.today;
};

/** The snapshots taken by that day, in the order of their days. */
export const plansBy = (records: OnRecord): PlanSnapshot[] =>
  records.model.planSnapshots
    .filter(({ on }) => on <= todayOf(records))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

/** The beginning of a day, `later` days after it where told. */
export const beginOf = (day: string, records: Pick<OnRecord, 'timeZone'>, later = 0): number => {
  const { begins } = daysOf(records);
  const known = later === 0 ? begins.get(day) : undefined;
  const begin = known ?? startOfLocalDay(parseIsoDate(day) + later, records.timeZone);
  if (later === 0) begins.set(day, begin);
  return begin;
};

/** The same of a day that may be left out: null where it is. */
export const beginIfAny = (day: string | undefined, records: Pick<OnRecord, 'timeZone'>): number | null =>
  day === undefined ? null : beginOf(day, records);
