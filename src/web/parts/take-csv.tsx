import { useState } from 'react';
import { Refused } from '../ask.ts';
import { useSay } from '../said.tsx';
import { fileName, saveCsv } from '../save.ts';
import { Icon } from './icon.tsx';

type Props = {
  /** As the file is called. */
  readonly name: string;
  readonly csv: () => Promise<string>;
};

/** Takes a table along as a file. What cannot be fetched is said, and the button can be pressed again. */
export function TakeCsv({ name, csv }: Props) {
  const say = useSay();
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      saveCsv(fileName(name), await csv());
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      say({ text: `There is no file: ${error.message}` });
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" disabled={busy} onClick={() => void take()}>
      <Icon name="download" /> CSV
    </button>
  );
}
