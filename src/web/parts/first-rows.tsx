import { type ReactNode, useState } from 'react';
import { useWords } from '../workspace.ts';
import { useOnPaper } from './on-paper.ts';

/** As many as are drawn until somebody asks for all: thousands of rows take longer to draw than to find. */
export const mostDrawn = 100;

type Props<Row> = { readonly rows: readonly Row[]; readonly children: (shown: readonly Row[]) => ReactNode };

/** The first rows of a table, and a button that shows the others. On paper, where nothing can be pressed, are all of them. */
export function FirstRows<Row>({ rows, children }: Props<Row>) {
  const words = useWords();
  const [all, setAll] = useState(false);
  const onPaper = useOnPaper();
  const shown = all || onPaper ? rows : rows.slice(0, mostDrawn);
  return (
    <>
      {children(shown)}
      {shown.length < rows.length && (
        <button type="button" onClick={() => setAll(true)} data-words>
          Show all {words.count(rows.length)}
        </button>
      )}
    </>
  );
}
