import { Card } from '../../parts/card.tsx';
import type { Capability } from './card.ts';

/** How it was assessed, the newest first. Levels of two scales stand beside one another, and are never compared. */
export function Assessments({ capability: { key, assessments } }: { readonly capability: Capability }) {
  return (
    <Card title="Assessments">
      {assessments.length === 0 && <p className="muted">It was never assessed.</p>}
      <ul className="plain-list lines">
        {assessments
          .toSorted((a, b) => b.on.localeCompare(a.on))
          .map(({ on, scale, level, assessor, method }) => (
            <li key={`${on} ${scale}`} data-stated={`maturity-assessment:${key}`}>
              level {level} <span className="muted">{[scale, on, assessor, method].filter(Boolean).join(', ')}</span>
            </li>
          ))}
      </ul>
    </Card>
  );
}
