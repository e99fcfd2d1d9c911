import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Explanation } from '#api/explain.ts';
import { closeRecord, setRecord } from '#api/records.ts';
import { slugOf } from '#model/key.ts';
import { ask } from '../ask.ts';
import type { Opened } from '../opened.ts';
import { Icon } from '../parts/icon.tsx';
import { useSay } from '../said.tsx';
import { useWords } from '../workspace.ts';

const answered = { upheld: 'It was upheld', 'figure-stands': 'The figure stands' } as const;

/** Who holds the figure to be wrong, with a place for the answer, and what was answered before. */
export function Disputes({ disputes }: { readonly disputes: Explanation['disputes'] }) {
  const words = useWords();
  return disputes.map(({ key, raised, because, answer, status }) => (
    <section key={key} className="dispute">
      <p>
        <strong className={status === 'open' ? 'status warn' : 'status'}>⚑ Disputed</strong>{' '}
        <span className="muted small">{words.day(raised)}</span>
      </p>
      <p>{because}</p>
      {status === 'open' ? (
        <Answer of={key} />
      ) : (
        <p className="muted">
          {answered[status]}: {answer}
        </p>
      )}
    </section>
  ));
}

function Answer({ of: key }: { readonly of: string }) {
  const done = useDone();
  const named = { kind: 'dispute', key };
  const send = (status: keyof typeof answered) => async (answer: string) => {
    await ask(setRecord, { ...named, fields: { answer, status }, reason: 'answered' });
    const fields = { answer: null, status: 'open' };
    await done('The dispute is answered.', () => ask(setRecord, { ...named, fields, reason: 'not answered yet' }));
  };
  return (
    <InWords
      asks="Answer"
      deeds={[
        { name: 'The figure stands', send: send('figure-stands') },
        { name: 'It is wrong', send: send('upheld') },
      ]}
    />
  );
}

/** Holds a figure to be wrong, and says why. It goes into the records of the workspace, where it is answered. */
export function Dispute({ opened: { id, where } }: { readonly opened: Opened }) {
  const [isOpen, setOpen] = useState(false);
  const done = useDone();
  const send = async (because: string): Promise<void> => {
    const raised = new Intl.DateTimeFormat('en-CA').format(new Date());
    const name = `${id}-${where?.key ?? ''}`.slice(0, 80);
    const key = slugOf(`${name}-${raised}-${crypto.randomUUID().slice(0, 4)}`) ?? raised;
    const named = { kind: 'dispute', key };
    const fields = { figure: id, where, raised, because };
    await ask(setRecord, { ...named, isNew: true, fields, reason: 'disputed' });
    setOpen(false);
    await done('The figure is marked as disputed until that is answered.', () =>
      ask(closeRecord, { ...named, reason: 'taken back' }),
    );
  };
  if (isOpen) {
    const leave = (): void => setOpen(false);
    return <InWords asks="What is wrong with it?" deeds={[{ name: 'Dispute it', send }]} onLeave={leave} />;
  }
  return (
    <div className="buttons">
      <button type="button" onClick={() => setOpen(true)}>
        <Icon name="dispute" /> Dispute…
      </button>
    </div>
  );
}

/** Says what was done, with the way back, and has everything asked anew. */
const useDone = () => {
  const say = useSay();
  const queries = useQueryClient();
  return async (text: string, undo: () => Promise<unknown>): Promise<void> => {
    say({
      text,
      undo: () => {
        undo()
          .then(() => queries.invalidateQueries())
          .catch((error: Error) => say({ text: `It could not be taken back: ${error.message}` }));
      },
    });
    await queries.invalidateQueries();
  };
};

type Deed = { readonly name: string; readonly send: (text: string) => Promise<void> };

type InWordsProps = { readonly asks: string; readonly deeds: readonly Deed[]; readonly onLeave?: () => void };

/** A few words of a person, and what is done with them. What goes wrong with it is told beside them, and they stay. */
function InWords({ asks, deeds, onLeave }: InWordsProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (deed: Deed): Promise<void> => {
    setBusy(true);
    setError(undefined);
    await deed.send(text.trim()).catch((problem: Error) => setError(problem.message));
    setBusy(false);
  };
  return (
    <div className="in-words">
      <label htmlFor={id}>{asks}</label>
      <textarea id={id} rows={2} value={text} onChange={({ target }) => setText(target.value)} />
      {error !== undefined && <p role="alert">{error}</p>}
      <div className="buttons">
        {deeds.map((deed) => (
          <button key={deed.name} type="button" disabled={busy || text.trim() === ''} onClick={() => void send(deed)}>
            {deed.name}
          </button>
        ))}
        {onLeave && (
          <button type="button" className="plain" onClick={onLeave}>
            Leave it
          </button>
        )}
      </div>
    </div>
  );
}
