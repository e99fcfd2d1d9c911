import { compareDesigns } from '#api/comparison.ts';
import { closest } from '#model/closest.ts';
import { Fault } from '#model/fault.ts';
import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { planApply } from '#workspace/apply.ts';
import { type Applied, broughtUp } from './applying.ts';
import { momentOf } from './days.ts';
import { serve } from './define.ts';
import { noticesOf } from './notices.ts';
import { copied } from './record-edits.ts';
import { isOfModel } from './record-id.ts';
import type { Room } from './room.ts';

/**
 * Two designs are compared by what is of a design: the workspace is the same for both. Between two instants its records
 * may differ as well, but for answers to surveys, which are shown of groups only.
 */
export const answerCompareDesigns = serve(compareDesigns, async (asked, room) => {
  const applied = await broughtUp(room);
  const { before: from, after: to = from, beforeAt, afterAt } = asked;
  const [before, after] = [await sideOf(room, applied, from, beforeAt), await sideOf(room, applied, to, afterAt)];
  const withWorkspace = before.at !== after.at;
  const looked = (side: typeof before): ModelRecord[] =>
    side.records
      .filter(({ kind, design }) => kind !== 'response' && (design === from || design === to || withWorkspace))
      .filter(({ design }) => design === ofNoDesign || design === side.design)
      .map((record) => underKey(record, to));
  const { changes, unchanged } = planApply(looked(before), looked(after));
  const told = ({ design, name, at }: typeof before) => ({ design, name, at });
  return {
    before: told(before),
    after: told(after),
    changes: changes.map(copied),
    unchanged,
    notices: noticesOf(applied),
  };
});

const sideOf = async (room: Room, { standing }: Applied, design: string, typed: string | undefined) => {
  const at = typed === undefined ? null : momentOf(typed, room.workspace.configuration.timeZone, 'the instant');
  const records = at === null ? [...standing] : (await (await room.store()).asOf(at)).filter(isOfModel);
  const known = standing.filter(({ kind }) => kind === 'design').map(({ key }) => key);
  const card = records.find(({ kind, key }) => kind === 'design' && key === design);
  if (!card && !known.includes(design)) {
    const expected = `one of ${known.join(', ')}`;
    throw new Fault('input-refused', {
      field: 'design',
      found: JSON.stringify(design),
      expected,
      closest: closest(design, known),
    });
  }
  const name = card?.body.name;
  return { design, name: typeof name === 'string' ? name : design, at, records };
};

/** A record as if it were of another design, so that the same one is met in both. */
const underKey = (record: ModelRecord, design: string): ModelRecord => {
  if (record.design === ofNoDesign) return record;
  if (record.kind !== 'design') return { ...record, design };
  return { ...record, key: design, design, body: { ...record.body, key: design } };
};
