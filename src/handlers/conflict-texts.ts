import type { Conflict } from '#api/model.ts';
import type { Change } from '#store/history.ts';
import type { Store } from '#store/open.ts';
import type { Conflict as Found } from '#workspace/apply.ts';
import type { Clash, Taken } from '#workspace/merged.ts';
import type { Room } from './room.ts';

/** Conflicts as they are shown: with who edited the store and when, and with the place in the file. */
export const conflictTexts = async (
  room: Room,
  store: Store,
  conflicts: readonly Found[],
  taken: Taken | undefined,
): Promise<Conflict[]> => {
  const told: Conflict[] = [];
  for (const { kind, design, key, clashes } of conflicts) {
    const changes = await store.history({ kind, design, key });
    const fields = clashes.map((clash) => fieldOf(room, { kind, design, key }, clash, changes));
    told.push({ kind, design, key, taken: taken ?? null, fields });
  }
  return told;
};

type Id = Pick<Found, 'kind' | 'design' | 'key'>;

const fieldOf = (room: Room, id: Id, clash: Clash, changes: readonly Change[]): Conflict['fields'][number] => {
  const { field } = clash;
  const edit =
    changes.find(({ fields }) => field === undefined || fields.some((each) => each.field === field)) ?? changes[0];
  const place = room.workspace.placeOf(id, field);
  const at = place ? `${place.file}:${place.line}` : 'the files';
  const by = edit ? ` (${edit.actor}, ${edit.at})` : '';
  const what = field === undefined ? '' : ` ${field}`;
  return {
    field: field ?? null,
    inStore: clash.store,
    inFiles: clash.files,
    editedBy: edit?.actor ?? null,
    editedAt: edit?.at ?? null,
    file: place?.file ?? null,
    line: place?.line ?? null,
    text: `${id.kind} ${id.key}${what}: ${shown(clash.store)} in the store${by}, ${shown(clash.files)} in ${at}`,
  };
};

const longest = 80;

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};
