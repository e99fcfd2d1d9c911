import { useState } from 'react';
import { type Draft, type ProblemGroup, previewUpload, type ShownUpload } from '#api/uploads.ts';
import { csvLine } from '#model/csv-line.ts';
import { order } from '../../order.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Busy } from '../../parts/meter.tsx';
import { useSay } from '../../said.tsx';
import { saveCsv } from '../../save.ts';
import { useWords } from '../../workspace.ts';
import { OutcomeRows } from './outcome-rows.tsx';
import { reasonOf, Trouble } from './trouble.tsx';
import type { Change } from './use-draft.ts';
import type { Rows } from './use-long-work.ts';
import { problemWords, rowsWords, warningWords } from './words.ts';

type Props = { readonly shown: ShownUpload; readonly draft: Draft; readonly rows: Rows; readonly change: Change };

/** Which rows would be rejected, and what takes them in all the same. */
export function CheckStep({ shown, draft, rows, change }: Props) {
  const words = useWords();
  const { data, error, progress, again } = rows;
  if (draft.furtherOf === null && draft.problems.length > 0) {
    const why = draft.problems.map(({ line, path, text }) => `Line ${line}${path && `, ${path}`}: ${text}`).join('\n');
    return <Trouble what="The mapping has to be mended first" why={why} />;
  }
  if (error) {
    return (
      <Trouble what="The rows cannot be read as they are mapped" why={reasonOf(error)}>
        <button type="button" onClick={again}>
          Try again
        </button>
      </Trouble>
    );
  }
  if (!data) return <Busy says={progress || 'Reading every row'} />;
  const { outcome, problems } = data;
  return (
    <div className="stack">
      <Card title="Every row is taken in or rejected" says={<RowsSum outcome={outcome} />}>
        <OutcomeRows outcome={outcome} />
        {outcome.blank > 0 && <p className="muted">{words.counted(outcome.blank, 'blank line')} passed over.</p>}
        {outcome.warnings.length > 0 && (
          <ul className="plain-list">
            {outcome.warnings.map(({ code, count, example }) => (
              <li key={code}>
                <span className="status warn">
                  <span aria-hidden="true">◐</span> {words.count(count)}
                </span>{' '}
                {warningWords[code] ?? code}: {example}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {problems.length === 0 ? (
        <p className="status good">
          <span aria-hidden="true">✓</span> No row is rejected.
        </p>
      ) : (
        <Card
          title="Rows that are rejected, by what would mend them"
          says={<AllRejects shown={shown} total={outcome.rejected} />}
        >
          <ol className="plain-list groups">
            {problems.map((group) => (
              <Group
                key={`${group.code} ${group.column} ${group.expected}`}
                group={group}
                draft={draft}
                change={change}
              />
            ))}
          </ol>
        </Card>
      )}
    </div>
  );
}

function RowsSum({
  outcome: { total, accepted, rejected },
}: {
  readonly outcome: NonNullable<Rows['data']>['outcome'];
}) {
  return `${rowsWords(accepted)} + ${rowsWords(rejected)} = ${rowsWords(total)} rows`;
}

type GroupProps = { readonly group: ProblemGroup; readonly draft: Draft; readonly change: Change };

function Group({ group: { code, column, expected, rows, examples, fixes }, draft, change }: GroupProps) {
  const words = useWords();
  const say = useSay();
  const { mapping } = draft;
  const mend = ({ says, edits }: ProblemGroup['fixes'][number]): void => {
    void change({ edits });
    say({ text: `${says}: every row is read again.`, undo: () => void change({ mapping }) });
  };
  return (
    <li>
      <h3>
        {words.counted(rows, 'row')}: {problemWords(code, column)}
      </h3>
      <p className="muted">Expected: {expected}</p>
      {(draft.furtherOf !== null || fixes.length === 0) && (
        <p className="muted">They stay out, unless the file is corrected and handed over again.</p>
      )}
      {draft.furtherOf === null && fixes.length > 0 && (
        <div className="buttons">
          {fixes.map((fix) => (
            <button key={fix.says} type="button" onClick={() => mend(fix)}>
              {fix.says}
            </button>
          ))}
          <span className="muted small">or leave them out</span>
        </div>
      )}
      <details>
        <summary>Where, and what stands there</summary>
        <table>
          <thead>
            <tr>
              <th scope="col" className="number">
                row
              </th>
              <th scope="col" className="number">
                line
              </th>
              <th scope="col">found</th>
            </tr>
          </thead>
          <tbody>
            {examples.map(({ row, line, found }) => (
              <tr key={row}>
                <td className="number">{words.count(row)}</td>
                <td className="number">{words.count(line)}</td>
                <td className="found">{found === '' ? 'nothing' : found}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {rows > examples.length && <p className="muted small">The first {words.count(examples.length)}.</p>}
      </details>
    </li>
  );
}

/** Every row that is rejected, not only the first of each group. */
function AllRejects({ shown, total }: { readonly shown: ShownUpload; readonly total: number }) {
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    try {
      const answer = await order(previewUpload, { upload: shown.upload, rejects: total });
      const lines = (answer?.outcome.rejects ?? []).map(({ row, line, column, found, expected, code }) =>
        csvLine([String(row), String(line), column ?? '', found, expected, code]),
      );
      saveCsv(`${shown.name}-left-out`, [csvLine(heads), ...lines].join(''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" disabled={busy} onClick={() => void download()}>
      <Icon name="download" /> CSV of all of them
    </button>
  );
}

const heads = ['row', 'line', 'column', 'found', 'expected', 'code'];
