import { Card } from '../../parts/card.tsx';
import { ToRecordPage } from '../../parts/to-record.tsx';
import type { ShownOutcome } from './outcome-drawn.ts';

type Props = { readonly of: string; readonly rivals: ShownOutcome['rivals'] };

const standings = {
  open: { text: 'not ruled out', look: 'warn' },
  'ruled-out': { text: 'ruled out', look: 'good' },
  'plays-a-part': { text: 'plays a part', look: 'bad' },
} as const;

/** What else may explain the change; what is not ruled out weakens every claim. */
export function Rivals({ of, rivals }: Props) {
  return (
    <Card title="What else may explain it" className="wide">
      {rivals.length === 0 && <p className="muted">Nobody has named another explanation; that rules none out.</p>}
      <ul className="plain-list lines" data-stated={`outcome:${of}`}>
        {rivals.map(({ what, from, to, standing, because }) => (
          <li key={`${what} ${from}`}>
            <span className={`status ${standings[standing].look}`}>{standings[standing].text}</span> {what}
            <span className="muted">
              {(from !== undefined || to !== undefined) && `, ${from ?? '…'} to ${to ?? '…'}`}
              {because !== undefined && `: ${because}`}
            </span>
          </li>
        ))}
      </ul>
      <p className="muted small">
        <ToRecordPage of={{ kind: 'outcome', key: of }}>Others are named, or ruled out, on the record</ToRecordPage>
      </p>
    </Card>
  );
}
