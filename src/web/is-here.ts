import { useEffect, useRef } from 'react';

/** Whether what asked for something is still looked at when the answer comes: somebody may have gone elsewhere meanwhile. */
export const useIsHere = (): (() => boolean) => {
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return () => here.current;
};
