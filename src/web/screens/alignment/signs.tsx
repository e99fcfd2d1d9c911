import type { Sign, SignStatus } from '#model/sign.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';

const words: Readonly<Record<SignStatus, { readonly mark: string; readonly text: string; readonly look: string }>> = {
  called: { mark: '●', text: 'shows', look: 'bad' },
  watch: { mark: '◐', text: 'to be watched', look: 'warn' },
  clear: { mark: '✓', text: 'clear', look: 'good' },
  'not-enough-data': { mark: '–', text: 'not enough data', look: 'muted' },
};

type Props = { readonly signs: readonly Sign[] | undefined; readonly error: Error | null };

/** What the rules show together: the signs of an operating model that has come apart. */
export function Signs({ signs, error }: Props) {
  return (
    <Card title="Signs" says="two rules beyond what is tolerable call a sign, one says to watch it" className="signs">
      {error && <p className="muted">{error.message}</p>}
      {!signs && !error && <Loading lines={2} what="Reading the signs" />}
      {signs && (
        <ul className="plain-list">
          {signs.map(({ sign, title, status, sentence }) => (
            <li key={sign}>
              <Figure of={{ id: sign }} className="sign">
                <span className={`status ${words[status].look}`}>
                  <span aria-hidden="true">{words[status].mark}</span> {words[status].text}
                </span>
                <strong>{title}</strong>
                <span className="muted small">{sentence}</span>
              </Figure>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
