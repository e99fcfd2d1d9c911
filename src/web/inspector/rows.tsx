import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkspaceCard } from '#api/workspace.ts';
import { caseId } from '../cases.ts';
import { Figure } from '../parts/figure.tsx';
import { Icon } from '../parts/icon.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { mostRows } from '../queries.ts';
import { fileName, saveCsv } from '../save.ts';
import { useWords } from '../workspace.ts';
import { type Cell, columnsOf, csvOfRows, headOf, instantIn, type Order, ordered, type RowOf } from './table.ts';

type Props = {
  readonly first: readonly RowOf[];
  readonly total: number;
  /** As their file is called. */
  readonly name: string;
  /** The rows from one on, as many as a page of the server has. */
  readonly page: (offset: number) => Promise<readonly RowOf[]>;
  readonly workspace: WorkspaceCard;
  readonly what?: string;
};

const perPage = 25;

/** The rows behind a figure, a page at a time. As long as they are few, any column sorts all of them. */
export function Rows({ first, total, name, page: pageFrom, workspace, what = 'rows' }: Props) {
  const words = useWords();
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState<Order>();
  const block = Math.floor((page * perPage) / mostRows);
  const more = useQuery({
    queryKey: ['rows', name, first, block],
    queryFn: () => pageFrom(block * mostRows),
    enabled: block > 0,
  });
  const held = block === 0 ? first : (more.data ?? []);
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
        <Download name={name} page={pageFrom} first={first} total={total} />
      </div>
      {!sortable && (
        <p className="muted small">More than {words.count(mostRows)} rows are not sorted here; the CSV has all.</p>
      )}
    </>
  );
}

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
  if (column === 'item' && typeof cell === 'string' && typeof row.source === 'string') {
    const link = workspace.sources.find(({ key }) => key === row.source)?.link;
    return (
      <td>
        <Figure of={{ id: caseId(row.source, cell) }}>{cell}</Figure>
        {link && <ItemLink link={link} item={cell} />}
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

type DownloadProps = Pick<Props, 'name' | 'page' | 'first' | 'total'>;

/** All rows, not only those on the page; what they hold is not rounded. */
function Download({ name, page, first, total }: DownloadProps) {
  const [busy, setBusy] = useState(false);
  const download = async (): Promise<void> => {
    setBusy(true);
    const rows = [...first];
    while (rows.length < total) {
      const next = await page(rows.length);
      if (next.length === 0) break;
      rows.push(...next);
    }
    saveCsv(fileName(name), csvOfRows(rows));
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} onClick={() => void download()}>
      <Icon name="download" /> CSV
    </button>
  );
}
