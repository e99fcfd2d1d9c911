import { useWords } from '../../workspace.ts';
import { ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import type { Column, Grid, Row, Say } from './rights-grid.ts';
import { says } from './rights-grid.ts';
import { conditionText, lengthText } from './said.ts';
import { Stated } from './stated.tsx';

const letters: Readonly<Record<Say, string>> = {
  decides: 'D',
  agrees: 'A',
  'is consulted': 'C',
  'is informed': 'I',
};

/** The grid of decision rights: a letter for the eye, the word behind it for who hears the page. */
export function RightsTable({ grid }: { readonly grid: Grid }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than its place is scrolled by the keyboard too. */}
      <section className="scrolled" tabIndex={0} aria-label="Decision rights">
        <table className="rights">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                decision
              </th>
              <th scope="col" rowSpan={2}>
                when
              </th>
              {grid.levels.map(({ key, name, width }) => (
                <th key={key} scope="colgroup" colSpan={width} className="rights-level">
                  {name}
                </th>
              ))}
              <th scope="col" rowSpan={2}>
                within
              </th>
            </tr>
            <tr>
              {grid.columns.map((column) => (
                <th key={`${column.kind} ${column.key}`} scope="col" className="rights-who">
                  <ToRecord of={column} />
                  {column.kind === 'forum' && <span className="muted small"> forum</span>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map((row) => (
              <RightRow key={row.right.key} row={row} columns={grid.columns} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="muted small legend">
        {says.map((say) => (
          <span key={say}>
            <span className={`say say-${letters[say]}`} aria-hidden="true">
              {letters[say]}
            </span>{' '}
            {say}
          </span>
        ))}
      </p>
    </>
  );
}

function RightRow({ row, columns }: { readonly row: Row; readonly columns: readonly Column[] }) {
  const words = useWords();
  const { right, isFirst, type, cells } = row;
  const { when, within, clock } = right.body;
  return (
    <Stated as="tr" of={[right, { kind: 'decision-type', key: type }]} className={isFirst ? 'rights-first' : ''}>
      <th scope="row">
        {isFirst ? (
          <ToRecord of={{ kind: 'decision-type', key: type }} />
        ) : (
          <span className="unseen">{spoken(type)}</span>
        )}
      </th>
      <td>
        <ToRecord of={right}>{conditionText(when, words.count)}</ToRecord>
        <span className="rights-short muted">{shortText(cells, columns)}</span>
      </td>
      {cells.map((say, index) => (
        <td key={`${columns[index]?.kind} ${columns[index]?.key}`} className="rights-cell">
          {say !== null && (
            <span className={`say say-${letters[say]}`} title={say}>
              <span aria-hidden="true">{letters[say]}</span>
              <span className="unseen">{say}</span>
            </span>
          )}
        </td>
      ))}
      <td className="rights-within">
        {typeof within === 'string' ? `${lengthText(within)} ${clock === 'working' ? 'working' : 'elapsed'}` : '–'}
      </td>
    </Stated>
  );
}

/** The same in words, where there is no room for columns. */
const shortText = (cells: Row['cells'], columns: readonly Column[]): string =>
  cells.flatMap((say, at) => (say === null ? [] : [`${columns[at]?.name ?? ''} ${say}`])).join(', ');
