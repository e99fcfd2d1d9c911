import { useState } from 'react';
import { exportWorkbook } from '#api/record-files.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { save } from '../../save.ts';
import { useView } from '../../view.ts';
import { asError, Refusal } from './proposal.tsx';
import { useListed } from './records.tsx';

/** All records as one workbook, to be edited and dropped here again. */
export function ExportWorkbook() {
  const { design } = useListed();
  const { asOf } = useView();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const take = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      const { name, content } = await ask(exportWorkbook, { design: design ?? undefined, asOf });
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      save(name, new Blob([bytes], { type: workbookType }));
    } catch (error) {
      setFailed(asError(error));
    }
    setBusy(false);
  };
  return (
    <Card title="Take along a workbook" says="Excel, a sheet for each kind of record">
      <p>Edit it, add rows, and drop it here again: what changes is shown before it does.</p>
      <div className="buttons">
        <button type="button" disabled={busy} onClick={() => void take()}>
          <Icon name="download" /> Export workbook
        </button>
      </div>
      <Refusal error={failed} />
    </Card>
  );
}

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
