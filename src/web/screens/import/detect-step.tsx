import type { Draft, Seen, ShownUpload } from '#api/uploads.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import { Questions } from './questions.tsx';
import { SourceChoice } from './source-choice.tsx';
import type { Change } from './use-draft.ts';
import type { Rows } from './use-long-work.ts';
import { delimiterWords, rowsWords } from './words.ts';

type Props = {
  readonly shown: ShownUpload;
  readonly seen: Seen;
  readonly draft: Draft;
  readonly rows: Rows;
  readonly change: Change;
};

/** What the file tells of itself, and what only a person can say. */
export function DetectStep({ shown, seen, draft, rows, change }: Props) {
  return (
    <div className="two">
      <div className="stack">
        {seen.doubt !== null && <Doubt doubt={seen.doubt} />}
        <SourceChoice shown={shown} draft={draft} change={change} />
        <Found seen={seen} rows={rows} draft={draft} />
      </div>
      {draft.furtherOf === null ? (
        <Questions seen={seen} draft={draft} change={change} />
      ) : (
        <Card title="Nothing to answer">
          <p>It is read as the other files of {draft.furtherOf} are, by the mapping that is there.</p>
        </Card>
      )}
    </div>
  );
}

/** Somebody may know better what a file is; then its columns are given a meaning by hand. */
function Doubt({ doubt }: { readonly doubt: string }) {
  return (
    <section className="notice" role="status">
      <h2>It may be no log</h2>
      <p>{doubt}</p>
      <p>
        A log has a row for each step of a ticket, a case or a decision: which one, when, and what happened or who had
        it. If this is one, say under Meaning which columns tell it.
      </p>
    </section>
  );
}

function Found({ seen, draft, rows: { data } }: Pick<Props, 'seen' | 'draft' | 'rows'>) {
  const words = useWords();
  const outcome = data?.outcome;
  const { written } = seen;
  const day = (instant: string): string => words.day(instant.slice(0, 10));
  const parts: (readonly [string, string] | false | null)[] = [
    ['Format', seen.format],
    ['Rows', outcome ? rowsWords(outcome.total) : `${words.count(seen.rows)} looked at so far`],
    ['Columns', words.count(seen.columns.length)],
    written && ['Written in', `${written.encoding}, parted by ${delimiterWords(written.delimiter)}`],
    written && ['Names of columns', `line ${written.headerRow}`],
    draft.furtherOf === null && ['Times', `${draft.formats.join(' or ')}, clocks of ${draft.zone ?? 'no zone'}`],
    outcome?.from && outcome.until ? ['Covers', `${day(outcome.from)} – ${day(outcome.until)}`] : null,
  ];
  return (
    <Card title="What the file tells">
      <dl className="file-facts">
        {parts.map(
          (part) =>
            part && (
              <div key={part[0]}>
                <dt>{part[0]}</dt>
                <dd>{part[1]}</dd>
              </div>
            ),
        )}
      </dl>
    </Card>
  );
}
