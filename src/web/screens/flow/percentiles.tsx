import { useQueries } from '@tanstack/react-query';
import { flowTimePercentiles, type Quantile } from '#charts/flow-time-percentiles.ts';
import type { Reading } from '#model/reading.ts';
import { textOfOpened } from '../../opened.ts';
import { Loading } from '../../parts/loading.tsx';
import { Picture } from '../../parts/picture.tsx';
import { ProblemState } from '../../parts/states.tsx';
import { theReadingsByPeriod } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';
import { By } from './by.tsx';
import { useLooked, useOf } from './looked.ts';

const ids = { p50: 'flow.flow-time', p85: 'flow.flow-time/p85', p95: 'flow.flow-time/p95' } as const;

const kinds = ['month', 'quarter', 'year'] as const;

const cuts = { month: 'by month', quarter: 'by quarter', year: 'by year' };

/** As many periods as a course has elsewhere. */
const most = 12;

/** How long work took, period by period up to the one that is looked at. */
export function Percentiles() {
  const { by } = useView();
  const { span } = useWorkspace();
  const of = useOf();
  const { where, window, asOf } = useLooked();
  const kind = kinds.find((each) => each === by) ?? 'month';
  const course = window && span ? { from: span.from, until: window.until } : undefined;
  const answers = useQueries({
    queries: Object.values(ids).map((id) => theReadingsByPeriod(id, kind, where, { window: course, asOf })),
  });
  const failed = answers.find(({ error }) => error);
  if (failed?.error) return <ProblemState error={failed.error} again={() => void failed.refetch()} />;
  const [p50, p85, p95] = answers.map(({ data }) => data?.readings.slice(-most));
  if (!p50 || !p85 || !p95) return <Loading lines={8} what="Reading period by period" />;
  const data = {
    measure: 'Flow time',
    unit: 'day',
    periods: p50.map((reading, index) => {
      const period = reading.subject.period ?? '';
      return {
        key: textOfOpened({ ...of(ids.p50), period }),
        period,
        n: reading.n,
        p50: quantileOf(reading),
        p85: quantileOf(p85[index]),
        p95: quantileOf(p95[index]),
      };
    }),
  };
  return (
    <Picture chart={flowTimePercentiles} data={data} of={of(ids.p50)}>
      <By all={cuts} chosen={kind} name="Periods" />
    </Picture>
  );
}

const quantileOf = (reading: Reading | undefined): Quantile => ({
  value: reading?.value ?? null,
  lower: reading?.lower ?? null,
  upper: reading?.upper ?? null,
});
