import { useQuery } from '@tanstack/react-query';
import { waitingAndWork } from '#charts/waiting-and-work.ts';
import { TimeClass } from '#model/kinds.ts';
import { textOfOpened } from '../../opened.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theTimeUse } from '../../queries.ts';
import { useView } from '../../view.ts';
import { By } from './by.tsx';
import { useLooked, useOf, usePeriodName } from './looked.ts';
import { useStageFigure } from './sentence.tsx';

const cuts = { stage: 'by stage', team: 'by team' };

/** Of the time that work takes, how much is work, stage by stage or team by team. */
export function Waiting() {
  const view = useView();
  const by = view.by === 'team' ? 'team' : 'stage';
  const of = useOf();
  const period = usePeriodName();
  const looked = useLooked();
  const stageFigure = useStageFigure();
  const query = useQuery(theTimeUse(by, looked));
  const opens = (key: string): string | null => {
    if (by === 'stage') return textOfOpened(stageFigure(key));
    // A figure is looked at through one thing at a time.
    if (looked.where !== undefined && looked.where.scope !== 'team') return null;
    return textOfOpened({ id: 'flow.flow-efficiency', where: { scope: 'team', key } });
  };
  return (
    <Asked query={query} what="Adding up the time">
      {({ uses }) => (
        <Picture
          chart={waitingAndWork}
          data={{
            unit: 'day',
            period,
            rows: uses.map(({ key, name, n, days, lower, upper, ofWaiting }) => ({
              key: opens(key),
              name,
              n,
              lower,
              upper,
              ofWaiting,
              parts: TimeClass.options.map((kind) => ({ kind, amount: days[kind] })),
            })),
          }}
          of={of('flow.waiting')}
        >
          <By all={cuts} chosen={by} name="Cut by" />
        </Picture>
      )}
    </Asked>
  );
}
