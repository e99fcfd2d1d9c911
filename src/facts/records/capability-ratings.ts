import type { Cell } from '#engine/table-writer.ts';
import { dayNumber } from '#model/calendar/civil.ts';
import { startOfLocalDay } from '#model/calendar/local.ts';
import { linesIn } from '#model/capability-lines.ts';
import type { Day } from '#model/day.ts';
import type { MaturityAssessment } from '#model/maturity-assessment.ts';
import type { OnRecord, RecordTable } from './define.ts';
import { beginIfAny, beginOf, todayOf } from './planning.ts';

/**
 * What every capability was found to be, assessment by assessment, on each scale by itself.
 *
 * A capability that nobody ever assessed on a scale has the levels of the nearest one above it that somebody did:
 * `rated_as`. A level holds from the beginning of its day until that of the next; from `stale_from` on nobody should rely
 * on it.
 */
export const capabilityRatings: RecordTable = {
  name: 'capability_rating',
  columns: {
    capability: 'text',
    rated_as: 'text',
    scale: 'text',
    level: 'double',
    rated: 'double',
    replaced: 'double',
    stale_from: 'double',
  },
  instants: ['rated'],
  rows: (records) => ratingRows(records),
};

type Read = Pick<OnRecord, 'model' | 'timeZone' | 'asOf'>;

export const ratingRows = (records: Read): Cell[][] => {
  const known = records.model.maturityAssessments.filter(({ on }) => on <= todayOf(records));
  const lineOf = linesIn(records.model);
  return [...Map.groupBy(known, ({ scale }) => scale).values()].flatMap((ofScale) => {
    const assessed = Map.groupBy(ofScale, ({ capability }): string => capability);
    return records.model.capabilities.flatMap(({ key }) => {
      const ratedAs = lineOf(key).find((each) => assessed.has(each));
      return ratingsOf(records, key, assessed.get(ratedAs ?? '') ?? []);
    });
  });
};

/** The ratings of a capability on one scale, from the assessments that count for it. */
const ratingsOf = (records: Read, capability: string, assessed: readonly MaturityAssessment[]): Cell[][] => {
  const inOrder = assessed.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  return inOrder.map(({ capability: ratedAs, scale, level, on }, index) => {
    const replaced = beginIfAny(inOrder[index + 1]?.on, records);
    return [capability, ratedAs, scale, level, beginOf(on, records), replaced, yearAfter(on, records)];
  });
};

/** The beginning of the same day a year later; of a leap day, that of the first of March. */
const yearAfter = (day: Day, { timeZone }: Read): number => {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return startOfLocalDay(dayNumber(year + 1, month, dayOfMonth), timeZone);
};
