import { listRecords } from '#api/records.ts';
import { closest } from '#model/closest.ts';
import { Design, designInForce } from '#model/design.ts';
import { Fault } from '#model/fault.ts';
import { kinds, type ModelKind, ofNoDesign } from '#model/records.ts';
import type { VersionedRecord } from '#store/record.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { broughtUp } from './record-edits.ts';
import { isOfModel, kindCalled } from './record-id.ts';
import type { Room } from './room.ts';

type Held = VersionedRecord & { readonly kind: ModelKind };

export const answerListRecords = serve(listRecords, async ({ kinds: asked, asOf, limit, offset, ...rest }, room) => {
  const applied = await broughtUp(room, false);
  const { records, instant, notices } = await recordsAt(room, asOf);
  const designs = designsIn(records, instant, room.workspace.configuration.timeZone);
  const design = rest.design ?? (designs.find(({ inForce }) => inForce) ?? designs[0])?.key ?? null;
  if (rest.design !== undefined && !designs.some(({ key }) => key === rest.design)) {
    throw unknownDesign(rest.design, designs);
  }
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

type At = { readonly records: readonly Held[]; readonly instant: string; readonly notices: readonly string[] };

/** As figures of a time before the store are read by the designs of now, its records are those of now; that is told. */
const recordsAt = async (room: Room, asOf: string | undefined): Promise<At> => {
  const store = await room.store();
  const now = async (): Promise<Held[]> => (await store.current()).filter(isOfModel);
  if (asOf === undefined) {
    return { records: await now(), instant: room.surroundings.now().toISOString(), notices: [] };
  }
  const instant = momentOf(asOf, room.workspace.configuration.timeZone, 'as-of');
  const records = (await store.asOf(instant)).filter(isOfModel);
  if (records.length > 0) return { records, instant, notices: [] };
  const notice = `The store held no record of the model as of ${asOf}: records are shown as they stand now.`;
  return { records: await now(), instant, notices: [notice] };
};

const designsIn = (records: readonly Held[], instant: string, timeZone: string) => {
  const designs = records.filter(({ kind }) => kind === 'design').map(({ body }) => Design.parse(body));
  const held = designInForce(designs, instant, timeZone);
  return designs.map((design) => {
    const { key, name, status, from = null, to = null } = design;
    return { key, name, status, from, to, inForce: design === held };
  });
};

const unknownDesign = (design: string, designs: readonly { readonly key: string }[]): Fault => {
  const known = designs.map(({ key }) => key);
  const expected = known.length === 0 ? 'none: there is no design' : `one of ${known.join(', ')}`;
  const found = JSON.stringify(design);
  return new Fault('input-refused', { field: 'design', found, expected, closest: closest(design, known) });
};
