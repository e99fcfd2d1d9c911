import { useSyncExternalStore } from 'react';

let isPrinting = false;

/** The query of media changes only once the paper is laid out; these events come before and after it. */
const subscribe = (told: () => void): (() => void) => {
  const tell = ({ type }: Event): void => {
    isPrinting = type === 'beforeprint';
    told();
  };
  addEventListener('beforeprint', tell);
  addEventListener('afterprint', tell);
  return () => {
    removeEventListener('beforeprint', tell);
    removeEventListener('afterprint', tell);
  };
};

/** Whether the page is being printed. What it draws then is there before the paper is laid out. */
export const useOnPaper = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => isPrinting,
    () => false,
  );
