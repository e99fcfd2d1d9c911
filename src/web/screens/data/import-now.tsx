import { importEvidence } from '#api/evidence.ts';
import type { SourceCard } from '#api/sources.ts';
import { Refused } from '../../ask.ts';
import { useSay } from '../../said.tsx';
import { useWork } from '../../work.tsx';
import { useWords } from '../../workspace.ts';
import { outcomeWords } from './outcome-words.ts';

/** Takes in what is due of a source, also what was taken out again. */
export function ImportNow({ card: { source, files } }: { readonly card: Pick<SourceCard, 'source' | 'files'> }) {
  const say = useSay();
  const words = useWords();
  const { running, run } = useWork();
  const isDue = files.some(({ state }) => state !== 'held');
  const take = async (): Promise<void> => {
    try {
      const answer = await run(importEvidence, { source });
      say({
        text:
          answer === null ? 'The import is done.' : answer.imports.map((each) => outcomeWords(words, each)).join(' '),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: error.message });
    }
  };
  return (
    <button type="button" disabled={running !== undefined} onClick={() => void take()} data-due={isDue || undefined}>
      {isDue ? 'Import now' : 'Import again'}
    </button>
  );
}
