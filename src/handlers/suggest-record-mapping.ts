import { suggestRecordMapping } from '#api/record-files.ts';
import { Fault } from '#model/fault.ts';
import type { RecordFormat } from '#record-files/define.ts';
import { serve } from './define.ts';
import { rejectedAt } from './found-outcome.ts';
import { bytesOf, draftedMapping, type Held, knownFormat, readHeld } from './record-files.ts';
import type { Room } from './room.ts';

/** As many rejected rows as show what the draft lacks. */
const mostRejects = 20;

export const answerSuggestRecordMapping = serve(suggestRecordMapping, async ({ always, ...given }, room) => {
  const file = { name: given.name, bytes: bytesOf(room, given) };
  const known = always ? undefined : await formatTaking(room, file);
  if (known) return { known: { format: known.id, title: known.title }, draft: null };
  const draft = await draftedMapping(room, file);
  const { read } = await readHeld(room, file, { format: draft.format, mapping: draft.yaml });
  return {
    known: null,
    draft: {
      ...draft,
      sheet: draft.sheet ?? null,
      columns: draft.columns.map((column) => ({ ...column, samples: [...column.samples] })),
      questions: [...draft.questions],
      rows: read.rows,
      rejected: read.rejected.slice(0, mostRejects).map(({ place, ...what }) => rejectedAt(place, what)),
    },
  };
});

/** The format that reads a file without a mapping; none where only its name says so, and no row can be taken by it. */
const formatTaking = async (room: Room, file: Held): Promise<RecordFormat | undefined> => {
  const known = knownFormat(file);
  return known?.byName && !(await takesAny(room, file, known)) ? undefined : known;
};

const takesAny = async (room: Room, file: Held, { id }: RecordFormat): Promise<boolean> => {
  try {
    const { read } = await readHeld(room, file, { format: id });
    return read.records.some(({ body }) => body.key !== undefined);
  } catch (error) {
    if (error instanceof Fault && error.code === 'records-unreadable') return false;
    throw error;
  }
};
