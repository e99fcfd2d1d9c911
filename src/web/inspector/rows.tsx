import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceCard } from '#api/workspace.ts';
import { type Opened, textOfOpened } from '../opened.ts';
import { Icon } from '../parts/icon.tsx';
import { mostRows, theExplanation } from '../queries.ts';
import { save } from '../save.ts';
import { useView, windowOf } from '../view.ts';
import { useWords } from '../workspace.ts';
import { type Cell, columnsOf, csvOfRows, headOf, instantIn, type Order, ordered, type RowOf } from './table.ts';

type Props = {
  readonly first: readonly RowOf[];
  readonly total: number;
  readonly opened: Opened;
  readonly workspace: WorkspaceCard;
  readonly what?: string;
};

const perPage = 25;

/** The rows behind a figure, a page at a time. As long as they are few, any column sorts all of them. */
export function Rows({ first, total, opened, workspace, what = 'rows' }: Props) {
  const words = useWords();
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState<Order>();
  const at = useAt(opened, workspace);
  const block = Math.floor((page * perPage) / mostRows);
  const more = useQuery({ ...theExplanation(opened, at, block * mostRows), enabled: block > 0 });
  const held = block === 0 ? first : rowsIn(more.data);
  const sortable = total <= mostRows;
  const start = page * perPage;
  const shown = ordered(held, order).slice(start - block * mostRows, start - block * mostRows + perPage);
  const columns = columnsOf(first);
  if (total === 0) return <p className="muted">There are none.</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by the keyboard too. */}
      <section className="scrolled" tabIndex={0} aria-label={`Table of ${what}`}>
        <table className="rows">
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column} column={column} order={order} onOrder={sortable ? setOrder : undefined} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name, and its page is replaced whole.
              <tr key={start + index}>
                {columns.map((column) => (
                  <RowCell key={column} column={column} row={row} workspace={workspace} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="buttons">
        <span className="muted small" role="status">
          {words.count(start + 1)}–{words.count(Math.min(start + perPage, total))} of {words.count(total)} {what}
        </span>
        <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
          Before
        </button>
        <button type="button" disabled={start + perPage >= total} onClick={() => setPage(page + 1)}>
          Next
        </button>
        <Download opened={opened} at={at} first={first} total={total} />
      </div>
      {!sortable && (
        <p className="muted small">More than {words.count(mostRows)} rows are not sorted here; the CSV has all.</p>
      )}
    </>
  );
}

const useAt = (opened: Opened, workspace: WorkspaceCard) => {
  const view = useView();
  return { window: windowOf(workspace, opened.period ?? view.period), asOf: view.asOf };
};

type Answer = { readonly rows?: readonly RowOf[]; readonly cases?: readonly RowOf[] };

const rowsIn = (answer: unknown): readonly RowOf[] => {
  const { rows, cases } = Object(answer) as Answer;
  return rows ?? cases ?? [];
};

type HeadProps = {
  readonly column: string;
  readonly order: Order | undefined;
  readonly onOrder: ((order: Order) => void) | undefined;
};

function Head({ column, order, onOrder }: HeadProps) {
  const own = order?.column === column ? order : undefined;
  const name = headOf(column);
  const direction = own === undefined ? 'none' : own.down ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={direction}>
      {onOrder ? (
        <button
          type="button"
          className="plain"
          onClick={() => onOrder({ column, down: own !== undefined && !own.down })}
        >
          {name}
          <span aria-hidden="true">{own === undefined ? '' : own.down ? ' ↓' : ' ↑'}</span>
        </button>
      ) : (
        name
      )}
    </th>
  );
}

type CellProps = { readonly column: string; readonly row: RowOf; readonly workspace: WorkspaceCard };

function RowCell({ column, row, workspace }: CellProps) {
  const words = useWords();
  const cell: Cell = row[column] ?? null;
  const link = column === 'item' ? workspace.sources.find(({ key }) => key === row.source)?.link : undefined;
  if (link && typeof cell === 'string') {
    return (
      <td>
        <a href={link.replaceAll('{item}', encodeURIComponent(cell))} target="_blank" rel="noreferrer">
          {cell} ↗
        </a>
      </td>
    );
  }
  const instant = instantIn(column, cell);
  return <td className={classOf(cell)}>{instant === undefined ? shownText(cell) : words.instant(instant)}</td>;
}

/** From how many letters on a cell takes several lines. */
const long = 40;

const classOf = (cell: Cell): string => {
  if (typeof cell === 'number') return 'number';
  return String(cell).length > long ? 'long' : '';
};

const shownText = (cell: Cell): string => {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 3 }) : cell;
};

type DownloadProps = {
  readonly opened: Opened;
  readonly at: Parameters<typeof theExplanation>[1];
  readonly first: readonly RowOf[];
  readonly total: number;
};

/** All rows, not only those on the page; what they hold is not rounded. */
function Download({ opened, at, first, total }: DownloadProps) {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const rows = [...first];
    while (rows.length < total) {
      const next = rowsIn(await queries.fetchQuery(theExplanation(opened, at, rows.length)));
      if (next.length === 0) break;
      rows.push(...next);
    }
    save(`${textOfOpened(opened).replaceAll(/[^\w.@=-]+/gu, '-')}.csv`, csvOfRows(rows));
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} onClick={() => void download()}>
      <Icon name="download" /> CSV
    </button>
  );
}
