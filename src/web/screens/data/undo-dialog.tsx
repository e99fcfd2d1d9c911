import { type ImportRun, importEvidence, undoImport } from '#api/evidence.ts';
import { Refused } from '../../ask.ts';
import { Layer } from '../../parts/layer.tsx';
import { useSay } from '../../said.tsx';
import { useWork } from '../../work.tsx';
import { useWords } from '../../workspace.ts';
import { outcomeWords } from './outcome-words.ts';

type Props = { readonly run: ImportRun; readonly onClose: () => void };

/** Says what taking an import out again does, before it is done. */
export function UndoDialog({ run: { run: id, source, file, accepted, replaces }, onClose }: Props) {
  const words = useWords();
  const say = useSay();
  const { run } = useWork();
  const orderly = async <T,>(work: () => Promise<T>, done: (answer: T) => Parameters<typeof say>[0]): Promise<void> => {
    try {
      say(done(await work()));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: error.message });
    }
  };
  const again = (): void =>
    void orderly(
      () => run(importEvidence, { source, file }),
      (answer) => ({ text: answer?.imports.map((each) => outcomeWords(words, each)).join(' ') || `${file} is gone.` }),
    );
  const undo = (): void => {
    onClose();
    void orderly(
      () => run(undoImport, { run: id }),
      () => ({ text: `Import ${id} is undone: ${words.counted(accepted, 'row')} taken out.`, undo: again }),
    );
  };
  return (
    <Layer title={`Undo import ${id}?`} onClose={onClose}>
      <p>
        {words.counted(accepted, 'row')} of <code>{file}</code> are taken out of all figures, and nothing of them is
        kept. What other imports brought stays.
      </p>
      <p>
        The file stays out until somebody imports it on purpose; imported again it gives the same rows, as long as it is
        the same.
      </p>
      {replaces !== null && <p>Import {replaces}, the earlier version of the file, does not come back.</p>}
      <div className="buttons">
        <button type="button" className="danger" onClick={undo}>
          Undo the import
        </button>
        <button type="button" data-first onClick={onClose}>
          Keep it
        </button>
      </div>
    </Layer>
  );
}
