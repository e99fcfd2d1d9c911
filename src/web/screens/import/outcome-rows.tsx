import type { ImportOutcome } from '#api/evidence.ts';
import { RowsBar } from '../../parts/rows-bar.tsx';
import { rowsWords } from './words.ts';

/** What becomes of the rows of a file, or would. */
export function OutcomeRows({ outcome: { total, rejected, fates } }: { readonly outcome: ImportOutcome }) {
  const said = (rows: number, text: string) => (
    <>
      <strong>{rowsWords(rows)}</strong> {text}
    </>
  );
  return (
    <RowsBar
      total={total}
      parts={[
        { look: 'counted', count: fates.new, says: said(fates.new, 'new') },
        { look: 'known', count: fates.known, says: said(fates.known, 'known already') },
        { look: 'superseded', count: fates.superseded, says: said(fates.superseded, 'gave way to a later row') },
        { look: 'rejected', count: rejected, says: said(rejected, 'rejected') },
      ]}
    />
  );
}
