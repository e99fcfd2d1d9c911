let last: Promise<unknown> = Promise.resolve();

/**
 * Does what nobody waits for one thing after the other: the server answers one question at a time, and the next click of a
 * person should wait for one of them at most.
 */
export const quietly = <T>(work: () => Promise<T>): Promise<T> => {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
};
