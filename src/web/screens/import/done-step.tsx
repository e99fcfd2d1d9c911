import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type ShownUpload, type TakenIn, takeOutUpload } from '#api/uploads.ts';
import { useIsHere } from '../../is-here.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Layer } from '../../parts/layer.tsx';
import { Busy } from '../../parts/meter.tsx';
import { useSay } from '../../said.tsx';
import { closed, useChange } from '../../view.ts';
import { useWork } from '../../work.tsx';
import { useWords } from '../../workspace.ts';
import { FileHead } from './file-head.tsx';
import { Stepper } from './stepper.tsx';
import { reasonOf, Trouble } from './trouble.tsx';
import { rowsWords } from './words.ts';

type Props = { readonly shown: ShownUpload; readonly taken: TakenIn };

/** What came in, where it is seen now, and the way to take it out again. */
export function DoneStep({ shown, taken }: Props) {
  const words = useWords();
  const { source, accepted, rejected, total, fates, from, until, file, mapping, isNewSource } = taken;
  const day = (instant: string): string => words.day(instant.slice(0, 10));
  return (
    <>
      <FileHead shown={shown} />
      <Stepper step="done" />
      <div className="stack">
        <Card title="It is evidence now" says={words.instant(Date.parse(taken.takenAt))}>
          <p className="done-sentence">
            <Figure of={{ id: `source.${source}` }}>
              {rowsWords(accepted)} of {rowsWords(total)} rows
            </Figure>{' '}
            came in{from && until ? `, from ${day(from)} to ${day(until)}` : ''}:{' '}
            <Figure of={{ id: `source.${source}` }} className="quiet">
              {rowsWords(fates.new)} new, {rowsWords(fates.known)} known already, {rowsWords(rejected)} rejected
            </Figure>
            .
          </p>
          <dl className="file-facts">
            <div>
              <dt>{isNewSource ? 'New source' : 'Further file of'}</dt>
              <dd>{source}</dd>
            </div>
            <div>
              <dt>File</dt>
              <dd>
                <code>{file}</code>
              </dd>
            </div>
            {mapping !== null && (
              <div>
                <dt>Mapping</dt>
                <dd>
                  <code>{mapping}</code>
                </dd>
              </div>
            )}
          </dl>
        </Card>
        <Card title="What it says">
          <ul className="plain-list onward-ways">
            {ways.map(({ path, title, asks }) => (
              <li key={path}>
                <Link to={path} search={closed}>
                  {title}
                </Link>{' '}
                <span className="muted">{asks}</span>
              </li>
            ))}
          </ul>
        </Card>
        <TakeOut shown={shown} taken={taken} />
      </div>
    </>
  );
}

/** Where a person looks first once there is evidence. */
const ways = [
  { path: '/', title: 'Brief', asks: 'what needs a decision now' },
  { path: '/flow', title: 'Flow', asks: 'where work waits' },
  { path: '/alignment', title: 'Alignment', asks: 'where the design and the work part' },
];

function TakeOut({ shown, taken }: Props) {
  const { run } = useWork();
  const isHere = useIsHere();
  const change = useChange();
  const say = useSay();
  const [progress, setProgress] = useState<string>();
  const [failed, setFailed] = useState<string>();
  const [asked, setAsked] = useState(false);
  const goes = taken.isNewSource
    ? 'Its rows, file, mapping and source go, and all is as it was.'
    : 'Its rows and file go; the source and its other files stay.';
  const takeOut = async (): Promise<void> => {
    setAsked(false);
    setProgress('Taking it out');
    try {
      const answer = await run(takeOutUpload, { upload: shown.upload });
      if (isHere()) change({ step: 'preview' });
      say({
        text: [`${shown.name} was taken out again; its draft is kept for a day.`, ...(answer?.stays ?? [])].join(' '),
      });
    } catch (error) {
      setFailed(reasonOf(error));
    }
    setProgress(undefined);
  };
  return (
    <Card title="Was it a mistake?">
      {failed !== undefined && <Trouble what="It was not taken out" why={failed} />}
      {progress === undefined ? (
        <div className="buttons">
          <button type="button" onClick={() => setAsked(true)}>
            Undo: take it out again
          </button>
          <span className="muted">{goes}</span>
        </div>
      ) : (
        <Busy says={progress} />
      )}
      {asked && (
        <Layer title={`Take ${shown.name} out again?`} onClose={() => setAsked(false)}>
          <p>
            {rowsWords(taken.accepted)} rows are taken out of all figures. {goes}
          </p>
          <div className="buttons">
            <button type="button" className="danger" onClick={() => void takeOut()}>
              Take it out
            </button>
            <button type="button" data-first onClick={() => setAsked(false)}>
              Keep it
            </button>
          </div>
        </Layer>
      )}
    </Card>
  );
}
