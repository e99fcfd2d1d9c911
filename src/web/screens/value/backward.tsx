import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { showTrace, UnitTrace } from '#api/value.ts';
import { valueTrace } from '#charts/value-trace.ts';
import { moneyText, useAt, useTraced, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { BasisChoice, EvidenceChoice } from '../../parts/basis-choice.tsx';
import { Figure } from '../../parts/figure.tsx';
import { MoneyNotes, RateNotes, UnitChoice } from '../../parts/money-notes.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theTrace } from '../../queries.ts';
import { benefitsFigure } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { LeftOut } from './left-out.tsx';
import { pictureOf } from './traced.ts';

/** What the business has of it, back to the money that led there, by what each link is held to have contributed. */
export function Backward() {
  const query = useQuery(theTrace(useTraced(), useAt()));
  return (
    <Asked query={query} what="Following the benefits back">
      {(answer) => <Shown answer={answer} />}
    </Asked>
  );
}

function Shown({ answer }: { readonly answer: z.output<typeof showTrace.answer> }) {
  const { traces, missing, rates } = answer;
  const { period } = useView();
  const units = traces.map((each) => each.unit);
  const unit = useUnit(units);
  const trace = traces.find((each) => each.unit === unit);
  const choices = (
    <>
      <BasisChoice />
      <EvidenceChoice />
      <UnitChoice units={units} chosen={unit} rates={rates} />
    </>
  );
  return (
    <>
      <Came trace={trace} missing={missing} />
      <MoneyNotes told={answer} />
      <section className="card" aria-label="Trace">
        {trace ? (
          <Picture
            chart={valueTrace}
            data={pictureOf(trace, period ?? 'all of the records', 'backward')}
            of={{ id: benefitsFigure }}
          >
            {choices}
          </Picture>
        ) : (
          choices
        )}
        <RateNotes rates={rates} />
      </section>
    </>
  );
}

function Came({ trace, missing }: { readonly trace: UnitTrace | undefined; readonly missing: string | null }) {
  const words = useWords();
  const traced = useTraced();
  if (!trace)
    return <p className="finding-sentence">There is nothing to follow back: {missing ?? 'no value is on record'}.</p>;
  const { whole, arrived, unit } = trace;
  return (
    <p className="finding-sentence">
      Of{' '}
      <Figure of={{ id: benefitsFigure }} className="whole">
        {moneyText(words, whole, unit)}
      </Figure>{' '}
      that {traced === 'planned' ? 'is planned' : 'came'},{' '}
      <Figure of={{ id: benefitsFigure }} className="whole">
        {moneyText(words, arrived, unit)}
      </Figure>{' '}
      can be followed back to the money that led there, by what each step is held to have contributed
      <LeftOut trace={trace} of={benefitsFigure} />.
    </p>
  );
}
