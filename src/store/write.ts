import type { Kysely, Transaction } from 'kysely';
import { Fault } from '#model/fault.ts';
import { instantOf } from './instant.ts';
import { planned, type Step, type Tip, type Turn, type Write } from './plan.ts';
import type { RecordId } from './record.ts';
import { keepStated, type Stated } from './stated.ts';
import type { Tables } from './tables.ts';

/** Who changes something, when, why, and through which door (`cli`, `web`, `workspace`, …). */
export type Occasion = {
  readonly actor: string;
  /** True when the actor signed in; a name typed on a command line is a claim. Left out, it is false. */
  readonly actorVerified?: boolean;
  readonly at: string;
  readonly reason: string;
  readonly via: string;
};

/** What a write changed. Without a change there is no change set, so no number and no instant. */
export type Written = {
  readonly changeSet: number | null;
  readonly recordedAt: string | null;
  readonly changed: readonly (RecordId & { readonly version: number; readonly what: Turn })[];
};

const nothing: Written = { changeSet: null, recordedAt: null, changed: [] };

/** Rows in one statement: a database allows some 30,000 values in one, and 1,000 alternatives in one condition. */
const batch = 200;

/**
 * Makes every record as the writes say, all of them or none, as one change set; with it goes what the files say by now.
 *
 * Files that came to say what stands already change no record: then there is nothing but that to keep. Where `known` is
 * told and is not the last change any more, what was checked may not hold any more, and all of it is refused.
 */
export const write = async (
  db: Kysely<Tables>,
  occasion: Occasion,
  writes: readonly Write[],
  stated: readonly Stated[] = [],
  known?: number,
): Promise<Written> => {
  const at = instantOf(occasion.at);
  const transaction = await db.startTransaction().execute();
  try {
    const turn = await takeTurn(transaction, at);
    const steps = planned(await tipsOf(transaction, writes), writes);
    if (steps.length === 0 && stated.length === 0) {
      await transaction.rollback().execute();
      return nothing;
    }
    const found = turn.number - 1;
    if (known !== undefined && known !== found) throw new Fault('store-moved', { known, found });
    await keepStated(transaction, stated);
    if (steps.length === 0) {
      await giveTurnBack(transaction);
      await transaction.commit().execute();
      return nothing;
    }
    await record(transaction, turn, occasion, steps);
    await transaction.commit().execute();
    const changed = steps.map(({ kind, design, key, version, what }) => ({ kind, design, key, version, what }));
    return { changeSet: turn.number, recordedAt: turn.recordedAt, changed };
  } catch (error) {
    // A rollback that fails as well (the connection is gone) must not hide why it was needed.
    if (!transaction.isCommitted && !transaction.isRolledBack) {
      await transaction
        .rollback()
        .execute()
        .catch(() => undefined);
    }
    throw error;
  }
};

type Place = { readonly number: number; readonly recordedAt: string };

/**
 * Waits until no one else writes, then gives the next number.
 *
 * The row is held until the transaction ends, so numbers are committed in their order. A clock that runs behind the last
 * writer's is moved up to it: otherwise a late change would appear in a past that somebody has already read.
 */
const takeTurn = async (transaction: Transaction<Tables>, at: string): Promise<Place> => {
  const { last_change: number, last_recorded_at: last } = await transaction
    .updateTable('writer_turn')
    .set((eb) => ({ last_change: eb('last_change', '+', 1) }))
    .returning(['last_change', 'last_recorded_at'])
    .executeTakeFirstOrThrow();
  return { number, recordedAt: at > last ? at : last };
};

const giveTurnBack = async (transaction: Transaction<Tables>): Promise<void> => {
  await transaction
    .updateTable('writer_turn')
    .set((eb) => ({ last_change: eb('last_change', '-', 1) }))
    .execute();
};

const tipsOf = async (transaction: Transaction<Tables>, ids: readonly RecordId[]): Promise<Tip[]> => {
  const tips: Tip[] = [];
  for (const some of batches(ids)) {
    const rows = await transaction
      .selectFrom('record_version')
      .select(['kind', 'design', 'key', 'version', 'body'])
      .where('until_change', 'is', null)
      .where((eb) => eb.or(some.map(({ kind, design, key }) => eb.and({ kind, design, key }))))
      .execute();
    tips.push(...rows);
  }
  return tips;
};

const record = async (
  transaction: Transaction<Tables>,
  { number, recordedAt }: Place,
  { actor, actorVerified = false, reason, via }: Occasion,
  steps: readonly Step[],
): Promise<void> => {
  await transaction.updateTable('writer_turn').set({ last_recorded_at: recordedAt }).execute();
  await transaction
    .insertInto('change_set')
    .values({ id: number, actor, actor_verified: actorVerified ? 1 : 0, recorded_at: recordedAt, reason, via })
    .execute();
  for (const some of batches(steps.filter(({ version }) => version > 1))) {
    await transaction
      .updateTable('record_version')
      .set({ until_change: number })
      .where('until_change', 'is', null)
      .where((eb) => eb.or(some.map(({ kind, design, key }) => eb.and({ kind, design, key }))))
      .execute();
  }
  for (const some of batches(steps)) {
    const rows = some.map(({ kind, design, key, version, body }) => ({
      kind,
      design,
      key,
      version,
      body,
      from_change: number,
      until_change: null,
    }));
    await transaction.insertInto('record_version').values(rows).execute();
  }
};

const batches = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, n) => rows.slice(n * batch, (n + 1) * batch));
