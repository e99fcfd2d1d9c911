import type { ImportOutcome } from '#api/evidence.ts';
import type { Words } from '#charts/drawing/numbers.ts';

/** What became of a file, in a sentence. */
export const outcomeWords = (words: Words, { file, what, accepted, rejected }: ImportOutcome): string => {
  if (what === 'unchanged') return `${file} says what is held already.`;
  if (what === 'refused') return `${file} was refused: none of its rows could be read, so the earlier ones stay.`;
  return `${file}: ${words.counted(accepted, 'row')} taken in, ${words.count(rejected)} rejected.`;
};
