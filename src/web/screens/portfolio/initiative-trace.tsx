import { useQuery } from '@tanstack/react-query';
import { valueTrace } from '#charts/value-trace.ts';
import { useAt } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { EvidenceChoice } from '../../parts/basis-choice.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theTraceThrough } from '../../queries.ts';
import { valueId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { pictureOf } from '../value/traced.ts';

/** Where its money comes from and what it becomes. */
export function InitiativeTrace({ of, unit }: { readonly of: string; readonly unit: string }) {
  const period = useView().period ?? 'all of the records';
  const query = useQuery(theTraceThrough('spend', { kind: 'initiative', key: of }, useAt()));
  return (
    <section className="card" aria-label="What its money became">
      <Asked query={query} what="Following its money">
        {({ traces, missing }) => {
          const trace = traces.find((each) => each.unit === unit);
          if (!trace) return <p className="muted">There is nothing to trace: {missing}.</p>;
          return (
            <Picture chart={valueTrace} data={pictureOf(trace, period)} of={{ id: valueId('initiative', of) }}>
              <EvidenceChoice />
            </Picture>
          );
        }}
      </Asked>
    </section>
  );
}
