import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBResult,
  type JS,
} from '@duckdb/node-api';
import { damageIn } from './damage.ts';
import { fromGroups, type Group } from './groups-of.ts';
import { Lanes } from './lanes.ts';
import { numbersOf } from './numbers-of.ts';
import { type Sql, sql } from './sql.ts';

/** How much of the machine the engine may use. */
export type EngineLimits = { readonly threads?: number; readonly memory?: string; readonly spill?: string };

/** One for each processor that plans, and one whose answer is being read. */
const mostLanes = 3;

/** One row of an answer, by column name. Counts arrive as numbers because the statements cast them. */
export type Row = Readonly<Record<string, JS>>;

/**
 * The analytic store: evidence and the facts made from it.
 *
 * One engine per file and process: the database would open a second one silently and the two would overwrite each
 * other. Statements are values of the `sql` tag; there is no way to hand in text.
 */
export class Engine {
  readonly #path: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  /** Where statements of this engine run: on its one connection, or on whichever of several is free. */
  readonly #lanes: Lanes | undefined;
  /** How a table is made that is gone with the engine and seen by all that asks it, and where it stands then. */
  readonly scratch: { readonly create: Sql; readonly place: Sql };
  /** Whether all that is written is to be taken back. */
  #tries = false;
  /** Whether it was told to stop; known to all that runs side by side. */
  readonly #told: { stop: boolean };
  /** Where whoever asks the one connection waits: a statement that begins on it ends what is not answered yet. */
  #turn: Promise<unknown> = Promise.resolve();
  /** What runs side by side at the moment. */
  #beside: Lanes | undefined;

  private constructor(
    path: string,
    instance: DuckDBInstance,
    connection: DuckDBConnection,
    lanes?: Lanes,
    told = { stop: false },
  ) {
    this.#path = path;
    this.#instance = instance;
    this.#connection = connection;
    this.#lanes = lanes;
    this.#told = told;
    this.scratch = lanes
      ? { create: sql`create or replace table`, place: sql`scratch` }
      : { create: sql`create or replace temp table`, place: sql`temp` };
  }

  /** Opens the file, or an engine that lives in memory only when no path is given. */
  static async open(path = ':memory:', limits: EngineLimits = {}): Promise<Engine> {
    const instance = await openInstance(path, {
      threads: String(limits.threads ?? 2),
      memory_limit: limits.memory ?? '1500MB',
      preserve_insertion_order: 'true',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      // Of rows that are not committed yet the planner thinks that there are none, and would go through all of them for each.
      asof_loop_join_threshold: '0',
      ...(limits.spill ? { temp_directory: limits.spill } : {}),
    });
    const connection = await instance.connect();
    // It takes a seventh of the time to store a log, and saves a third of its space.
    await connection.run("set disabled_compression_methods = 'fsst'");
    return new Engine(path, instance, connection);
  }

