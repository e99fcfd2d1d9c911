import { listRecords } from '#api/records.ts';
import { kinds, ofNoDesign } from '#model/records.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { kindCalled } from './record-id.ts';
import { designAmong, designsIn, recordsAt } from './records-at.ts';

export const answerListRecords = serve(listRecords, async ({ kinds: asked, asOf, limit, offset, ...rest }, room) => {
  const applied = await broughtUp(room);
  const { records, instant, notices } = await recordsAt(room, asOf);
  const designs = designsIn(records, instant, room.workspace.configuration.timeZone);
  const design = designAmong(designs, rest.design);
  const wanted = asked?.map(kindCalled);
  const own = records.filter((record) => record.design === ofNoDesign || record.design === design);
  const counts = Object.fromEntries(kinds.map((kind) => [kind, own.filter((record) => record.kind === kind).length]));
  const listed = own.filter(({ kind }) => kind !== 'response' && (wanted?.includes(kind) ?? true));
  return {
    design,
    designs,
    counts,
    records: listed.slice(offset, offset + limit).map(({ kind, design: of, key, version, body }) => ({
      kind,
      design: of,
      key,
      name: typeof body.name === 'string' ? body.name : key,
      version,
      body: { ...body },
    })),
    total: listed.length,
    notices: [...notices, ...noticesOf(applied)],
  };
});
