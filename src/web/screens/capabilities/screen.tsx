import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useAt, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { MoneyNotes, RateNotes, UnitChoice } from '../../parts/money-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { theCapabilities } from '../../queries.ts';
import type { Capabilities } from './card.ts';
import { EmptyCapabilities } from './empty.tsx';
import { CapabilityMapCard } from './map.tsx';
import { CapabilityPage } from './page.tsx';
import { Placed } from './placed.tsx';
import { Sentence } from './sentence.tsx';
import { CapabilityTable } from './table.tsx';

/** What the organisation must be able to do, how able it is, and where it is not and that matters. */
export function Screen() {
  const { pathname } = useLocation();
  const [, , key] = pathname.split('/').map(decodeURIComponent);
  return key === undefined ? <All /> : <CapabilityPage key={key} of={key} />;
}

function All() {
  const query = useQuery(theCapabilities(useAt()));
  return (
    <Asked query={query} what="Looking at capabilities">
      {(answer) => (answer.capabilities.length === 0 ? <EmptyCapabilities /> : <Shown answer={answer} />)}
    </Asked>
  );
}

function Shown({ answer }: { readonly answer: Capabilities }) {
  const units = [...new Set(answer.capabilities.flatMap(({ spend }) => spend.map(({ currency }) => currency)))].sort();
  const unit = useUnit(units);
  return (
    <div className="capabilities">
      <PageTitle unseen>Capabilities</PageTitle>
      <Sentence answer={answer} />
      <MoneyNotes told={{ ...answer, leftOut: [] }} />
      <UnitChoice units={units} chosen={unit} rates={answer.rates} />
      <RateNotes rates={answer.rates} />
      <CapabilityMapCard cards={answer.capabilities} unit={unit} />
      <Placed answer={answer} unit={unit} />
      <CapabilityTable cards={answer.capabilities} unit={unit} />
    </div>
  );
}
