import { useQuery } from '@tanstack/react-query';
import { ageingWork } from '#charts/ageing-work.ts';
import type { AgeingWork } from '#model/flow.ts';
import { caseId } from '../../cases.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theAgeingWork } from '../../queries.ts';
import { useWords } from '../../workspace.ts';
import { useLooked, useOf } from './looked.ts';

/** All that is under way, by how old it is and where it stands. */
export function Ageing({ source }: { readonly source: string }) {
  const of = useOf();
  const words = useWords();
  const query = useQuery(theAgeingWork(source, useLooked()));
  return (
    <Asked query={query} what="Looking at open work">
      {({ work, window, asOf }) => (
        <>
          <Picture
            chart={ageingWork}
            data={dataOf(work, [window.until, asOf].toSorted()[0] ?? asOf)}
            of={of('flow.wip-age')}
          />
          {work.items.length < work.total && (
            <p className="muted small" data-figure="flow.wip-age">
              The {words.count(work.items.length)} oldest of {words.count(work.total)} are shown.
            </p>
          )}
        </>
      )}
    </Asked>
  );
}

/** What stands for the stage of an item of which nobody has said one. */
const none = '';

const dataOf = ({ source, stages, items, done }: AgeingWork, asOf: string) => ({
  unit: 'day',
  asOf,
  stages: [
    ...(items.some(({ stage }) => stage === null) ? [{ key: none, name: 'no stage known' }] : []),
    ...stages.map(({ key, name }) => ({ key, name })),
  ],
  items: items.map(({ item, stage, ageDays }) => ({
    key: caseId(source, item),
    name: item,
    stage: stage ?? none,
    age: ageDays,
  })),
  done,
});
