import { useState } from 'react';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { handOver } from '../import/hand-over.ts';
import { asError, Refusal, useProposal } from './proposal.tsx';
import { recordProposal } from './record-proposal.ts';
import { useEditable } from './records.tsx';

/** Takes records in from a workbook or from tables. Every field that would change and every row that cannot be is shown first. */
export function ImportRecords() {
  const isEditable = useEditable();
  const [over, setOver] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const { propose, layer, busy, refusal } = useProposal();
  const take = async (files: FileList | null): Promise<void> => {
    if (!files || files.length === 0 || !isEditable) return;
    setFailed(undefined);
    try {
      const uploads = [];
      for (const file of files) uploads.push(await handOver(file, () => undefined).done);
      await propose(recordProposal(uploads));
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
        <span className="muted">An Excel workbook as it is taken along from here, or files of other tools</span>
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
      <Refusal error={failed ?? refusal} />
      {layer}
    </Card>
  );
}
