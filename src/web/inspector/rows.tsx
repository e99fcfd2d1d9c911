import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { WorkspaceCard } from '#api/workspace.ts';
import { caseId } from '../cases.ts';
import { Figure } from '../parts/figure.tsx';
import { ItemLink } from '../parts/item-link.tsx';
import { Loading } from '../parts/loading.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { TakeCsv } from '../parts/take-csv.tsx';
import { theRecordNames } from '../queries.ts';
import { useWords } from '../workspace.ts';
import { allOf, mostSorted, type Pages, useHeld } from './held.ts';
import {
  type Cell,
  columnsOf,
  csvOfRows,
  headOf,
  instantIn,
  type Order,
  type RowOf,
  type Shown,
  spoken,
} from './table.ts';

type Props = {
  readonly pages: Pages;
  /** As their file is called. */
  readonly name: string;
  readonly workspace: WorkspaceCard;
  readonly what?: string;
};

const perPage = 25;

/** The rows behind a figure, a page at a time. Any column sorts all of them, unless they are very many. */
export function Rows({ pages, name, workspace, what = 'rows' }: Props) {
  const words = useWords();
  const [page, setPage] = useState(0);
  const [order, setOrder] = useState<Order>();
  const { first, total } = pages;
  const sortable = total <= mostSorted;
  const start = page * perPage;
  const spokenIn = useSpoken();
  const shown = useHeld(pages, { order, start, count: perPage, shown: spokenIn });
  const columns = columnsOf(first);
  if (total === 0) return <p className="muted">There are none.</p>;
  return (
    <>
      <Scrolled label={`Table of ${what}`}>
        <table className="rows">
          <thead>
            <tr>
              {columns.map((column) => (
                <Head key={column} column={column} order={order} onOrder={sortable ? setOrder : undefined} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown?.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name, and its page is replaced whole.
              <tr key={start + index}>
                {columns.map((column) => (
                  <RowCell key={column} column={column} row={row} workspace={workspace} shown={spokenIn} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {!shown && <Loading lines={4} what="Fetching the rows" />}
      </Scrolled>
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
        {/* All rows, not only those on the page; what they hold is not rounded. */}
        <TakeCsv name={name} csv={async () => csvOfRows(await allOf(pages))} />
      </div>
      {!sortable && (
        <p className="muted small">More than {words.count(mostSorted)} rows are not sorted here; the CSV has all.</p>
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

/** Names of records, once they are there; until then their keys. */
const useSpoken = (): Shown => {
  const { data } = useQuery(theRecordNames);
  return useMemo(() => spoken(new Map(Object.entries(data?.names ?? {}))), [data]);
};

type CellProps = {
  readonly column: string;
  readonly row: RowOf;
  readonly workspace: WorkspaceCard;
  readonly shown: Shown;
};

function RowCell({ column, row, workspace, shown }: CellProps) {
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
  if (instant !== undefined) return <td className={classOf(cell)}>{words.instant(instant)}</td>;
  const spokenCell = shown(column, cell);
  return (
    <td className={classOf(spokenCell)} title={spokenCell === cell ? undefined : String(cell)}>
      {shownText(spokenCell)}
    </td>
  );
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
