import { exportArchimate } from '#api/record-files.ts';
import { slugOf } from '#model/key.ts';
import { ofNoDesign } from '#model/records.ts';
import { emptyModel, modelledKinds, type Onto } from '#record-files/archimate/export.ts';
import { type Earlier, nameOf } from '#record-files/archimate/withdrawn.ts';
import type { Change } from '#store/history.ts';
import { byId } from '#store/record.ts';
import { broughtUp } from './applying.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { bytesOf, mappingOf, writtenModel } from './record-files.ts';
import { designAmong, designsIn, recordsAt } from './records-at.ts';
import type { Room } from './room.ts';

type Given = NonNullable<Parameters<typeof bytesOf>[1]> & { readonly mapping?: unknown };

export const answerExportArchimate = serve(exportArchimate, async ({ onto, known, design: named, asOf }, room) => {
  const applied = await broughtUp(room);
  const { name, timeZone } = room.workspace.configuration;
  const { records, instant, notices } = await recordsAt(room, asOf);
  const design = designAmong(designsIn(records, instant, timeZone), named);
  const own = records
    .filter((record) => record.design === ofNoDesign || record.design === design)
    .filter(({ kind }) => modelledKinds.includes(kind))
    .toSorted(byId);
  const file = onto ? givenFile(room, onto) : { name: 'the new model', bytes: emptyModel(slugOf(name) ?? 'all', name) };
  const { bytes, ...told } = await writtenModel({
    onto: file,
    records: own,
    design: design ?? '',
    scope: known ? 'known' : 'all',
    earlier: onto ? await earlierIn(room, design, instant) : new Map(),
  });
  return {
    name: onto?.name ?? `${(slugOf(name) ?? 'records').slice(0, 60)}-${instant.slice(0, 10)}.xml`,
    content: Buffer.from(bytes).toString('base64'),
    bytes: bytes.length,
    ...told,
    notices: [...notices, ...noticesOf(applied)],
  };
});

const givenFile = (room: Room, given: Given): Onto => ({
  name: given.name,
  bytes: bytesOf(room, given),
  mapping: mappingOf(given.mapping),
});

/** What records that a model can say had said by an instant, before they were changed or closed. */
const earlierIn = async (room: Room, design: string | null, instant: string): Promise<Earlier> => {
  const store = await room.store();
  const changes = await Promise.all(modelledKinds.map((kind) => store.history({ kind, fromVersion: 2 })));
  const own = changes
    .flat()
    .filter(({ what, at }) => what !== 'opened' && at <= instant)
    .filter((change) => change.design === ofNoDesign || change.design === design)
    .map((change) => ({ name: nameOf(change), said: saidBefore(change) }));
  return new Map([...Map.groupBy(own, ({ name }) => name)].map(([name, all]) => [name, all.map(({ said }) => said)]));
};

const saidBefore = ({ fields }: Change) =>
  Object.fromEntries(fields.flatMap((each) => ('from' in each ? [[each.field, each.from]] : [])));
