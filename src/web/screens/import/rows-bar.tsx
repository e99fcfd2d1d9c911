import type { ImportOutcome } from '#api/evidence.ts';
import { rowsWords } from './words.ts';

const parts = [
  { fate: 'new', says: 'new' },
  { fate: 'known', says: 'known already' },
  { fate: 'superseded', says: 'superseded by a row of the same key' },
] as const;

/** What becomes of the rows, as one bar and in words. */
export function RowsBar({ outcome: { total, rejected, fates } }: { readonly outcome: ImportOutcome }) {
  const all = [
    ...parts.map(({ fate, says }) => ({ key: fate, says, rows: fates[fate] })),
    { key: 'rejected', says: 'left out', rows: rejected },
  ];
  const shown = all.map((part, index) => ({
    ...part,
    from: all.slice(0, index).reduce((sum, { rows }) => sum + rows, 0),
  }));
  return (
    <div className="rows-bar">
      <svg viewBox="0 0 1000 12" width="100%" height="12" preserveAspectRatio="none" aria-hidden="true">
        {shown.map(({ key, rows, from }) => (
          <rect
            key={key}
            className={`fate-${key}`}
            x={(from / Math.max(1, total)) * 1000}
            width={rows === 0 ? 0 : Math.max(2, (rows / Math.max(1, total)) * 1000)}
            y="0"
            height="12"
          />
        ))}
      </svg>
      <ul className="plain-list">
        {shown
          .filter(({ rows, key }) => rows > 0 || key === 'new' || key === 'rejected')
          .map(({ key, says, rows }) => (
            <li key={key}>
              <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                <rect className={`fate-${key}`} width="10" height="10" />
              </svg>{' '}
              <strong>{rowsWords(rows)}</strong> {says}
            </li>
          ))}
      </ul>
    </div>
  );
}
