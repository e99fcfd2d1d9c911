import { suggestRecordMapping } from '#api/record-files.ts';
import { serve } from './define.ts';
import { rejectedAt } from './found-outcome.ts';
import { bytesOf, draftedMapping, knownFormat, readHeld } from './record-files.ts';

/** As many rejected rows as show what the draft lacks. */
const mostRejects = 20;

export const answerSuggestRecordMapping = serve(suggestRecordMapping, async ({ always, ...given }, room) => {
  const file = { name: given.name, bytes: bytesOf(room, given) };
  const known = always ? undefined : knownFormat(file);
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
