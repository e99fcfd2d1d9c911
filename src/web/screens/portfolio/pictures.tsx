import { useQuery } from '@tanstack/react-query';
import { allocationHistory } from '#charts/allocation-history.ts';
import { planToNow } from '#charts/plan-to-now.ts';
import { spendByCapability } from '#charts/spend-by-capability.ts';
import { spendTail } from '#charts/spend-tail.ts';
import { useAt } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { PictureTabs } from '../../parts/picture-tabs.tsx';
import { theAllocation } from '../../queries.ts';
import { wholeTrace } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { type Allocation, byCapability, historyOf, planToNowOf, tailOf } from './allocation.ts';

type Props = { readonly allocation: Allocation; readonly unit: string };

const of = { id: wholeTrace };

/** The money in one picture, and beside it what else there is to be asked of it. */
export function Pictures({ allocation, unit }: Props) {
  const period = usePeriodName();
  return (
    <div className="flow-grid">
      <section className="card" aria-label="Spend by capability">
        <Picture chart={spendByCapability} data={byCapability(allocation, unit, period)} of={of} />
      </section>
      <PictureTabs
        name="Pictures of the portfolio"
        tabs={[
          {
            id: 'history',
            title: 'Against importance',
            shown: <Picture chart={allocationHistory} data={historyOf(allocation, unit, period)} of={of} />,
          },
          { id: 'plan', title: 'Budget to spend', shown: <PlanToNow spend={allocation} unit={unit} /> },
          {
            id: 'tail',
            title: 'Tail',
            shown: <Picture chart={spendTail} data={tailOf(allocation, unit, period)} of={of} />,
          },
        ]}
      />
    </div>
  );
}

const usePeriodName = (): string => useView().period ?? 'all of the records';

function PlanToNow({ spend, unit }: { readonly spend: Allocation; readonly unit: string }) {
  const period = usePeriodName();
  const query = useQuery(theAllocation('budget', useAt()));
  return (
    <Asked query={query} what="Adding up the budgets">
      {(budget) => <Picture chart={planToNow} data={planToNowOf(budget, spend, unit, period)} of={of} />}
    </Asked>
  );
}
