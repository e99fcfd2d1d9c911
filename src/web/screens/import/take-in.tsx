import { useState } from 'react';
import { type ShownUpload, takeInUpload } from '#api/uploads.ts';
import { useIsHere } from '../../is-here.ts';
import { promised } from '../../order.ts';
import { useChange } from '../../view.ts';
import { useWork } from '../../work.tsx';
import { reasonOf, Trouble } from './trouble.tsx';

type Props = { readonly shown: ShownUpload; readonly takes: boolean };

/** The one step that changes anything. It is ordered, and followed by its number in the address. */
export function TakeIn({ shown: { upload }, takes }: Props) {
  const change = useChange();
  const isHere = useIsHere();
  const { follow } = useWork();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const take = async (): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await promised(takeInUpload, { upload });
      void follow(id);
      if (isHere()) change({ job: id });
    } catch (error) {
      setRefused(reasonOf(error));
      setBusy(false);
    }
  };
  return (
    <>
      {refused !== undefined && <Trouble what="It was not taken in" why={refused} />}
      <span className="muted">All of it or nothing; it can be taken out again.</span>
      <button type="button" className="primary" disabled={!takes || busy} onClick={() => void take()}>
        Take it in
      </button>
    </>
  );
}
