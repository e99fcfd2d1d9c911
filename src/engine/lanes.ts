import type { DuckDBConnection } from '@duckdb/node-api';

/** Connections of which whoever comes first takes the one that is free. */
export class Lanes {
  readonly #all: readonly DuckDBConnection[];
  readonly #free: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];

  constructor(connections: readonly DuckDBConnection[]) {
    this.#all = connections;
    this.#free = [...connections];
  }

  async next<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = await this.#take();
    try {
      return await work(connection);
    } finally {
      const waiting = this.#waiting.shift();
      if (waiting) waiting(connection);
      else this.#free.push(connection);
    }
  }

  /** Breaks off what runs on them. */
  interrupt(): void {
    for (const connection of this.#all) connection.interrupt();
  }

  /** Closes them once what runs on them has ended: who waits for several may have gone with the first failure. */
  async close(): Promise<void> {
    const all = await Promise.all(this.#all.map(() => this.#take()));
    for (const connection of all) connection.closeSync();
  }

  #take(): Promise<DuckDBConnection> {
    const connection = this.#free.pop();
    return connection ? Promise.resolve(connection) : new Promise((resolve) => this.#waiting.push(resolve));
  }
}
