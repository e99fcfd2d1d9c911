import type { Window } from '#model/window.ts';
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

/** Of how many windows something is kept in one state. */
const mostWindows = 50;

/** What is found out of windows of a state, each once; what is in nobody's way any more is found again. */
export class PerWindow<T> {
  readonly #known = new WeakMap<Standing, Map<string, Promise<T>>>();

  /** What was found, or is being found at the moment. */
  of(standing: Standing, window: Window): Promise<T> | undefined {
    return this.#known.get(standing)?.get(keyOf(window));
  }

  find(standing: Standing, window: Window, how: () => Promise<T>): Promise<T> {
    const known = this.of(standing, window);
    if (known) return known;
    const found = how();
    this.keep(standing, window, found);
    return found;
  }

  keep(standing: Standing, window: Window, found: Promise<T>): void {
    const own = this.#known.get(standing) ?? new Map<string, Promise<T>>();
    this.#known.set(standing, own);
    const [oldest] = own.keys();
    if (own.size >= mostWindows && oldest !== undefined) own.delete(oldest);
    const key = keyOf(window);
    own.set(key, found);
    found.catch(() => own.delete(key));
  }
}

const keyOf = ({ from, until }: Window): string => `${from}/${until}`;
