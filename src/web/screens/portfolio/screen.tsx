import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useAt, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { MoneyNotes, RateNotes, UnitChoice } from '../../parts/money-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { theAllocation } from '../../queries.ts';
import { type Allocation, unitsOf } from './allocation.ts';
import { Delays } from './delays.tsx';
import { EmptyPortfolio } from './empty.tsx';
import { Gate } from './gate.tsx';
import { InitiativePage } from './initiative-page.tsx';
import { Initiatives } from './initiatives.tsx';
import { Pictures } from './pictures.tsx';
import { Sentence } from './sentence.tsx';

/** Where the money goes, and whether that is where the goals are. */
export function Screen() {
  const { pathname } = useLocation();
  const [, , key] = pathname.split('/').map(decodeURIComponent);
  return key === undefined ? <Portfolio /> : <InitiativePage key={key} of={key} />;
}

function Portfolio() {
  const query = useQuery(theAllocation('spend', useAt()));
  return (
    <Asked query={query} what="Adding up the money">
      {(allocation) => <Shown allocation={allocation} />}
    </Asked>
  );
}

function Shown({ allocation }: { readonly allocation: Allocation }) {
  const units = unitsOf(allocation);
  const unit = useUnit(units);
  if (allocation.missing !== null) {
    return (
      <div className="portfolio">
        <EmptyPortfolio missing={allocation.missing} />
        <UnitChoice units={units} chosen={unit} rates={allocation.rates} />
        <RateNotes rates={allocation.rates} />
        <Gate />
      </div>
    );
  }
  return (
    <div className="portfolio">
      <PageTitle unseen>Portfolio</PageTitle>
      <Sentence allocation={allocation} unit={unit} />
      <MoneyNotes told={{ ...allocation, leftOut: allocation.periods.flatMap(({ leftOut }) => leftOut) }} />
      <UnitChoice units={units} chosen={unit} rates={allocation.rates} />
      <RateNotes rates={allocation.rates} />
      <Pictures allocation={allocation} unit={unit} />
      <Initiatives allocation={allocation} unit={unit} />
      <Gate />
      <Delays />
    </div>
  );
}
