import type { Upload } from '#api/uploads.ts';
import { Refusal, useProposal } from '../model/proposal.tsx';
import { recordProposal } from '../model/record-proposal.ts';

/** Files that hold records rather than a log, by their names. */
export const mayHoldRecords = (name: string): boolean => /\.(?:xls[xm]|csv|ya?ml|xml)$/iu.test(name);

/** A file that is no log may be a workbook of records: it is looked at as one, and taken in only after that. */
export function TakeRecords({ upload, name }: Pick<Upload, 'upload' | 'name'>) {
  const { propose, layer, busy, refusal } = useProposal();
  return (
    <>
      <p>It may hold records of the model: initiatives, benefits, capabilities and the like.</p>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void propose(recordProposal([{ upload, name }]))}>
          Look at it as records
        </button>
      </div>
      <Refusal error={refusal} />
      {layer}
    </>
  );
}
