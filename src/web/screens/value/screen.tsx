import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { valueTrace } from '#charts/value-trace.ts';
import { useAt, useBasis, useTraced, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { BasisChoice, EvidenceChoice } from '../../parts/basis-choice.tsx';
import { MoneyNotes, RateNotes, UnitChoice } from '../../parts/money-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theCoverage, theTrace } from '../../queries.ts';
import { wholeTrace } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { Backward } from './backward.tsx';
import { EmptyValue } from './empty.tsx';
import { OutcomePage } from './outcome-page.tsx';
import { Outcomes } from './outcomes.tsx';
import { Sentence } from './sentence.tsx';
import { Stubs } from './stubs.tsx';
import { type Coverage, pictureOf, wayOf } from './traced.ts';

/** What money became, from the line of funding to what the business has of it, and where it goes no further. */
export function Screen() {
  const { pathname } = useLocation();
  const [, , place, key] = pathname.split('/').map(decodeURIComponent);
  return place === 'outcomes' && key !== undefined ? <OutcomePage key={key} of={key} /> : <Trace />;
}

function Trace() {
  const traced = useTraced();
  return (
    <div className="value">
      <PageTitle unseen>Value trace</PageTitle>
      {wayOf(traced) === 'forward' ? <Forward /> : <Backward />}
      <Outcomes />
    </div>
  );
}

function Forward() {
  const coverage = useQuery(theCoverage(useBasis(), useAt()));
  return (
    <Asked query={coverage} what="Following the money">
      {(answer) => <Shown coverage={answer} />}
    </Asked>
  );
}

function Shown({ coverage }: { readonly coverage: Coverage }) {
  const basis = useBasis();
  const units = coverage.money.map(({ currency }) => currency);
  const unit = useUnit(units);
  const isUnrated = coverage.rates !== null && coverage.rates.without.length > 0;
  const isNone = coverage.missing !== null && coverage.breaks.length === 0 && !isUnrated;
  if (isNone && basis === 'spend') return <EmptyValue />;
  return (
    <>
      <Sentence coverage={coverage} unit={unit} />
      <MoneyNotes told={coverage} />
      <section className="card" aria-label="Trace">
        <Drawn unit={unit}>
          <BasisChoice />
          <EvidenceChoice />
          <UnitChoice units={units} chosen={unit} rates={coverage.rates} />
        </Drawn>
        <RateNotes rates={coverage.rates} />
      </section>
      <Stubs coverage={coverage} unit={unit} />
    </>
  );
}

function Drawn({ unit, children }: { readonly unit: string; readonly children: React.ReactNode }) {
  const { period } = useView();
  const query = useQuery(theTrace(useBasis(), useAt()));
  return (
    <Asked query={query} what="Drawing the trace">
      {({ traces, missing }) => {
        const trace = traces.find((each) => each.unit === unit);
        if (!trace)
          return (
            <>
              {children}
              <p className="muted">{missing ?? 'There is nothing to trace.'}</p>
            </>
          );
        return (
          <Picture chart={valueTrace} data={pictureOf(trace, period ?? 'all of the records')} of={{ id: wholeTrace }}>
            {children}
          </Picture>
        );
      }}
    </Asked>
  );
}
