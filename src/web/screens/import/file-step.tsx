import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useIsHere } from '../../is-here.ts';
import { Card } from '../../parts/card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Meter } from '../../parts/meter.tsx';
import { theUploads } from '../../queries.ts';
import { useChange, type View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { type HandingOver, handOver } from './hand-over.ts';
import { Trouble } from './trouble.tsx';
import { rowsWords, sizeWords } from './words.ts';

type Under = { readonly file: File; readonly share: number };

/** Where a file is dropped or chosen, and what somebody began with earlier. */
export function FileStep() {
  const change = useChange();
  const { data } = useQuery({ ...theUploads, staleTime: 0 });
  const [under, setUnder] = useState<Under>();
  const [trouble, setTrouble] = useState<string>();
  const [over, setOver] = useState(false);
  const handing = useRef<HandingOver>(undefined);
  const isHere = useIsHere();
  const largest = data?.largestMegabytes;

  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    setTrouble(undefined);
    if (largest !== undefined && file.size > largest * 1_000_000) {
      setTrouble(
        `${file.name} has ${sizeWords(file.size)}; at most ${sizeWords(largest * 1_000_000)} can be handed over. largestUpload in throughline.yaml allows more.`,
      );
      return;
    }
    setUnder({ file, share: 0 });
    handing.current = handOver(file, (share) => setUnder({ file, share }));
    try {
      const { upload } = await handing.current.done;
      if (isHere()) change({ upload, step: 'detect' });
    } catch (error) {
      setUnder(undefined);
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };

  return (
    <>
      {trouble !== undefined && <Trouble what="The file was not handed over" why={trouble} />}
      {under ? (
        <Card title={under.file.name} says={sizeWords(under.file.size)}>
          <Meter share={under.share} says={under.share < 1 ? 'is being handed over' : 'is being looked at'} />
          <div className="buttons">
            <button type="button" onClick={() => handing.current?.stop()}>
              Stop
            </button>
          </div>
        </Card>
      ) : (
        <label
          className={`drop ${over ? 'over' : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            void take(event.dataTransfer.files[0]);
          }}
        >
          <Icon name="upload" />
          <strong>Drop a log of work or approvals here</strong>
          <span className="muted">
            An export of the ticket tool as CSV with a line of names, or an XES log; also packed with gzip
            {largest !== undefined && `, up to ${sizeWords(largest * 1_000_000)}`}
          </span>
          <span className="as-button">
            Choose a file
            <input type="file" onChange={({ target }) => void take(target.files?.[0])} />
          </span>
        </label>
      )}
      <p className="muted">
        It is looked at first. Nothing of it counts before you take it in, and what you take in can be taken out again.
      </p>
      {data && data.uploads.length > 0 && !under && <Begun uploads={data.uploads} />}
      {data && data.taken.length > 0 && !under && <Taken all={data.taken} />}
    </>
  );
}

type BegunProps = {
  readonly uploads: readonly { upload: string; name: string; bytes: number; handedOverAt: string }[];
};

function Begun({ uploads }: BegunProps) {
  const words = useWords();
  return (
    <Card title="Begun and not taken in" says="kept for a day">
      <ul className="plain-list begun">
        {uploads.map(({ upload, name, bytes, handedOverAt }) => (
          <li key={upload}>
            <Link to="." search={(before: View) => ({ ...before, upload, step: 'detect' })}>
              {name}
            </Link>{' '}
            <span className="muted small">
              {sizeWords(bytes)}, {words.instant(Date.parse(handedOverAt))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

type TakenProps = {
  readonly all: readonly { upload: string; name: string; source: string; takenAt: string; accepted: number }[];
};

function Taken({ all }: TakenProps) {
  const words = useWords();
  return (
    <Card title="Taken in here" says="each can be taken out again">
      <ul className="plain-list begun">
        {all.map(({ upload, name, source, takenAt, accepted }) => (
          <li key={upload}>
            <Link to="." search={(before: View) => ({ ...before, upload, step: 'done' })}>
              {name}
            </Link>{' '}
            <span className="muted small">
              {rowsWords(accepted)} rows of {source}, {words.instant(Date.parse(takenAt))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
