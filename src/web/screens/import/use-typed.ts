import { useState } from 'react';

/**
 * A text that somebody is at: what is typed stands until it was kept, whatever comes meanwhile, and counts once the field is
 * left.
 */
export const useTyped = (value: string, keep: (typed: string) => Promise<void>) => {
  const [typed, setTyped] = useState<string>();
  const leave = async (): Promise<void> => {
    if (typed === undefined) return;
    if (typed !== value) await keep(typed);
    setTyped((now) => (now === typed ? undefined : now));
  };
  return { text: typed ?? value, setTyped, leave: () => void leave() };
};
