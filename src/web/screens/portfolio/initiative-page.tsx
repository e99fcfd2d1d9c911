import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAt, useUnit } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ToRecordPage } from '../../parts/to-record.tsx';
import { theInitiative } from '../../queries.ts';
import type { View } from '../../view.ts';
import { CaseOf } from './case.tsx';
import { DelayOf } from './delay.tsx';
import { Finance } from './finance.tsx';
import type { Initiative } from './initiative.ts';
import { InitiativeSentence } from './initiative-sentence.tsx';
import { InitiativeTrace } from './initiative-trace.tsx';
import { Joined } from './joined.tsx';
import { Promised } from './promised.tsx';

/** One initiative: what it promised, what it takes, what it builds and what the business has of that. */
export function InitiativePage({ of }: { readonly of: string }) {
  const query = useQuery(theInitiative(of, useAt()));
  return (
    <article className="portfolio">
      <p className="muted small">
        <Link to="/portfolio" search={(before: View) => before} className="record-link">
          Portfolio
        </Link>
      </p>
      <Asked query={query} what="Looking at the initiative">
        {({ initiative }) => <Shown initiative={initiative} />}
      </Asked>
    </article>
  );
}

function Shown({ initiative }: { readonly initiative: Initiative }) {
  const { key, name, note } = initiative;
  const unit = useUnit(initiative.spend.map(({ currency }) => currency));
  return (
    <>
      <header data-stated={`initiative:${key}`}>
        <PageTitle>{name}</PageTitle>
        {note !== null && <p>{note}</p>}
        <ToRecordPage of={{ kind: 'initiative', key }}>The record with all it says, to be edited</ToRecordPage>
      </header>
      <InitiativeSentence initiative={initiative} unit={unit} />
      <Promised initiative={initiative} />
      <InitiativeTrace of={key} unit={unit} />
      <Joined initiative={initiative} unit={unit} />
      <Finance of={key} />
      <div className="model-grid">
        <DelayOf of={key} />
        <CaseOf of={key} />
      </div>
    </>
  );
}
