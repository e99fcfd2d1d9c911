import { type ImportOutcome, importEvidence } from '#api/evidence.ts';
import type { SourceCard } from '#api/sources.ts';
import { Refused } from '../../ask.ts';
import { useSay } from '../../said.tsx';
import { useWork } from '../../work.tsx';
import { useWords } from '../../workspace.ts';

/** Takes in what is due of a source, also what was taken out again. */
export function ImportNow({ card: { source, files } }: { readonly card: Pick<SourceCard, 'source' | 'files'> }) {
  const say = useSay();
  const words = useWords();
  const { running, run } = useWork();
  const isDue = files.some(({ state }) => state !== 'held');
  const take = async (): Promise<void> => {
    try {
      const answer = await run(importEvidence, { source });
      say({ text: answer === null ? 'The import is done.' : answer.imports.map(said).join(' ') });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: error.message });
    }
  };
  const said = ({ file, what, accepted, rejected }: ImportOutcome): string => {
    if (what === 'unchanged') return `${file} says what is held already.`;
    if (what === 'refused') return `${file} was refused: none of its rows could be read, so the earlier ones stay.`;
    return `${file}: ${words.counted(accepted, 'row')} taken in, ${words.count(rejected)} rejected.`;
  };
  return (
    <button type="button" disabled={running !== undefined} onClick={() => void take()} data-due={isDue || undefined}>
      {isDue ? 'Import now' : 'Import again'}
    </button>
  );
}
