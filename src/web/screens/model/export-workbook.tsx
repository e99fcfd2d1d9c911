import { exportWorkbook } from '#api/record-files.ts';
import { ask } from '../../ask.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { saveBytes } from '../../save.ts';
import { useView } from '../../view.ts';
import { useDeed } from './deed.ts';
import { Refusal } from './proposal.tsx';
import { useListed } from './records.tsx';

/** All records as one workbook, to be edited and dropped here again. */
export function ExportWorkbook() {
  const { design } = useListed();
  const { asOf } = useView();
  const { busy, failed, run } = useDeed();
  const take = (): Promise<void> =>
    run(async () => {
      const { name, content } = await ask(exportWorkbook, { design: design ?? undefined, asOf });
      saveBytes(name, content, workbookType);
    });
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
