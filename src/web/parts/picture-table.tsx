import { useState } from 'react';
import type { Column, Row, Table } from '#charts/define.ts';
import { type Opened, openedIn, textOfOpened } from '../opened.ts';
import { useChange } from '../view.ts';
import { useWords } from '../workspace.ts';
import { Figure } from './figure.tsx';

type Props = { readonly table: Table; readonly of: Opened | undefined; readonly title: string };

const perPage = 20;

/** All that a picture shows, as rows; a row opens what its mark opens. It is the way there for the keyboard. */
export function PictureTable({ table: { columns, rows }, of, title }: Props) {
  const words = useWords();
  const [page, setPage] = useState(0);
  const start = Math.min(page * perPage, Math.max(0, rows.length - 1));
  const shown = rows.slice(start, start + perPage);
  if (rows.length === 0) return <p className="muted">There are none.</p>;
  const own = of && textOfOpened(of);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by the keyboard too. */}
      <section className="scrolled" tabIndex={0} aria-label={`Table: ${title}`}>
        <table className="rows">
          <thead>
            <tr data-figure={own}>
              {columns.map((column) => (
                <Head key={column.name} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its key, and many have none.
              <TableRow key={start + index} row={row} own={own} />
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > perPage && (
        <div className="buttons">
          <span className="muted small" role="status" data-figure={own}>
            {words.count(start + 1)}–{words.count(Math.min(start + perPage, rows.length))} of {words.count(rows.length)}
          </span>
          <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
            Before
          </button>
          <button type="button" disabled={start + perPage >= rows.length} onClick={() => setPage(page + 1)}>
            Next
          </button>
        </div>
      )}
    </>
  );
}

function Head({ column: { name, unit, key } }: { readonly column: Column }) {
  const opened = key === undefined ? undefined : openedIn(key);
  const text = unit === null ? name : `${name}, ${unit}`;
  return (
    <th scope="col" className={unit === null ? '' : 'number'}>
      {opened ? <Figure of={opened}>{text}</Figure> : text}
    </th>
  );
}

function TableRow({ row: { key, cells }, own }: { readonly row: Row; readonly own: string | undefined }) {
  const change = useChange();
  const opened = key === null ? undefined : openedIn(key);
  const [first = null, ...rest] = cells;
  return (
    <tr data-figure={key ?? own} onClick={(event) => event.defaultPrevented || change({ open: key ?? own })}>
      <th scope="row">{opened ? <Figure of={opened}>{textOf(first)}</Figure> : textOf(first)}</th>
      {rest.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its place.
        <td key={index} className={typeof cell === 'number' ? 'number' : ''}>
          {textOf(cell)}
        </td>
      ))}
    </tr>
  );
}

const textOf = (cell: string | number | null): string => {
  if (cell === null) return '–';
  return typeof cell === 'number' ? cell.toLocaleString('en-GB', { maximumFractionDigits: 2 }) : cell;
};
