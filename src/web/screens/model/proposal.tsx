import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { undoChange } from '#api/changes.ts';
import { compareDesigns } from '#api/comparison.ts';
import { applyModel, exportModel, type RecordChange } from '#api/model.ts';
import type { FileOutcome } from '#api/record-files.ts';
import { listRecords, recordHistory, showRecord } from '#api/records.ts';
import { ask, Refused } from '../../ask.ts';
import { useSay } from '../../said.tsx';
import { Review } from './review.tsx';

/** Something that changes records, first shown and then done. */
export type Proposal = {
  readonly title: string;
  /** What the button says that does it, and what is said once it is done. */
  readonly does: string;
  readonly done: string;
  /** The reason for the history, where nobody gives a better one. */
  readonly usual: string;
  readonly make: (asked: { readonly reason: string; readonly dryRun: boolean }) => Promise<Made>;
  readonly after?: () => void;
};

/** What was made, or would be; `files` is what became of the rows of files, where it is made of some. */
type Made = {
  readonly changes: readonly RecordChange[];
  readonly changeSet: number | null;
  readonly files?: readonly FileOutcome[];
};

type Shown = { readonly proposal: Proposal } & Pick<Made, 'changes' | 'files'>;

type Proposing = {
  readonly propose: (proposal: Proposal) => Promise<void>;
  readonly layer: ReactNode;
  readonly busy: boolean;
  readonly refusal: Error | undefined;
};

/** Shows what would change before it is done; what was done can be taken back for as long as it is said. */
export const useProposal = (): Proposing => {
  const [shown, setShown] = useState<Shown>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const done = useDone();

  const propose = async (proposal: Proposal): Promise<void> => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const { changes, files } = await proposal.make({ reason: proposal.usual, dryRun: true });
      setShown({ proposal, changes, ...(files === undefined ? {} : { files }) });
    } catch (error) {
      setRefusal(asError(error));
    }
    setBusy(false);
  };
  const save = async (reason: string): Promise<void> => {
    if (!shown) return;
    try {
      const { changeSet } = await shown.proposal.make({ reason, dryRun: false });
      await done(shown.proposal.done, changeSet);
      shown.proposal.after?.();
    } catch (error) {
      setRefusal(asError(error));
    }
    setShown(undefined);
  };
  const layer = shown && (
    <Review
      {...shown.proposal}
      changes={shown.changes}
      files={shown.files ?? []}
      save={save}
      onClose={() => setShown(undefined)}
    />
  );
  return { propose, layer, busy, refusal };
};

/** Says what was done, with the way back where there is one, and has all that is shown read anew. */
export const useDone = (): ((text: string, changeSet: number | null) => Promise<void>) => {
  const say = useSay();
  const queries = useQueryClient();
  const renew = async (): Promise<void> => {
    await queries.invalidateQueries({ predicate: isOfRecords });
    void queries.invalidateQueries({ predicate: (query) => !isOfRecords(query) });
  };
  const undo = async (changeSet: number): Promise<void> => {
    try {
      await ask(undoChange, { changeSet, reason: `change ${changeSet} taken back` });
      await renew();
      say({ text: 'Taken back: all stands as it stood before.' });
    } catch (error) {
      say({ text: asError(error).message });
    }
  };
  return async (text, changeSet) => {
    say({ text, undo: changeSet === null ? undefined : () => void undo(changeSet) });
    await renew();
  };
};

/** What is asked of records alone is answered at once; figures come after, because facts are made anew for them. */
const isOfRecords = ({ queryKey: [id] }: { readonly queryKey: readonly unknown[] }): boolean =>
  [listRecords, showRecord, recordHistory, compareDesigns, applyModel, exportModel].some((each) => each.id === id);

export const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Why something was refused, as the server told it. */
export function Refusal({ error }: { readonly error: Error | undefined }) {
  if (!error) return null;
  const code = error instanceof Refused ? error.problem.code : undefined;
  return (
    <div className="refusal" role="alert">
      <p>
        <strong>Nothing was changed.</strong>
      </p>
      <pre className="command">{error.message}</pre>
      {code !== undefined && (
        <p className="muted small">
          <code>{code}</code>
        </p>
      )}
    </div>
  );
}
