import { suggestMapping } from '#api/evidence.ts';
import { serve } from './define.ts';
import { importerFor } from './importers.ts';

export const answerSuggestMapping = serve(suggestMapping, async ({ file }, room) => {
  room.surroundings.progress(`looking at ${file}`);
  const { yaml, questions } = await importerFor(file).suggest(file);
  return { yaml, questions: questions.map(({ text }) => text) };
});
