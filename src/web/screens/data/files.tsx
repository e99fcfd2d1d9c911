import type { SourceCard } from '#api/sources.ts';
import { Card } from '../../parts/card.tsx';
import { Scrolled } from '../../parts/scrolled.tsx';
import { When } from './when.tsx';

type Props = { readonly card: SourceCard; readonly now: string };

const words: Readonly<
  Record<SourceCard['files'][number]['state'], { readonly mark: string; readonly text: string; readonly look: string }>
> = {
  held: { mark: '✓', text: 'held as it is', look: 'good' },
  new: { mark: '●', text: 'new, not taken in', look: 'bad' },
  changed: { mark: '●', text: 'changed, not taken in', look: 'bad' },
  undone: { mark: '◐', text: 'taken out again', look: 'warn' },
};

/** The files of a source, each against what is held of it. */
export function Files({ card: { files, path, problem }, now }: Props) {
  return (
    <Card title="Files" says={<code>{path}</code>}>
      {problem !== null && <p>{problem}</p>}
      <Scrolled label="Table of files">
        <table className="wide">
          <thead>
            <tr>
              <th scope="col">file</th>
              <th scope="col">state</th>
              <th scope="col">written</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({ file, state, modified }) => (
              <tr key={file}>
                <th scope="row">
                  <code>{file}</code>
                </th>
                <td>
                  <span className={`status ${words[state].look}`}>
                    <span aria-hidden="true">{words[state].mark}</span> {words[state].text}
                  </span>
                </td>
                <td>
                  <When at={modified} now={now} never="" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </Card>
  );
}
