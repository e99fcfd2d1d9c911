import type { Standing } from './refresh.ts';

/** What is found out of a state of the workspace once, however many calls ask for it while that state lasts. */
export const perStanding = <T>(find: (standing: Standing) => Promise<T>): ((standing: Standing) => Promise<T>) => {
  const known = new WeakMap<Standing, Promise<T>>();
  return (standing) => {
    const found = known.get(standing) ?? find(standing);
    known.set(standing, found);
    // What went wrong once need not go wrong again.
    found.catch(() => known.delete(standing));
    return found;
  };
};
