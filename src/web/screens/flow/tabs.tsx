import { type ComponentType, type KeyboardEvent, useId } from 'react';
import type { FlowMap } from '#model/flow.ts';
import { useChange, useView } from '../../view.ts';
import { Ageing } from './ageing.tsx';
import { Cumulative } from './cumulative.tsx';
import { HandOffs } from './hand-offs.tsx';
import { flowIn } from './map.tsx';
import { Percentiles } from './percentiles.tsx';
import { Waiting } from './waiting.tsx';

type Tab = {
  readonly id: string;
  readonly title: string;
  readonly Shown: ComponentType<{ readonly source: string }>;
};

const tabs: readonly Tab[] = [
  { id: 'waiting', title: 'Waiting and work', Shown: Waiting },
  { id: 'cumulative', title: 'Cumulative flow', Shown: Cumulative },
  { id: 'ageing', title: 'Ageing work', Shown: Ageing },
  { id: 'percentiles', title: 'Flow time', Shown: Percentiles },
  { id: 'hand-offs', title: 'Hand-offs', Shown: HandOffs },
];

/** One picture of several; which one stands in the address. Arrows go from tab to tab. */
export function Tabs({ flows }: { readonly flows: readonly FlowMap[] }) {
  const { tab, log } = useView();
  const change = useChange();
  const id = useId();
  const chosen = Math.max(
    0,
    tabs.findIndex((each) => each.id === tab),
  );
  const { Shown = Waiting, title = '' } = tabs[chosen] ?? {};
  const onKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    const next = { ArrowRight: chosen + 1, ArrowLeft: chosen - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = (next + tabs.length) % tabs.length;
    change({ tab: tabs[to]?.id });
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <section className="card">
      <div role="tablist" tabIndex={-1} aria-label="Pictures of flow" className="tabs" onKeyDown={onKey}>
        {tabs.map((each, index) => (
          <button
            key={each.id}
            type="button"
            role="tab"
            className="tab"
            aria-selected={index === chosen}
            aria-controls={id}
            tabIndex={index === chosen ? 0 : -1}
            onClick={() => change({ tab: each.id })}
          >
            {each.title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={id} aria-label={title}>
        <Shown source={flowIn(flows, log)?.source ?? ''} />
      </div>
    </section>
  );
}
