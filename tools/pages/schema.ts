import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openStore } from '#store/open.ts';

/** What each table is for. A table without a sentence here makes no page. */
const meanings: Readonly<Record<string, string>> = {
  change_set: 'Who changed something, when, why, and through which door; one row for everything that changed together.',
  record_version: `What a record was, from one change set until another. The body is JSON; a version without one says that the record
was closed. The version without an end stands now.`,
  setting: 'What the program keeps for itself.',
  stated_record:
    'What the model files said of a record when they were last applied: by it an edit in the store is told from one in a file.',
  store_migration: 'The steps this database has taken.',
  store_migration_lock: 'Held while steps are taken.',
  writer_turn: 'One row, which a writer holds until it is done: the number and instant of the last change set.',
};

/** Where the page stands. */
export const schemaFile = join(import.meta.dirname, '..', '..', 'docs', 'reference', 'schema.md');

/** The page of the record store's tables, read from a database that has just been made. */
export const schemaPage = async (): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-'));
  try {
    const sqlite = join(folder, 'records.sqlite');
    await (await openStore({ sqlite })).close();
    using db = new DatabaseSync(sqlite, { readOnly: true });
    return `${[head, ...tablesOf(db).map((table) => sectionOf(db, table))].join('\n\n')}\n`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const head = `# Tables of the record store

Made by \`node tools/pages/schema.ts\` from the database that the steps in \`src/store/migrations\` make. PostgreSQL has the
same tables, columns and constraints.`;

const tablesOf = (db: DatabaseSync): string[] =>
  texts(db, "select name from sqlite_schema where type = 'table' order by name");

const sectionOf = (db: DatabaseSync, table: string): string => {
  const made = texts(
    db,
    'select sql from sqlite_schema where tbl_name = ? and sql is not null order by type desc, name',
    table,
  );
  const meaning = meanings[table];
  if (meaning === undefined) throw new Error(`tools/pages/schema.ts has no sentence for the table ${table}`);
  return [
    `## ${table}`,
    meaning,
    ['```sql', ...made.map((statement) => `${spread(statement)};`), '```'].join('\n'),
  ].join('\n\n');
};

const texts = (db: DatabaseSync, query: string, ...values: string[]): string[] =>
  db
    .prepare(query)
    .all(...values)
    .map((row) => String(Object.values(row)[0]));

/** One column or constraint a line: commas outside the inner parentheses end a line. */
const spread = (statement: string): string => {
  const plain = statement.replaceAll('"', '').replace(/^[A-Z ]+ /, (words) => words.toLowerCase());
  if (!plain.startsWith('create table')) return plain;
  const open = plain.indexOf('(');
  return `${plain.slice(0, open)}(\n  ${partsOf(plain.slice(open + 1, -1)).join(',\n  ')}\n)`;
};

const partsOf = (list: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const letter of list) {
    depth += Number(letter === '(') - Number(letter === ')');
    if (letter === ',' && depth === 0) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${letter}`);
  }
  return parts.map((part) => part.trim());
};

if (import.meta.main) writeFileSync(schemaFile, await schemaPage());
