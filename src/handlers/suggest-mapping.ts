import { suggestMapping } from '#api/evidence.ts';
import { suggest } from '#importers/csv/suggest.ts';
import { serve } from './define.ts';

export const answerSuggestMapping = serve(suggestMapping, async ({ file }, room) => {
  room.surroundings.progress(`looking at ${file}`);
  const { yaml, questions } = await suggest(file);
  return { yaml, questions: [...questions] };
});
