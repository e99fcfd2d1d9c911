import { useEffect, useRef } from 'react';
import { screens } from '../screens/index.ts';
import { lettersCount } from './letters.ts';

/** What the keyboard can ask of the shell. */
export type Deeds = {
  readonly palette: () => void;
  readonly help: () => void;
  readonly go: (path: string) => void;
  readonly period: (step: -1 | 1) => void;
  readonly inspect: (element: HTMLElement) => void;
};

export const keyMap: readonly { readonly keys: string; readonly does: string; readonly letter: boolean }[] = [
  { keys: 'Ctrl K', does: 'Find anything: screens, periods, figures', letter: false },
  { keys: 'Esc', does: 'Close what lies on top', letter: false },
  { keys: 'i', does: 'Inspect the figure under the focus or the pointer', letter: true },
  { keys: '[', does: 'The period before', letter: true },
  { keys: ']', does: 'The period after', letter: true },
  { keys: '?', does: 'This list', letter: true },
  ...screens.flatMap(({ letter, title }) =>
    letter === undefined ? [] : [{ keys: `g ${letter}`, does: `Go to ${title}`, letter: true }],
  ),
];

/** How long a `g` waits for its letter. */
const patience = 1500;

/** Listens to the keyboard for as long as the shell stands. */
export const useKeys = (deeds: Deeds): void => {
  const latest = useRef(deeds);
  latest.current = deeds;
  useEffect(() => {
    let gone = 0;
    const onKey = (event: KeyboardEvent): void => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        latest.current.palette();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target) || !lettersCount()) return;
      const screen = event.timeStamp - gone < patience ? screens.find(({ letter }) => letter === event.key) : undefined;
      gone = event.key === 'g' ? event.timeStamp : 0;
      if (screen) latest.current.go(screen.path);
      else press(event, latest.current);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
};

const press = (event: KeyboardEvent, { help, period, inspect }: Deeds): void => {
  switch (event.key) {
    case '?':
      help();
      break;
    case '[':
      period(-1);
      break;
    case ']':
      period(1);
      break;
    case 'i': {
      const figure = figureAt();
      if (figure) inspect(figure);
    }
  }
};

/** A letter that is typed into a field, or chooses in a list, is no short cut; nor is any while a dialog is open. */
const isWriting = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null ||
  (target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null);

const figureAt = (): HTMLElement | null => {
  const focused = document.activeElement?.closest<HTMLElement>('[data-figure]');
  return focused ?? [...document.querySelectorAll<HTMLElement>('[data-figure]:hover')].at(-1) ?? null;
};
