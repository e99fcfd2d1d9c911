import { useQuery } from '@tanstack/react-query';
import { fullMoney, moneyText, useAt, useBasis, useUnit } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { theCoverage } from '../queries.ts';
import { reasonWords } from '../screens/value/reasons.ts';
import { Stubs } from '../screens/value/stubs.tsx';
import type { Coverage } from '../screens/value/traced.ts';
import { useWords } from '../workspace.ts';
import { Section } from './explained.tsx';

/** All money of a window: what came to measured benefits and what did not, and how that is found. */
export function WholeTrace() {
  const query = useQuery(theCoverage(useBasis(), useAt()));
  return (
    <Asked query={query} what="Following the money">
      {(coverage) => <Facts coverage={coverage} />}
    </Asked>
  );
}

function Facts({ coverage }: { readonly coverage: Coverage }) {
  const words = useWords();
  const basis = useBasis();
  const { money, from, until, asOf, initiatives, benefits } = coverage;
  const unit = useUnit(money.map(({ currency }) => currency));
  const own = money.find(({ currency }) => currency === unit);
  return (
    <div className="explained" data-kind="trace">
      <p className="explained-title">{basis === 'spend' ? 'Money that was spent' : 'Money that may be spent'}</p>
      <p className="muted small">
        from {from} up to {until}, as of {asOf.slice(0, 10)}
      </p>
      <p className="hero">
        <span className="hero-value">{own ? moneyText(words, own.invested, unit) : 'no money'}</span>
        <span className="hero-beside">{own ? 'complete: every amount on record' : coverage.missing}</span>
      </p>
      <dl className="pairs">
        {own && (
          <div>
            <dt>came to measured benefits</dt>
            <dd>
              {fullMoney(own.traced)} {unit}
            </dd>
          </div>
        )}
        {own?.byGrade.map(({ grade, amount }) => (
          <div key={grade}>
            <dt>of that by ways of grade {grade}</dt>
            <dd>
              {fullMoney(amount)} {unit}
            </dd>
          </div>
        ))}
        {own?.stubs.map(({ reason, amount }) => (
          <div key={reason}>
            <dt>goes no further: {reasonWords[reason]}</dt>
            <dd>
              {fullMoney(amount)} {unit}
            </dd>
          </div>
        ))}
        <div>
          <dt>initiatives in unbroken chains</dt>
          <dd>
            {initiatives.whole} of {initiatives.n}
          </dd>
        </div>
        <div>
          <dt>benefits in unbroken chains</dt>
          <dd>
            {benefits.whole} of {benefits.n}
          </dd>
        </div>
      </dl>
      <Section title="Definition">
        <p>
          Each amount goes by the links that hold on its day, in the shares that they pass on, and is divided to the
          cent. What no link passes on stays where it is, with the reason why. What arrived and what stayed are together
          what was there, to the cent. The grade of a way is that of its weakest link.
        </p>
      </Section>
      <Stubs coverage={coverage} unit={unit} />
    </div>
  );
}
