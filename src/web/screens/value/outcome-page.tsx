import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { outcomeSeries } from '#charts/outcome-series.ts';
import { isSign } from '#model/unit.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Pairs } from '../../parts/pairs.tsx';
import { Picture } from '../../parts/picture.tsx';
import { ToRecordPage } from '../../parts/to-record.tsx';
import { theOutcome } from '../../queries.ts';
import { outcomeId, valueId } from '../../value-names.ts';
import { useView, type View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { Effects } from './effects.tsx';
import { effectOf, type ShownOutcome, seriesOf } from './outcome-drawn.ts';
import { Rivals } from './rivals.tsx';

/** One outcome: its series, what each initiative that leads to it did to it, and what else may explain it. */
export function OutcomePage({ of }: { readonly of: string }) {
  const query = useQuery(theOutcome(of, useView().asOf));
  return (
    <article className="value">
      <p className="muted small">
        <Link
          to="/value"
          search={(before: View) => ({ ...before, tab: undefined, open: undefined })}
          className="record-link"
        >
          Value trace
        </Link>
      </p>
      <Asked query={query} what="Opening the outcome">
        {(answer) => <Shown answer={answer} />}
      </Asked>
    </article>
  );
}

function Shown({ answer }: { readonly answer: ShownOutcome }) {
  const { outcome, effects } = answer;
  const { key, name, direction } = outcome;
  const chosen = effectOf(answer, useView().tab);
  const of = { id: outcomeId(key) };
  return (
    <>
      <header>
        <PageTitle stated={`outcome:${key}`}>{name}</PageTitle>
        <p className="muted">
          {direction === null
            ? 'Nothing says whether more or less of it is better'
            : `${direction === 'up' ? 'More' : 'Less'} of it is better`}{' '}
          · <ToRecordPage of={{ kind: 'outcome', key }}>The record with all it says, to be edited</ToRecordPage>
        </p>
      </header>
      <p className="finding-sentence">
        {chosen ? <Figure of={of}>{chosen.sentence}</Figure> : 'No initiative leads to it, so no effect is looked for.'}
      </p>
      <section className="card" aria-label="Series">
        <Picture chart={outcomeSeries} data={seriesOf(answer, chosen)} of={of} />
      </section>
      <div className="model-grid">
        <Way answer={answer} />
        <Claim answer={answer} />
        <Effects of={key} effects={effects} unit={outcome.unit ?? ''} chosen={chosen} />
        <Rivals of={key} rivals={answer.rivals} />
      </div>
    </>
  );
}

/** How far it has come from its baseline to its target. */
function Way({ answer: { outcome } }: { readonly answer: ShownOutcome }) {
  const words = useWords();
  const { key, unit, baseline, target, latest, progress, measurements } = outcome;
  const at = (value: ShownOutcome['outcome']['latest']): string | null =>
    value === null
      ? null
      : `${words.stated(value.value, unit ?? '')}${unit === null || isSign(unit) ? '' : ` ${unit}`} on ${words.day(value.on)}`;
  return (
    <Card title="How far it has come">
      <Pairs
        figure={outcomeId(key)}
        of={[
          ['Baseline', at(baseline)],
          ['Latest', at(latest)],
          ['Target', at(target)],
          ['Measured in', unit ?? 'no unit stated'],
        ]}
      />
      <p>
        <Figure of={{ id: outcomeId(key) }}>
          {progress === null
            ? 'There is no baseline, target and later value to measure the way by'
            : `${words.figure(progress, 'share')} of the way to its target`}{' '}
          (n {words.count(measurements)})
        </Figure>
      </p>
    </Card>
  );
}

function Claim({ answer: { outcome, contribution } }: { readonly answer: ShownOutcome }) {
  return (
    <Card title="What brings it about">
      <p data-stated={`outcome:${outcome.key}`}>{contribution.sentence}</p>
      <p>
        <Figure of={{ id: valueId('outcome', outcome.key) }} className="button">
          The money that came to it
        </Figure>
      </p>
    </Card>
  );
}
