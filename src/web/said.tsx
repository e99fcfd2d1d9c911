import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';

/** A sentence about what was just done, and how it is taken back. */
type Saying = { readonly text: string; readonly undo?: (() => void) | undefined };

const Say = createContext<(saying: Saying) => void>(() => undefined);

/** Says in passing what was done, for as long as it is likely to be regretted. */
export const useSay = (): ((saying: Saying) => void) => use(Say);

/** How long it stands, in ms. */
const stands = 10_000;

/** The place where what was done is said. One thing at a time: who did something else no longer regrets the first. */
export function Said({ children }: { readonly children: ReactNode }) {
  const [saying, setSaying] = useState<Saying>();
  const clock = useRef<ReturnType<typeof setTimeout>>(undefined);
  const leave = useCallback((after: number) => {
    clearTimeout(clock.current);
    clock.current = setTimeout(() => setSaying(undefined), after);
  }, []);
  const stay = useCallback(() => clearTimeout(clock.current), []);
  const say = useCallback(
    (next: Saying) => {
      setSaying(next);
      leave(stands);
    },
    [leave],
  );
  useEffect(() => () => clearTimeout(clock.current), []);
  const undo = saying?.undo;
  return (
    <Say value={say}>
      {children}
      <div role="status">
        {saying && (
          // Whoever is on the way to it must not see it go.
          // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done by it but to let it stand.
          <div
            className="said"
            onPointerEnter={stay}
            onPointerLeave={() => leave(stands)}
            onFocus={stay}
            onBlur={() => leave(stands)}
          >
            <p>{saying.text}</p>
            {undo && (
              <button
                type="button"
                onClick={() => {
                  setSaying(undefined);
                  undo();
                }}
              >
                Undo
              </button>
            )}
          </div>
        )}
      </div>
    </Say>
  );
}
