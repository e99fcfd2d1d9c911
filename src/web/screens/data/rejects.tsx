import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Reason, Rejected } from '#api/sources.ts';
import { csvOfRows } from '../../inspector/table.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { TakeCsv } from '../../parts/take-csv.tsx';
import { theRejects } from '../../queries.ts';
import { useChange, useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { reasonIn, textOfReason } from './reason.ts';

const perPage = 20;

/** How many rows are asked for at once, to be taken along. */
const atOnce = 50_000;

/** The rows that were rejected: the reasons first, then the rows of the one that is chosen, or of all. */
export function Rejects({ source }: { readonly source: string }) {
  const { reason } = useView();
  const chosen = reasonIn(reason);
  const [page, setPage] = useState({ of: reason, at: 0 });
  const at = page.of === reason ? page.at : 0;
  const asked = { source, ...chosen };
  const { data, error } = useQuery(theRejects({ ...asked, limit: perPage, offset: at * perPage }));
  return (
    <div id="rejected">
      <Card title="Rejected rows" says="they are in no figure and in no coverage">
        {error && <p>{error.message}</p>}
        {!data && !error && <Loading lines={3} what="Listing rejected rows" />}
        {data && (
          <>
            <Reasons reasons={data.reasons} chosen={reason} />
            <RejectedTable rejects={data.rejects} />
            <Pages at={at} total={data.total} onPage={(next) => setPage({ of: reason, at: next })} />
            <Csv asked={asked} total={data.total} />
          </>
        )}
      </Card>
    </div>
  );
}

type ReasonsProps = { readonly reasons: readonly Reason[]; readonly chosen: string | undefined };

function Reasons({ reasons, chosen }: ReasonsProps) {
  const words = useWords();
  const change = useChange();
  const shown = [{ key: undefined, text: 'all' }, ...reasons.map((reason) => ({ key: textOfReason(reason), reason }))];
  return (
    <fieldset className="choices reasons">
      <legend className="unseen">Reason</legend>
      {shown.map((each) => (
        <button
          key={each.key ?? 'all'}
          type="button"
          aria-pressed={each.key === chosen}
          data-figure-list
          onClick={() => change({ reason: each.key })}
        >
          {'reason' in each ? (
            <span title={`${each.reason.expected} expected`}>
              <strong>{words.count(each.reason.rows)}</strong> {each.reason.column ?? 'whole row'}:{' '}
              {each.reason.code.replaceAll('-', ' ')}
            </span>
          ) : (
            each.text
          )}
        </button>
      ))}
    </fieldset>
  );
}

function RejectedTable({ rejects }: { readonly rejects: readonly Rejected[] }) {
  const words = useWords();
  return (
    <Scrolled label="Table of rejected rows">
      <table className="wide raw">
        <thead>
          <tr>
            <th scope="col">file</th>
            <th scope="col" className="number">
              line
            </th>
            <th scope="col" className="number">
              row
            </th>
            <th scope="col">column</th>
            <th scope="col">found</th>
            <th scope="col">expected</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map(({ run, file, row, line, column, found, expected }) => (
            <tr key={`${run} ${row} ${column}`}>
              <td>{file}</td>
              <td className="number">{words.count(line)}</td>
              <td className="number">{words.count(row)}</td>
              <td>{column ?? <span className="muted">whole row</span>}</td>
              <td>{found === '' ? <span className="muted">nothing</span> : found}</td>
              <td>{expected}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

type PagesProps = { readonly at: number; readonly total: number; readonly onPage: (page: number) => void };

function Pages({ at, total, onPage }: PagesProps) {
  const words = useWords();
  const first = at * perPage;
  if (total <= perPage) return null;
  return (
    <div className="buttons">
      <span className="muted small" role="status" data-words>
        {words.count(first + 1)}–{words.count(Math.min(first + perPage, total))} of {words.count(total)}
      </span>
      <button type="button" disabled={at === 0} onClick={() => onPage(at - 1)}>
        Before
      </button>
      <button type="button" disabled={first + perPage >= total} onClick={() => onPage(at + 1)}>
        Next
      </button>
    </div>
  );
}

type CsvProps = { readonly asked: Parameters<typeof theRejects>[0]; readonly total: number };

/** All of the rows that are chosen, not only those on the page. */
function Csv({ asked, total }: CsvProps) {
  const queries = useQueryClient();
  const csv = async (): Promise<string> => {
    const rows: Rejected[] = [];
    while (rows.length < total) {
      const { rejects } = await queries.fetchQuery(theRejects({ ...asked, limit: atOnce, offset: rows.length }));
      if (rejects.length === 0) break;
      rows.push(...rejects);
    }
    return csvOfRows(rows.map(asRow));
  };
  return (
    <div className="buttons">
      <TakeCsv name={`${asked.source}-rejected`} csv={csv} />
      <span className="muted small">
        Letters of what was found are shown as x: it may name a person. The line says where to look it up.
      </span>
    </div>
  );
}

const asRow = ({ file, line, row, column = '', found, expected, code, run }: Rejected) => ({
  file,
  line,
  row,
  column,
  found,
  expected,
  code,
  import: run,
});
