import { Link } from '@tanstack/react-router';
import { type Draft, type ShownUpload, tryUpload } from '#api/uploads.ts';
import { Card } from '../../parts/card.tsx';
import { Busy } from '../../parts/meter.tsx';
import type { View } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { EffectOf } from './effect.tsx';
import { OutcomeRows } from './outcome-rows.tsx';
import { openQuestions } from './settled.ts';
import { reasonOf, Trouble } from './trouble.tsx';
import { type Rows, useLongWork } from './use-long-work.ts';

type Props = { readonly shown: ShownUpload; readonly draft: Draft; readonly rows: Rows };

/** What comes in and what would be said then, before anything is. */
export function PreviewStep({ shown, draft, rows }: Props) {
  const { sample } = useWorkspace();
  const outcome = rows.data?.outcome;
  const takes = outcome !== undefined && outcome.accepted > 0;
  const effect = useLongWork(
    tryUpload,
    { upload: shown.upload },
    { version: draft.version, enabled: takes && !sample },
  );
  if (rows.error) return <Trouble what="The rows cannot be read as they are mapped" why={reasonOf(rows.error)} />;
  if (!outcome) return <Busy says={rows.progress || 'Reading every row'} />;
  return (
    <div className="stack">
      <Card title="What comes in" says={<Covers outcome={outcome} />}>
        <OutcomeRows outcome={outcome} />
        {!takes && <p className="status bad">No row can be read; look at Check, or change what columns mean.</p>}
      </Card>
      {!sample && (
        <>
          <Card title="What would be said" says="read with the file, beside what is said now; nothing is kept of it">
            {effect.error && <Trouble what="It cannot be told" why={reasonOf(effect.error)} />}
            {!effect.data && !effect.error && takes && <Busy says={effect.progress || 'Trying it out'} />}
            {effect.data && <EffectOf before={effect.data.before} after={effect.data.after} />}
          </Card>
          <OpenQuestions shown={shown} draft={draft} />
        </>
      )}
    </div>
  );
}

function Covers({ outcome: { from, until } }: { readonly outcome: { from: string | null; until: string | null } }) {
  const words = useWords();
  if (from === null || until === null) return null;
  return `${words.day(from.slice(0, 10))} – ${words.day(until.slice(0, 10))}`;
}

function OpenQuestions({ shown, draft }: { readonly shown: ShownUpload; readonly draft: Draft }) {
  const words = useWords();
  const open = draft.furtherOf === null && shown.seen ? openQuestions(shown.seen.questions, draft).length : 0;
  if (open === 0) return null;
  return (
    <p>
      <span className="status warn">
        <span aria-hidden="true">○</span> {words.counted(open, 'question')} open
      </span>{' '}
      The draft has an answer to each, and{' '}
      <Link to="." search={(before: View) => ({ ...before, step: 'detect' })}>
        Detected
      </Link>{' '}
      shows which.
    </p>
  );
}
