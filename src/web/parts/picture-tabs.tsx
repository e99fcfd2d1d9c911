import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useChange, useView } from '../view.ts';

export type PictureTab = { readonly id: string; readonly title: string; readonly shown: ReactNode };

type Props = { readonly name: string; readonly tabs: readonly PictureTab[] };

/** One picture of several; which one stands in the address. Arrows go from tab to tab. */
export function PictureTabs({ name, tabs }: Props) {
  const { tab } = useView();
  const change = useChange();
  const id = useId();
  const chosen = Math.max(
    0,
    tabs.findIndex((each) => each.id === tab),
  );
  const { shown, title = '' } = tabs[chosen] ?? {};
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
      <div role="tablist" tabIndex={-1} aria-label={name} className="tabs" onKeyDown={onKey}>
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
        {shown}
      </div>
    </section>
  );
}
