import { Fault } from '#model/fault.ts';
import { canonical } from './canonical.ts';
import { type Body, idText, type RecordId } from './record.ts';

/**
 * What a record shall be; null closes it.
 *
 * `expected` is the version the writer read, 0 for a record that was not there; when another stands by now, the whole
 * write is refused. Left out, the last writer wins.
 */
export type Write = RecordId & { readonly body: Body | null; readonly expected?: number };

/** What became of a record. */
export type Turn = 'opened' | 'changed' | 'closed';

/** The newest version of a record, closed or not. */
export type Tip = RecordId & { readonly version: number; readonly body: string | null };

/** A version that has to be written. */
export type Step = Tip & { readonly what: Turn };

/**
 * The versions that have to be written so that everything is as the writes say.
 *
 * A write that asks for what already stands needs none, and is no conflict either: sending the same change twice, after
 * an answer that got lost, does no harm.
 */
export const planned = (tips: readonly Tip[], writes: readonly Write[]): Step[] => {
  const standing = new Map(tips.map((tip) => [idText(tip), tip]));
  refuseTwice(writes);
  return writes.flatMap((write) => stepOf(standing.get(idText(write)), write) ?? []);
};

const stepOf = (tip: Tip | undefined, { kind, design, key, body, expected }: Write): Step | undefined => {
  const before = tip?.body ?? null;
  const after = body === null ? null : canonical(body);
  if (after === before) return undefined;
  const found = tip === undefined || before === null ? 0 : tip.version;
  if (expected !== undefined && expected !== found) {
    throw new Fault('store-conflict', { kind, key, expected, found });
  }
  return { kind, design, key, version: (tip?.version ?? 0) + 1, body: after, what: turnOf(before, after) };
};

const turnOf = (before: string | null, after: string | null): Turn => {
  if (after === null) return 'closed';
  return before === null ? 'opened' : 'changed';
};

const refuseTwice = (writes: readonly Write[]): void => {
  const seen = new Set<string>();
  for (const write of writes) {
    if (seen.has(idText(write))) throw new TypeError(`One write says two things about ${write.kind} ${write.key}`);
    seen.add(idText(write));
  }
};
