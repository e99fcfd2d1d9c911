import { suggestRecordMapping } from '#api/record-files.ts';
import { serve } from './define.ts';
import { rejectedAt } from './found-outcome.ts';
import { draftedMapping, knownFormat, readRecordFile } from './record-files.ts';

/** As many rejected rows as show what the draft lacks. */
const mostRejects = 20;

export const answerSuggestRecordMapping = serve(suggestRecordMapping, async ({ always, ...file }, room) => {
  const known = always ? undefined : knownFormat(room, file);
  if (known) return { known: { format: known.id, title: known.title }, draft: null };
  const { lines: _, ...draft } = await draftedMapping(room, file);
  const { read } = await readRecordFile(room, { ...file, format: draft.format, mapping: draft.yaml });
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
