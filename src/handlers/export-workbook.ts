import { exportWorkbook } from '#api/record-files.ts';
import { Fault } from '#model/fault.ts';
import { type ModelKind, ofNoDesign } from '#model/records.ts';
import { workbookOf } from '#record-files/workbook/write.ts';
import { byId } from '#store/record.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { kindCalled } from './record-id.ts';
import { designAmong, designsIn, recordsAt } from './records-at.ts';

export const answerExportWorkbook = serve(exportWorkbook, async ({ kinds: asked, design: named, asOf }, room) => {
  const kinds = asked?.map(shownKind);
  const applied = await broughtUp(room);
  const { name, timeZone } = room.workspace.configuration;
  const { records, instant, notices } = await recordsAt(room, asOf);
  const design = designAmong(designsIn(records, instant, timeZone), named);
  const own = records.filter((record) => record.design === ofNoDesign || record.design === design);
  const about = { workspace: name, design: design ?? undefined, asOf: instant, kinds };
  const { bytes, sheets } = workbookOf(own.filter(({ kind }) => kind !== 'response').toSorted(byId), about);
  return {
    name: `${(design ?? 'records').slice(0, 60)}-${instant.slice(0, 10)}.xlsx`,
    content: Buffer.from(bytes).toString('base64'),
    bytes: bytes.length,
    sheets: [...sheets],
    notices: [...notices, ...noticesOf(applied)],
  };
});

const shownKind = (kind: string): ModelKind => {
  const known = kindCalled(kind);
  if (known !== 'response') return known;
  const expected = 'another kind: answers to surveys never leave the workspace';
  throw new Fault('input-refused', { field: 'kinds', found: JSON.stringify(kind), expected });
};
