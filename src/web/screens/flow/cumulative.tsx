import { useQuery } from '@tanstack/react-query';
import { cumulativeFlow } from '#charts/cumulative-flow.ts';
import type { CumulativeFlow } from '#model/flow.ts';
import { casesId } from '../../cases.ts';
import { textOfOpened } from '../../opened.ts';
import { Asked } from '../../parts/asked.tsx';
import { Picture } from '../../parts/picture.tsx';
import { theCumulativeFlow } from '../../queries.ts';
import { useView } from '../../view.ts';
import { By } from './by.tsx';
import { useLooked, useOf } from './looked.ts';

/** What is done grows for as long as one looks, until what is under way is hard to see beside it. */
const shown = { all: 'all work', open: 'open work' };

const isOver = ({ kind }: CumulativeFlow['bands'][number]): boolean => kind === 'done' || kind === 'cancelled';

const openOnly = ({ source, bands, days }: CumulativeFlow): CumulativeFlow => ({
  source,
  bands: bands.filter((band) => !isOver(band)),
  days: days.map(({ day, counts }) => ({
    day,
    counts: counts.filter((_, index) => {
      const band = bands[index];
      return band !== undefined && !isOver(band);
    }),
  })),
});

/** Where the work stood, day by day. */
export function Cumulative({ source }: { readonly source: string }) {
  const of = useOf();
  const query = useQuery(theCumulativeFlow(source, useLooked()));
  const view = useView();
  const by = view.by === 'open' ? 'open' : 'all';
  const opens = (band: CumulativeFlow['bands'][number]): string => {
    const { stage } = band;
    return textOfOpened(
      of(casesId(stage !== null && isOver(band) ? { stage: { source, stage } } : { standing: { source, stage } })),
    );
  };
  return (
    <Asked query={query} what="Counting day by day">
      {({ flow }) => {
        const { bands, days } = by === 'open' ? openOnly(flow) : flow;
        const named = bands.map((band) => ({ name: band.name, kind: band.kind, key: opens(band) }));
        return (
          <Picture chart={cumulativeFlow} data={{ days, bands: named }} of={of('flow.wip')}>
            <By all={shown} chosen={by} name="Work" />
          </Picture>
        );
      }}
    </Asked>
  );
}