  /**
   * Lets the work ask many things at once: to plan a statement is most of what it takes to answer a small one, and one
   * connection plans one at a time.
   *
   * What it is given has several connections and no transactions: it is for questions, and for tables in `scratch` to ask them
   * of. Where all that is written is to be taken back, only the one connection that wrote it sees it.
   */
  async sideBySide<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
    if (this.#tries || this.#lanes) return work(this);
    await this.#connection.run("attach if not exists ':memory:' as scratch");
    const lanes = new Lanes(await Promise.all(Array.from({ length: mostLanes }, () => this.#instance.connect())));
    this.#beside = lanes;
    try {
      return await work(new Engine(this.#path, this.#instance, this.#connection, lanes, this.#told));
    } finally {
      this.#beside = undefined;
      await lanes.close();
    }
  }

  async run(statement: Sql): Promise<void> {
    await this.#execute(statement);
  }

  /**
   * Runs a statement that writes very many rows, whose order in the table does not matter.
   *
   * To keep rows in order the threads wait for each other, and for memory: more than half of the time, and of the disk.
   */
  async runUnordered(statement: Sql): Promise<void> {
    // A connection of its own, because one whose transaction has failed takes no settings either.
    const settings = await this.#instance.connect();
    try {
      await settings.run('set global preserve_insertion_order = false');
      await this.#execute(statement);
    } finally {
      await settings.run('set global preserve_insertion_order = true');
      settings.closeSync();
    }
  }

  /** All rows of an answer; for answers that fit in memory. */
  async all<T extends Row = Row>(statement: Sql): Promise<T[]> {
    const result = await this.#execute(statement);
    const rows = await result.getRowObjectsJS();
    // The columns of an answer are known to the one who wrote the statement, not to the library.
    return rows as T[];
  }

  /** The only row of an answer, or undefined. */
  async one<T extends Row = Row>(statement: Sql): Promise<T | undefined> {
    const rows = await this.all<T>(statement);
    return rows[0];
  }

  /** The row of an answer that always has one, as what many rows come to has. */
  async only<T extends Row = Row>(statement: Sql): Promise<T> {
    const row = await this.one<T>(statement);
    if (!row) throw new Error('no row came where there always is one');
    return row;
  }

  /** The answer column by column, as plain numbers, texts, booleans and nulls; for answers of up to a few million rows. */
  async columns(statement: Sql): Promise<unknown[][]> {
    const result = await this.#execute(statement);
    const columns = Array.from({ length: result.columnCount }, (): unknown[] => []);
    for (const chunk of await result.fetchAllChunks()) {
      for (const [index, column] of columns.entries()) {
        const vector = chunk.getColumnVector(index);
        for (let row = 0; row < vector.itemCount; row++) column.push(vector.getItem(row));
      }
    }
    return columns;
  }

  /**
   * An answer of numbers alone, none of them null, into arrays: `room` hands out one for each column once the number of
   * rows is known. Answers that number.
   *
   * It is never handed out bit by bit: the next statement of any kind, even a writer that fills up, would end such an
   * answer early and say nothing.
   */
  async numbers(statement: Sql, room: (rows: number) => readonly (Int32Array | Float64Array)[]): Promise<number> {
    const result = await this.#execute(statement);
    const chunks = await result.fetchAllChunks();
    const rows = chunks.reduce((sum, chunk) => sum + chunk.rowCount, 0);
    const columns = room(rows);
    let at = 0;
    for (const chunk of chunks) {
      for (const [index, column] of columns.entries()) {
        const numbers = numbersOf(chunk.getColumnVector(index));
        if (!numbers) throw new Error(`column ${index} of an answer of numbers is of another type`);
        column.set(numbers, at);
      }
      at += chunk.rowCount;
    }
    return rows;
  }

  /**
   * What is made of an answer of a text and a list of rows of doubles, none of them null. The columns of a group are there
   * until the next one is handed in.
   *
   * All lists of two thousand groups arrive at once, where as many rows by themselves would take a fetch of their own: to
   * get a million rows out of the database takes longer than to find them.
   */
  async groups<T>(statement: Sql, make: (group: Group) => T): Promise<T[]> {
    const result = await this.#execute(statement);
    const chunks = await result.fetchAllChunks();
    return chunks.flatMap((chunk) => fromGroups(chunk, make));
  }

  /** Fills a table, of those that last or of those in `scratch`. */
  async appender(table: string, lasting: 'temporary' | 'kept' = 'kept'): Promise<DuckDBAppender> {
    if (lasting === 'kept') return this.#connection.createAppender(table);
    return this.#connection.createAppender(table, 'main', this.#lanes ? 'scratch' : 'temp');
  }

  /** Has the one connection to itself: to fill a table, which is no statement. Nothing may be asked of the engine in it. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Runs the work in one transaction: all of it is kept, or none. What goes wrong is thrown after the roll-back. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#tries) return work();
    if (this.#lanes) throw new Error('questions side by side have no transaction');
    await this.#connection.run('begin transaction');
    try {
      const answer = await work();
      this.#refuseStopped();
      await this.#connection.run('commit');
      return answer;
    } catch (error) {
      await this.#rollBack();
      throw error;
    }
  }

  /** From here on all that is written is seen, and none of it is kept: until it is taken back, or the engine closes. */
  async tryOut(): Promise<void> {
    await this.#connection.run('begin transaction');
    this.#tries = true;
  }

  async takeBack(): Promise<void> {
    if (!this.#tries) return;
    this.#tries = false;
    await this.#rollBack();
  }

  /** Writes all that the tables hold into a new file. */
  async copyTo(file: string): Promise<void> {
    const [from, to] = [await this.one<{ name: string }>(sql`select current_database() as name`), 'copied'];
    await this.#connection.run(`attach '${file.replaceAll("'", "''")}' as ${to}`);
    await this.#connection.run(`copy from database "${from?.name.replaceAll('"', '""')}" to ${to}`);
    await this.#connection.run(`detach ${to}`);
  }

  /** Breaks off the statement that runs, and refuses every further one: what was begun can only be rolled back. */
  stop(): void {
    this.#told.stop = true;
    this.#connection.interrupt();
    this.#beside?.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }

  /** After an error the database may have rolled back by itself; saying it again is then its only complaint. */
  async #rollBack(): Promise<void> {
    try {
      await this.#connection.run('rollback');
    } catch {
      // Nothing is open any more, which is what was wanted.
    }
  }

  #refuseStopped(): void {
    if (this.#told.stop) throw new Error('the evidence was told to stop');
  }

  async #execute({ statement: { text, parameters } }: Sql): Promise<DuckDBResult> {
    this.#refuseStopped();
    try {
      const run = (connection: DuckDBConnection): Promise<DuckDBResult> =>
        parameters.length === 0 ? connection.run(text) : connection.run(text, [...parameters]);
      return await (this.#lanes ? this.#lanes.next(run) : this.alone(() => run(this.#connection)));
    } catch (error) {
      throw damageIn(this.#path, error);
    }
  }
}

const openInstance = async (path: string, options: Record<string, string>): Promise<DuckDBInstance> => {
  try {
    return await DuckDBInstance.create(path, options);
  } catch (error) {
    throw damageIn(path, error);
  }
};
