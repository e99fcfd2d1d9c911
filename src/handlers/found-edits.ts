import { type ModelRecord, ofNoDesign } from '#model/records.ts';
import { thawed } from '#model/rules/frozen.ts';
import { idText } from '#store/record.ts';
import { quoted, stepsOf } from '#workspace/problem.ts';
import { checkedTogether, sentenceOf } from '#workspace/standing.ts';
import { peopleNamed } from './found-people.ts';
import {
  type Complaint,
  type ReadRecords,
  recordsOf,
  type Statement,
  saying,
  statementsOf,
} from './found-statements.ts';
import { type Edit, withEdits } from './record-edits.ts';

type Settled = {
  readonly edits: readonly Edit[];
  readonly complaints: readonly Complaint[];
  /** Every statement that was left out: for its own sake, or for that of another in the same row or of the same record. */
  readonly refused: readonly Omit<Statement, 'id'>[];
  /** What cannot be so all the same, because records say it that no file names. */
  readonly problems: readonly string[];
  /** What the files were to state all of and do not name, and what stays all the same, because rows of them are unread. */
  readonly unclosed: readonly Edit[];
};

type Asked = {
  readonly design: string;
  /** Of these kinds the files state all there is: what they do not name is closed. */
  readonly whole: readonly string[];
};

/**
 * The edits by which what stands comes to say what files of records say, as far as it can be so.
 *
 * A row that cannot be taken is left out, with all that it says and all that leans on it; the others are taken. So a slip in
 * one row costs that row and not the file.
 */
export const settled = (files: readonly ReadRecords[], standing: readonly ModelRecord[], asked: Asked): Settled => {
  const stands = new Map(standing.map((record) => [idText(record), record.body]));
  const found = statementsOf(files, asked.design);
  let news: readonly Complaint[] = [...found.complaints, ...peopleNamed(found.statements, files, stands, asked.design)];
  const complaints: Complaint[] = [...news];
  let left = found.statements;
  const out = new Set<Omit<Statement, 'id'>>();
  // A row of which nobody could read whose it is may be that of any record: then nothing is missing for sure.
  const isUnsure = news.length > 0 || files.some(({ read }) => read.rejected.length > 0);
  const unnamed = closed(found.statements, standing, asked);
  const unclosed = isUnsure ? unnamed : [];
  for (;;) {
    left = without(left, news, out);
    const { records, complaints: unfit } = recordsOf(left, stands);
    const gone = new Map(
      [...replaced(records, standing), ...(isUnsure ? [] : unnamed)].map((edit) => [idText(edit), edit]),
    );
    const edits = [...records.map(({ id, body }): Edit => ({ ...id, body })), ...gone.values()];
    const checked = unfit.length > 0 ? { complaints: unfit, problems: [] } : together(left, standing, edits);
    news = checked.complaints;
    if (news.length === 0)
      return { edits, complaints, refused: [...out.values()], problems: checked.problems, unclosed };
    complaints.push(...news);
  }
};

/** What is left of statements once those are gone that were complained of, and whatever shares a row or a record with them. */
const without = (
  statements: readonly Statement[],
  complaints: readonly Complaint[],
  out: Set<Omit<Statement, 'id'>>,
): readonly Statement[] => {
  if (complaints.length === 0) return statements;
  const rows = new Set<string>();
  for (const { statement } of complaints) {
    for (const row of statement.rows) rows.add(row);
    out.add(statement);
  }
  for (let before = -1; before !== rows.size; ) {
    before = rows.size;
    for (const statement of statements) {
      if (!statement.rows.some((row) => rows.has(row))) continue;
      for (const row of statement.rows) rows.add(row);
      out.add(statement);
    }
  }
  return statements.filter((statement) => !statement.rows.some((row) => rows.has(row)));
};

/**
 * Records that are called after their parts, and of which the parts are others now: a link that was moved in the tool it
 * comes from is the same link there, and a new one here.
 */
const replaced = (records: ReturnType<typeof recordsOf>['records'], standing: readonly ModelRecord[]): Edit[] => {
  const now = new Map(
    records.flatMap(({ id, of }) =>
      of.flatMap(({ found: { origin } }) => (origin === undefined ? [] : [[`${id.kind} ${origin}`, id] as const])),
    ),
  );
  if (now.size === 0) return [];
  const named = new Set(records.map(({ id }) => idText(id)));
  return standing.flatMap(({ kind, design, key, body }): Edit[] => {
    const next = now.get(`${kind} ${String(body.origin)}`);
    const isMoved = next !== undefined && next.design === design && next.key !== key;
    return isMoved && !named.has(idText({ kind, design, key })) ? [{ kind, design, key, body: null }] : [];
  });
};

/** What the files do not name of the kinds of which they state all. What was refused of them stays as it stands. */
const closed = (
  statements: readonly Statement[],
  standing: readonly ModelRecord[],
  { whole, design }: Asked,
): Edit[] => {
  if (whole.length === 0) return [];
  const named = new Set(statements.map(({ id }) => idText(id)));
  return standing
    .filter((record) => whole.includes(record.kind) && (record.design === ofNoDesign || record.design === design))
    .filter((record) => !named.has(idText(record)))
    .map(({ kind, design: of, key }): Edit => ({ kind, design: of, key, body: null }));
};

/** What cannot be so with all that stands: of what the files say, and of what only others say. */
const together = (
  statements: readonly Statement[],
  standing: readonly ModelRecord[],
  edits: readonly Edit[],
): { readonly complaints: readonly Complaint[]; readonly problems: readonly string[] } => {
  const next = withEdits(standing, edits);
  const own = Map.groupBy(statements, ({ id }) => idText(id));
  const { contradictions } = checkedTogether(next);
  const broken = [
    ...contradictions.map((each) => ({ ...each, found: quoted(each.found) })),
    ...thawed(standing, next).map((each) => ({ ...each, design: ofNoDesign })),
  ];
  return {
    problems: contradictions.map(sentenceOf),
    complaints: broken.flatMap(({ kind, key, design, field, found, expected, closest }) => {
      const path = stepsOf(field);
      const said = own.get(idText({ kind, key, design }));
      return said ? [{ statement: saying(said, path), path, found, expected, closest }] : [];
    }),
  };
};
