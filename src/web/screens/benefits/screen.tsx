import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Asked } from '../../parts/asked.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { theBenefits } from '../../queries.ts';
import { useView } from '../../view.ts';
import type { Benefits } from './curve.ts';
import { EmptyBenefits } from './empty.tsx';
import { BenefitPage } from './page.tsx';
import { Portrait } from './portrait.tsx';
import { Register } from './register.tsx';
import { Sentence } from './sentence.tsx';
import { Totals } from './totals.tsx';

/** What was promised to the business, what came of it, and what is still to be measured. */
export function Screen() {
  const { pathname } = useLocation();
  const [, , key] = pathname.split('/').map(decodeURIComponent);
  return key === undefined ? <All /> : <BenefitPage key={key} of={key} />;
}

function All() {
  const query = useQuery(theBenefits(useView().asOf));
  return (
    <Asked query={query} what="Reading the register">
      {(answer) => (answer.benefits.length === 0 ? <EmptyBenefits /> : <Shown answer={answer} />)}
    </Asked>
  );
}

function Shown({ answer }: { readonly answer: Benefits }) {
  return (
    <div className="benefits">
      <PageTitle unseen>Benefits</PageTitle>
      <Sentence answer={answer} />
      {answer.notices.length > 0 && (
        <div role="status">
          <ul className="notices">
            {answer.notices.map((notice) => (
              <li key={notice}>
                <code>{notice}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="flow-grid">
        <Portrait benefits={answer.benefits} />
        <Totals answer={answer} />
      </div>
      <Register answer={answer} />
    </div>
  );
}
