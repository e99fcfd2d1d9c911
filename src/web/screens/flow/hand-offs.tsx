import { useQuery } from '@tanstack/react-query';
import { handOffMatrix } from '#charts/hand-off-matrix.ts';
import { casesId } from '../../cases.ts';
import { textOfOpened } from '../../opened.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theHandOffs } from '../../queries.ts';
import { useWorkspace } from '../../workspace.ts';
import { useLooked, useOf, usePeriodName } from './looked.ts';

/** Which team hands work to which; of all logs, for work passes from one to the other. */
export function HandOffs() {
  const of = useOf();
  const { teams } = useWorkspace();
  const period = usePeriodName();
  const query = useQuery(theHandOffs(useLooked()));
  const nameOf = (team: string): string => teams.find(({ key }) => key === team)?.name ?? team;
  return (
    <Asked query={query} what="Following the work from team to team">
      {({ handOffs }) => (
        <Picture
          chart={handOffMatrix}
          data={{
            period,
            teams: [...new Set(handOffs.flatMap(({ from, to }) => [from, to]))]
              .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
              .map((key) => ({ key, name: nameOf(key) })),
            handOffs: handOffs.map(({ from, to, count, medianWaitDays }) => ({
              key: textOfOpened(of(casesId({ handOff: { from, to } }))),
              from,
              to,
              count,
              waitDays: medianWaitDays,
            })),
          }}
          of={of('flow.handoffs')}
        />
      )}
    </Asked>
  );
}
