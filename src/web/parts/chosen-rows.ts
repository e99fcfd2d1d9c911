import { type KeyboardEvent, useState } from 'react';

export type ChosenRows = {
  readonly chosen: ReadonlySet<string>;
  readonly choose: (keys: readonly string[], on: boolean) => void;
  /** For the body of the table, whose rows begin with a checkbox that has the key as its value. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => void;
};

/**
 * Rows of a table that are chosen together.
 *
 * From one checkbox arrows lead to the next, with Shift they choose on the way; Ctrl+A chooses all that are shown. Space
 * chooses one, as checkboxes do.
 */
export const useChosenRows = (shown: readonly string[]): ChosenRows => {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  // What is not shown any more is not changed by who cannot see it.
  const chosen = new Set(shown.filter((key) => kept.has(key)));
  const choose = (keys: readonly string[], on: boolean): void => {
    const next = new Set(chosen);
    for (const key of keys) {
      if (on) next.add(key);
      else next.delete(key);
    }
    setKept(next);
  };
  const onKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'checkbox') return;
    if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      choose(shown, true);
      return;
    }
    const boxes = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    const at = boxes.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: boxes.length - 1 }[event.key];
    const next = to === undefined ? undefined : boxes[to];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) choose([event.target.value, next.value], true);
    next.focus();
  };
  return { chosen, choose, onKey };
};
