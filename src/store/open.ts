import { Kysely } from 'kysely';
import { type StoreAddress, spoken } from './address.ts';
import { type Change, type HistoryFilter, history, lastChange, lastChangeBut } from './history.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Write } from './plan.ts';
import { postgresDialect } from './postgres.ts';
import { asOf, current } from './read.ts';
import type { StoredRecord, VersionedRecord } from './record.ts';
import { keepSetting, setting } from './setting.ts';
import { sqliteDialect } from './sqlite.ts';
import { type Stated, stated } from './stated.ts';
import type { Tables } from './tables.ts';
import { faultOf } from './trouble.ts';
import { type Occasion, type Written, write } from './write.ts';

/** The words of the operating model, and how they came to be what they are. */
export type Store = {
  /** The records that stand now, of one design or of all, in order of design, kind and key. */
  readonly current: (design?: string) => Promise<VersionedRecord[]>;
  /** The records that stood at an instant, changes of that very instant included. */
  readonly asOf: (instant: string, design?: string) => Promise<VersionedRecord[]>;
  /** What the files said of each record when they were last applied. */
  readonly stated: () => Promise<StoredRecord[]>;
  /**
   * Makes every record as the writes say, and keeps what the files say by now, all of it or nothing; where no record
   * differs, there is no change set.
   *
   * `known` is the number of the last change that the writer's checks knew of: where another one stands by now, nothing is
   * written. A rule that speaks of several records, such as shares that are at most a whole, holds by this alone.
   */
  readonly write: (
    occasion: Occasion,
    writes: readonly Write[],
    stated?: readonly Stated[],
    known?: number,
  ) => Promise<Written>;
  /** What was changed, newest first. */
  readonly history: (filter?: HistoryFilter) => Promise<Change[]>;
  /** The number of the last change set; 0 before the first. */
  readonly lastChange: () => Promise<number>;
  /** The number of the last change set that touched a record of any kind but this one; 0 before the first. */
  readonly lastChangeBut: (kind: string) => Promise<number>;
  readonly setting: (key: string) => Promise<string | undefined>;
  /** Keeps a value under a key; null forgets it. */
  readonly keepSetting: (key: string, value: string | null) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the records at an address, making or renewing its tables first. */
export const openStore = async (address: StoreAddress): Promise<Store> => {
  const db = new Kysely<Tables>({
    dialect: 'sqlite' in address ? sqliteDialect(address.sqlite) : postgresDialect(address.postgres),
  });
  const told = async <Answer>(ask: Promise<Answer>): Promise<Answer> => {
    try {
      return await ask;
    } catch (error) {
      throw faultOf(error, address);
    }
  };
  try {
    await told(migrate(db, spoken(address), migrations));
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    current: (design) => told(current(db, design)),
    asOf: (instant, design) => told(asOf(db, instant, design)),
    stated: () => told(stated(db)),
    write: (occasion, writes, said, known) => told(write(db, occasion, writes, said, known)),
    history: (filter) => told(history(db, filter)),
    lastChange: () => told(lastChange(db)),
    lastChangeBut: (kind) => told(lastChangeBut(db, kind)),
    setting: (key) => told(setting(db, key)),
    keepSetting: (key, value) => told(keepSetting(db, key, value)),
    close: () => db.destroy(),
  };
};
