import { useState } from 'react';
import { asError } from './proposal.tsx';

type Deed = {
  readonly busy: boolean;
  readonly failed: Error | undefined;
  readonly run: (deed: () => Promise<void>) => Promise<void>;
};

/** Something that is done at a press: whether it is under way, and why it could not be done. */
export const useDeed = (): Deed => {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Error>();
  const run = async (deed: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    try {
      await deed();
    } catch (error) {
      setFailed(asError(error));
    }
    setBusy(false);
  };
  return { busy, failed, run };
};
