import type { ReactNode } from 'react';

/** Some rows that met one fate. `look` colours them; `says` is them in words, their number in it. */
export type RowsPart = { readonly look: RowsLook; readonly count: number; readonly says: ReactNode };

type RowsLook = 'counted' | 'known' | 'superseded' | 'rejected';

type Props = {
  readonly total: number;
  readonly parts: readonly RowsPart[];
  /** What is said beside the parts, each an entry of the list. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
};

/** What became of rows: one bar for all of them, and each part in words. Parts of none are left out but for two. */
export function RowsBar({ total, parts, before, after }: Props) {
  const shown = parts.filter(({ count, look }) => count > 0 || look === 'counted' || look === 'rejected');
  return (
    <div className="rows-bar">
      <svg viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
        {spans(shown, total).map(({ look, from, width }) => (
          <rect key={look} className={`part-${look}`} x={from} y="0" width={width} height="12" />
        ))}
      </svg>
      <ul className="plain-list">
        {before}
        {shown.map(({ look, says }) => (
          <li key={look}>
            <span className={`swatch part-${look}`} aria-hidden="true" />
            {says}
          </li>
        ))}
        {after}
      </ul>
    </div>
  );
}

/** However few rows a part has, it can be seen. */
const thinnest = 4;

const spans = (parts: readonly RowsPart[], total: number) => {
  let from = 0;
  return parts.flatMap(({ look, count }) => {
    if (count === 0) return [];
    const width = Math.max(thinnest, (count / total) * 1000);
    const span = { look, from: Math.min(from, 1000 - width), width };
    from += width;
    return [span];
  });
};
