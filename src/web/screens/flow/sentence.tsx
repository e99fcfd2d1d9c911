import { useQuery } from '@tanstack/react-query';
import type { TimeUse } from '#model/flow.ts';
import type { Reading } from '#model/reading.ts';
import { casesId } from '../../cases.ts';
import { Figure } from '../../parts/figure.tsx';
import { theTimeUse } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import { useLooked, useOf } from './looked.ts';
import { useReading } from './readings.ts';

/** How long work takes, how much of that it waits, and where most: in one breath. */
export function Sentence() {
  const took = useReading('flow.flow-time');
  const efficiency = useReading('flow.flow-efficiency');
  const looked = useLooked();
  const uses = useQuery(theTimeUse('stage', looked));
  const error = took.error ?? efficiency.error ?? uses.error;
  if (error) return <p className="finding-sentence">{error.message}</p>;
  if (!took.reading || !efficiency.reading || !uses.data) return <p className="finding-sentence">…</p>;
  const worst = uses.data.uses.reduce<TimeUse | undefined>(
    (most, use) => ((use.ofWaiting ?? 0) > (most?.ofWaiting ?? 0) ? use : most),
    undefined,
  );
  return (
    <p className="finding-sentence">
      <Took reading={took.reading} />
      <Waited reading={efficiency.reading} />
      {worst && efficiency.reading.value !== null && <Worst use={worst} />}.
    </p>
  );
}

function Took({ reading }: { readonly reading: Reading }) {
  const words = useWords();
  const of = useOf();
  const { value, n, missing, unit } = reading;
  if (value === null) return <>Nobody can say how long work takes: {missing ?? 'nothing is known'}</>;
  const range = words.range(reading, unit);
  return (
    <>
      Half of what was done took at most{' '}
      <Figure of={of('flow.flow-time')}>
        {words.figure(value, unit, reading)} ({range !== '' && `95% interval ${range}, `}n {words.count(n)})
      </Figure>
    </>
  );
}

/** What is not work is waiting. */
function Waited({ reading: { value, lower, upper, n, unit, interval } }: { readonly reading: Reading }) {
  const words = useWords();
  const of = useOf();
  if (value === null) return null;
  const bounds = { interval, lower: upper === null ? null : 1 - upper, upper: lower === null ? null : 1 - lower };
  const range = words.range(bounds, unit);
  return (
    <>
      ; of that time it waited{' '}
      <Figure of={of('flow.flow-efficiency')}>
        {words.figure(1 - value, unit, bounds)} ({range !== '' && `${range}, `}n {words.count(n)})
      </Figure>
    </>
  );
}

function Worst({ use: { key, name, n, ofWaiting } }: { readonly use: TimeUse }) {
  const words = useWords();
  const open = useStageFigure();
  return (
    <>
      , most in {name}:{' '}
      <Figure of={open(key)} className="whole">
        {words.figure(ofWaiting, 'share')} of all waiting (n {words.count(n)})
      </Figure>
    </>
  );
}

/** What opens a stage of any log: its waiting where all cases are looked at, else those of the cases that came there. */
export const useStageFigure = () => {
  const { where } = useLooked();
  return (stage: string) =>
    where === undefined
      ? ({ id: 'flow.waiting', where: { scope: 'stage', key: stage } } as const)
      : { id: casesId({ stage: { stage } }), where };
};
