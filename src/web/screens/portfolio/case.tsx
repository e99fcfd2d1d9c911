import { useQuery } from '@tanstack/react-query';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { theGate } from '../../queries.ts';
import { useView } from '../../view.ts';
import { GateDeed } from './gate-deed.tsx';
import { gateWords } from './gate-words.ts';
import { Granted } from './granted.tsx';

/** Whether an initiative has baseline, measure and business owner, and who let it through where it has not. */
export function CaseOf({ of }: { readonly of: string }) {
  const query = useQuery(theGate(useView().asOf));
  return (
    <Card title="Does it pass the gate?">
      <Asked query={query} what="Asking for its case">
        {({ rows, today }) => {
          const row = rows.find(({ kind, key }) => kind === 'initiative' && key === of);
          if (!row) return <p className="muted">It is over, so no case is asked for.</p>;
          const { result, lacks, override } = row;
          const stands = gateWords[result];
          return (
            <div data-stated={`initiative:${of}`}>
              <p>
                <span className={`status ${stands.look}`}>{stands.sentence}</span>
              </p>
              <ul className="plain-list lines">
                {lacks.map(({ what, why }) => (
                  <li key={what}>{why}</li>
                ))}
                {override && (
                  <li>
                    <Granted override={override} />
                  </li>
                )}
              </ul>
              {lacks.length === 0 && (
                <p className="muted">
                  It leads to an outcome with a measure and a baseline, and a benefit that is owned.
                </p>
              )}
              <GateDeed row={row} today={today} />
            </div>
          );
        }}
      </Asked>
    </Card>
  );
}
