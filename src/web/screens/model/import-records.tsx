import { useState } from 'react';
import { type SuggestedMapping, suggestRecordMapping } from '#api/record-files.ts';
import type { Upload } from '#api/uploads.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { handOver } from '../import/hand-over.ts';
import { DraftedMapping } from './drafted-mapping.tsx';
import { asError, type Proposal, Refusal, useProposal } from './proposal.tsx';
import { recordProposal } from './record-proposal.ts';
import { useEditable } from './records.tsx';

type Drafted = { readonly upload: Upload; readonly draft: NonNullable<SuggestedMapping['draft']> };

/** How one table of an unknown format is thought to be read. What cannot be drafted is refused where it is taken in. */
const draftOf = async ([upload, ...others]: readonly Upload[]): Promise<Drafted | undefined> => {
  if (!upload || others.length > 0) return undefined;
  try {
    const { draft } = await ask(suggestRecordMapping, { upload: upload.upload, name: upload.name });
    return draft ? { upload, draft } : undefined;
  } catch {
    return undefined;
  }
};

/** The drafted table as it is read now; once it is taken in, the draft has done its work. */
const proposalOf = ({ upload, draft }: Drafted, mapping: string, onTaken: () => void): Proposal => {
  const proposal = recordProposal([upload], { format: draft.format, mapping });
  return {
    ...proposal,
    after: () => {
      proposal.after?.();
      onTaken();
    },
  };
};

/** Takes records in from a workbook or from tables. Every field that would change and every row that cannot be is shown first. */
export function ImportRecords() {
  const isEditable = useEditable();
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const [drafted, setDrafted] = useState<Drafted>();
  const { propose, layer, busy, refusal } = useProposal();
  const take = async (files: FileList | null): Promise<void> => {
    if (!files || files.length === 0 || !isEditable) return;
    setFailed(undefined);
    setDrafted(undefined);
    try {
      const uploads = [];
      for (const file of files) uploads.push(await handOver(file, () => undefined).done);
      const unknown = await draftOf(uploads);
      if (unknown) setDrafted(unknown);
      else await propose(recordProposal(uploads));
    } catch (error) {
      setFailed(asError(error));
    }
  };
  return (
    <Card title="Take in records" says="a workbook, tables, a catalogue">
      <label
        className={`drop ${over ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files);
        }}
      >
        <Icon name="upload" />
        <strong>Drop a workbook or tables here</strong>
        <span className="muted">
          An Excel workbook as it is taken along from here, a model in ArchiMate, a catalogue of Backstage or of
          capabilities
        </span>
        <span className="as-button">
          Choose files
          <input
            type="file"
            multiple
            disabled={busy || !isEditable}
            onChange={({ target }) => void take(target.files)}
          />
        </span>
      </label>
      <p className="muted small">
        What a file does not state stays as it stands, and what is taken in can be taken back.
      </p>
      {drafted && (
        <DraftedMapping
          key={drafted.upload.upload}
          name={drafted.upload.name}
          draft={drafted.draft}
          busy={busy}
          look={(mapping) => void propose(proposalOf(drafted, mapping, () => setDrafted(undefined)))}
          onClose={() => setDrafted(undefined)}
        />
      )}
      <Refusal error={failed ?? refusal} />
      {layer}
    </Card>
  );
}
