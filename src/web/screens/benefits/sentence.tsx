import { Figure } from '../../parts/figure.tsx';
import { benefitsFigure } from '../../value-names.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import type { Benefits } from './curve.ts';

/** How much of what was planned to date has come, and how many benefits nobody has measured in time. */
export function Sentence({ answer: { totals, converted, benefits, count } }: { readonly answer: Benefits }) {
  const words = useWords();
  const { currency } = useWorkspace();
  const total = converted.total ?? totals.find(({ money, unit }) => money && unit === currency);
  const overdue = benefits.filter((each) => each.overdue > 0).length;
  const of = { id: benefitsFigure };
  return (
    <p className="finding-sentence">
      {total?.net.toDate == null ? (
        <>
          <Figure of={of}>
            {words.count(count.reached)} of {words.counted(count.of, 'benefit')}
          </Figure>{' '}
          reached what was planned to date
        </>
      ) : (
        <>
          <Figure of={of} className="whole">
            {words.figure(total.net.toDate, 'share')}
          </Figure>{' '}
          of the benefit that was planned to date and measured has come:{' '}
          <Figure of={of} className="whole">
            {words.figure(Number(total.net.realised), total.unit)} of{' '}
            {words.figure(Number(total.net.plannedMeasured), total.unit)}
          </Figure>
        </>
      )}
      {overdue > 0 && (
        <>
          ;{' '}
          <Figure of={of} className="whole">
            {words.counted(overdue, 'benefit')}
          </Figure>{' '}
          {overdue === 1 ? 'was' : 'were'} not measured in time
        </>
      )}
      .
    </p>
  );
}
