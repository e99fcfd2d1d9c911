import { fullMoney } from '../../money.ts';
import { Card } from '../../parts/card.tsx';
import { type Pair, Pairs } from '../../parts/pairs.tsx';
import type { Initiative } from './initiative.ts';

/** What the record says of itself: where it stands, its dates, what was promised and what the business expects. */
export function Promised({ initiative }: { readonly initiative: Initiative }) {
  const { key, dates, commitments, expectation, execution, ranks } = initiative;
  return (
    <div className="model-grid thirds" data-stated={`initiative:${key}`}>
      <Card title="Where it stands">
        <Pairs
          of={[
            ['Status', initiative.status],
            ['Class', initiative.class],
            ['Delivery model', initiative.deliveryModel],
            ['Sponsor', initiative.sponsor?.name ?? null],
            ['Team', initiative.team?.name ?? null],
            ...ranks.slice(0, 3).map(({ period, rank, of }): Pair => [`Rank in ${period}`, `${rank} of ${of}`]),
            ...(execution === null
              ? []
              : [['Items in the logs', `${execution.done} of ${execution.items} done`] satisfies Pair]),
          ]}
        />
      </Card>
      <Card title="Dates">
        <Pairs
          of={[
            ['Planned', spanOf(dates.plannedStart, dates.plannedEnd)],
            ['Actual', spanOf(dates.actualStart, dates.actualEnd)],
          ]}
        />
      </Card>
      <Card title="Promised and expected">
        <Pairs
          of={[
            ...commitments.map(
              ({ promisedOn, date, kept, daysLate }): Pair => [
                `Promised on ${promisedOn}`,
                `${date}${kept === null ? '' : kept ? ', kept' : `, ${daysLate} days late`}`,
              ],
            ),
            ['Expected measure', expectation?.measure ?? null],
            ['Expected by', expectation?.date ?? null],
            [
              'Expected budget',
              expectation?.budget ? `${fullMoney(expectation.budget.amount)} ${expectation.budget.currency}` : null,
            ],
            ['Confirmed by the sponsor', expectation === null ? null : expectation.confirmed ? 'yes' : 'not yet'],
          ]}
        />
      </Card>
    </div>
  );
}

const spanOf = (from: string | null, to: string | null): string | null =>
  from === null && to === null ? null : `${from ?? '?'} to ${to ?? '?'}`;
