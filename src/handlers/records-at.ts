import { closest } from '#model/closest.ts';
import { Design, designInForce } from '#model/design.ts';
import { Fault } from '#model/fault.ts';
import type { ModelKind } from '#model/records.ts';
import type { VersionedRecord } from '#store/record.ts';
import { momentOf } from './days.ts';
import { isOfModel } from './record-id.ts';
import type { Room } from './room.ts';

type Held = VersionedRecord & { readonly kind: ModelKind };

type At = { readonly records: readonly Held[]; readonly instant: string; readonly notices: readonly string[] };

/** As figures of a time before the store are read by the designs of now, its records are those of now; that is told. */
export const recordsAt = async (room: Room, asOf: string | undefined): Promise<At> => {
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

/** The designs among records, and which of them was in force at an instant. */
export const designsIn = (records: readonly Held[], instant: string, timeZone: string) => {
  const designs = records.filter(({ kind }) => kind === 'design').map(({ body }) => Design.parse(body));
  const held = designInForce(designs, instant, timeZone);
  return designs.map((design) => {
    const { key, name, status, from = null, to = null } = design;
    return { key, name, status, from, to, inForce: design === held };
  });
};

/** The design that is meant: the one that is asked for, else the one in force, else the first; null where there is none. */
export const designAmong = (
  designs: readonly { readonly key: string; readonly inForce: boolean }[],
  asked: string | undefined,
): string | null => {
  if (asked === undefined) return (designs.find(({ inForce }) => inForce) ?? designs[0])?.key ?? null;
  if (designs.some(({ key }) => key === asked)) return asked;
  throw unknownDesign(asked, designs);
};

const unknownDesign = (design: string, designs: readonly { readonly key: string }[]): Fault => {
  const known = designs.map(({ key }) => key);
  const expected = known.length === 0 ? 'none: there is no design' : `one of ${known.join(', ')}`;
  const found = JSON.stringify(design);
  return new Fault('input-refused', { field: 'design', found, expected, closest: closest(design, known) });
};
