import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Explanation } from '#api/explain.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import type { Opened } from '../opened.ts';
import { Icon } from '../parts/icon.tsx';
import { closed, useView } from '../view.ts';
import { useWords } from '../workspace.ts';
import { Behind } from './behind.tsx';
import { Dispute, Disputes } from './disputes.tsx';
import { heroOf } from './hero.ts';

type Props = { readonly answer: Explanation; readonly opened: Opened; readonly workspace: WorkspaceCard };

/** One explanation, from the number down to its rows. */
export function Explained({ answer, opened, workspace }: Props) {
  const words = useWords();
  const hero = heroOf(answer, words);
  return (
    <div className="explained" data-kind={answer.kind}>
      <p className="explained-title">{answer.title}</p>
      <Stretch answer={answer} opened={opened} />
      <p className="hero">
        <span className="hero-value">{hero.value}</span>
        {hero.beside.map((text) => (
          <span key={text} className="hero-beside">
            {text}
          </span>
        ))}
      </p>
      <p className="explained-sentence">{answer.sentence}</p>
      <Disputes disputes={answer.disputes} />
      <Section title="Rows">
        <Behind answer={answer} opened={opened} workspace={workspace} />
      </Section>
      <Section title="Definition">
        <dl className="definition">
          {answer.definition.map(({ part, text }) => (
            <div key={part}>
              <dt>{part}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <More answer={answer} />
      </Section>
      <Section title="Inputs and how fresh they are">
        <Inputs answer={answer} />
      </Section>
      <Section title="The same again">
        <Again command={answer.command} cite={answer.cite} folder={workspace.folder} />
        <Dispute opened={{ ...opened, id: answer.id }} />
      </Section>
    </div>
  );
}

type StretchProps = {
  readonly answer: Pick<Explanation, 'window' | 'timeZone' | 'asOf'>;
  readonly opened: Opened;
};

/** Of which days it speaks, of which cases, and as known when. */
export function Stretch({ answer: { window, timeZone, asOf }, opened: { where } }: StretchProps) {
  const words = useWords();
  const days = new Intl.DateTimeFormat('en-CA', { timeZone });
  const day = (instant: number): string => words.day(days.format(new Date(instant)));
  return (
    <p className="muted small">
      {day(Date.parse(window.from))} – {day(Date.parse(window.until) - 1)}
      {where && ` · ${where.scope} ${where.key}`} · as of {words.instant(Date.parse(asOf))}
    </p>
  );
}

/** Where the whole of it stands on a page of its own. */
function More({ answer: { kind, id } }: { readonly answer: Explanation }) {
  if (kind === 'source') {
    return (
      <Link to={`/data/sources/${id.replace(/^source\./u, '')}`} search={closed} className="small">
        All of the source, its imports and its rejected rows
      </Link>
    );
  }
  if (kind !== 'figure' && kind !== 'rule' && kind !== 'sign') return null;
  return (
    <Link to={`/data/definitions/${id.split('/')[0]}`} search={closed} className="small">
      All of the definition, its versions and what it stands on
    </Link>
  );
}

type SectionProps = { readonly title: string; readonly children: React.ReactNode };

export function Section({ title, children }: SectionProps) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Inputs({ answer: { inputs } }: { readonly answer: Explanation }) {
  const words = useWords();
  if (inputs.length === 0) return <p>Records alone: no log was read.</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">source</th>
          <th scope="col" className="number">
            rows
          </th>
          <th scope="col" className="number">
            rejected
          </th>
          <th scope="col">last import</th>
        </tr>
      </thead>
      <tbody>
        {inputs.map(({ source, accepted, rejected, lastImport }) => (
          <tr key={source}>
            <th scope="row">{source}</th>
            <td className="number">{words.count(accepted)}</td>
            <td className="number">{words.count(rejected)}</td>
            <td>{words.instant(Date.parse(lastImport))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type AgainProps = {
  readonly command: readonly string[];
  readonly cite?: string | undefined;
  readonly folder: string;
  /** What is never cited says nothing of citations. */
  readonly citable?: false;
};

/** What has to be typed, or sent, to be shown the same: as of the same instant, whether the command says so or not. */
export function Again({ command, cite, folder, citable }: AgainProps) {
  const { asOf } = useView();
  const past = asOf === undefined || command.includes('--as-of') ? [] : ['--as-of', asOf];
  const typed = ['throughline', ...command, ...past, folder].map(shellWord).join(' ');
  return (
    <>
      <pre className="command">
        <code>{typed}</code>
      </pre>
      <div className="buttons">
        <Copy what="command" text={() => typed} />
        <Copy what="link" text={() => location.href} />
        {cite !== undefined && <Copy what={`citation #${cite}`} text={() => `#${cite}`} />}
      </div>
      {cite === undefined && citable !== false && (
        <p className="muted small">It has no citation: those speak of a whole window, as of now.</p>
      )}
    </>
  );
}

const shellWord = (word: string): string =>
  /^[\w@%+=:,./-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

function Copy({ what, text }: { readonly what: string; readonly text: () => string }) {
  const [said, setSaid] = useState<string>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setSaid('copied');
    } catch {
      setSaid('your browser does not allow it');
    }
  };
  return (
    <button type="button" onClick={() => void copy()}>
      <Icon name={what === 'link' ? 'link' : 'copy'} />
      <span aria-live="polite">{said === undefined ? `Copy ${what}` : `${what}: ${said}`}</span>
    </button>
  );
}
