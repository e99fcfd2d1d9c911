import { useQuery } from '@tanstack/react-query';
import type { Delay } from '#api/finance.ts';
import { urgencyText } from '../../finance-words.ts';
import { moneyText } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { theDelays } from '../../queries.ts';
import { delayId } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';

/** What it costs to have an initiative later, by the profile that it states or that is assumed. */
export function DelayOf({ of }: { readonly of: string }) {
  const query = useQuery(theDelays(useView().asOf));
  return (
    <Card title="What does waiting cost?">
      <Asked query={query} what="Working out what waiting costs">
        {({ delays, currency }) => {
          const delay = delays.find(({ key }) => key === of);
          if (!delay) return <p className="muted">It is over: nothing of it waits.</p>;
          return <Told delay={delay} currency={currency} />;
        }}
      </Asked>
    </Card>
  );
}

function Told({ delay, currency }: { readonly delay: Delay; readonly currency: string }) {
  const words = useWords();
  const { key, urgency, isAssumed, isWorthLess, perMonth, losses, months, perMonthOfWork } = delay;
  const of = { id: delayId(key) };
  const stated = `initiative:${key}`;
  if (perMonth.value === null) {
    return (
      <p className="muted" data-stated={stated}>
        Cannot be told: {perMonth.missing}.
      </p>
    );
  }
  return (
    <>
      {isWorthLess && (
        <p>
          <span className="status warn">Waiting saves:</span> what is still to come brings less than it takes.
        </p>
      )}
      <ul className="plain-list lines">
        {losses.map((loss) => (
          <li key={loss.months}>
            <Figure of={of}>
              {words.counted(loss.months, 'month')} later {loss.lost.startsWith('-') ? 'saves' : 'loses'}{' '}
              {moneyText(words, loss.lost.replace('-', ''), currency)}
            </Figure>
          </li>
        ))}
        <li data-stated={stated}>
          {perMonthOfWork.value === null ? (
            <span className="muted">For each month of work: {perMonthOfWork.missing ?? months.missing}.</span>
          ) : (
            <Figure of={of}>
              {moneyText(words, perMonthOfWork.value, currency)} for each of the {words.figure(months.value, 'count')}{' '}
              months of work that are left
            </Figure>
          )}
        </li>
      </ul>
      <p className="muted small" data-stated={stated}>
        {isAssumed ? 'Assumed, because nobody stated how its value goes with time' : 'As it states'}:{' '}
        {urgencyText(urgency)}. Not discounted.
      </p>
    </>
  );
}
