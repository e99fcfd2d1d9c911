import { Fault } from '#model/fault.ts';

/** How the database says that a file of it is not as it was written. Other processes and permissions are no damage. */
const signs = [
  /is not a valid DuckDB database file/u,
  /Corrupt database file/u,
  /Could not read enough bytes from file "[^"]*\.duckdb"/u,
  /database file with version number/u,
  /Serialization Error/u,
  /database has been invalidated/u,
];

/** What a failure of the database is to people: a fault where its file is damaged, and else what it was. */
export const damageIn = (file: string, error: unknown): unknown => {
  if (!(error instanceof Error) || !signs.some((sign) => sign.test(error.message))) return error;
  const [why = ''] = error.message.replace(/^[A-Za-z ]+ Error: /u, '').split(/[.!]*\n|[.!]+$/u);
  return new Fault('evidence-damaged', { file, why });
};
