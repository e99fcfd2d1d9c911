import type { FlowMap } from '#model/flow.ts';
import { PictureTabs } from '../../parts/picture-tabs.tsx';
import { useView } from '../../view.ts';
import { Ageing } from './ageing.tsx';
import { Cumulative } from './cumulative.tsx';
import { HandOffs } from './hand-offs.tsx';
import { flowIn } from './map.tsx';
import { Percentiles } from './percentiles.tsx';
import { Waiting } from './waiting.tsx';

/** What else there is to see of the log that is looked at. */
export function Tabs({ flows }: { readonly flows: readonly FlowMap[] }) {
  const { log } = useView();
  const source = flowIn(flows, log)?.source ?? '';
  return (
    <PictureTabs
      name="Pictures of flow"
      tabs={[
        { id: 'waiting', title: 'Waiting and work', shown: <Waiting /> },
        { id: 'cumulative', title: 'Cumulative flow', shown: <Cumulative source={source} /> },
        { id: 'ageing', title: 'Ageing work', shown: <Ageing source={source} /> },
        { id: 'percentiles', title: 'Flow time', shown: <Percentiles /> },
        { id: 'hand-offs', title: 'Hand-offs', shown: <HandOffs /> },
      ]}
    />
  );
}
