import { Link } from '@tanstack/react-router';
import type { Draft, Seen } from '#api/uploads.ts';
import type { MappingQuestion } from '#model/mapping-edit.ts';
import { Card } from '../../parts/card.tsx';
import type { View } from '../../view.ts';
import { openQuestions, settledAs } from './settled.ts';
import type { Change } from './use-draft.ts';
import { ZoneChoice } from './zone-choice.tsx';

type Props = { readonly seen: Seen; readonly draft: Draft; readonly change: Change };

/** What the file leaves open, the most harmful to guess first. Each has an answer in the draft already, which may be wrong. */
export function Questions({ seen: { questions }, draft, change }: Props) {
  const open = openQuestions(questions, draft);
  const settled = questions.length - open.length;
  const says = open.length === 0 ? (questions.length === 0 ? '' : 'all answered') : `${open.length} open`;
  return (
    <Card title="What only you can say" says={says}>
      {questions.length === 0 && <p>Nothing: the file leaves nothing open.</p>}
      <ol className="plain-list questions">
        {questions.map((question) => (
          <Question
            key={question.about}
            question={question}
            isOpen={open.includes(question)}
            draft={draft}
            change={change}
          />
        ))}
      </ol>
      {settled > 0 && open.length > 0 && <p className="muted small">{settled} answered</p>}
    </Card>
  );
}

type QuestionProps = {
  readonly question: MappingQuestion;
  readonly isOpen: boolean;
  readonly draft: Draft;
  readonly change: Change;
};

function Question({ question, isOpen, draft, change }: QuestionProps) {
  const { about, text } = question;
  return (
    <li className={isOpen ? 'open' : 'settled'}>
      <p>
        <span className={`status ${isOpen ? 'warn' : 'good'}`}>
          <span aria-hidden="true">{isOpen ? '○' : '✓'}</span> {isOpen ? 'open' : 'answered'}
        </span>{' '}
        {text}
      </p>
      <Answers question={question} draft={draft} change={change} />
      {isOpen && isReadOnly(question) && (
        <div className="buttons">
          {byMeaning.has(about) && (
            <Link to="." search={(before: View) => ({ ...before, step: 'map' })}>
              Say it under Meaning
            </Link>
          )}
          <button type="button" onClick={() => change({ answers: about })}>
            It is settled
          </button>
        </div>
      )}
    </li>
  );
}

/** Questions that are answered in the tables of the next step. */
const byMeaning: ReadonlySet<string> = new Set(['item', 'activities', 'openStates', 'states', 'unnamed', 'doubled']);

const isReadOnly = ({ choices }: MappingQuestion): boolean => choices.length === 0;

function Answers({ question, draft, change }: Omit<QuestionProps, 'isOpen'>) {
  const { about, choices, text } = question;
  if (about === 'zone') {
    return (
      <ZoneChoice
        zone={draft.zone}
        onChange={(zone) => change({ edits: [{ what: 'zone', zone }], answers: about })}
        label="Clocks of"
      />
    );
  }
  if (choices.length === 0) return null;
  const chosen = settledAs(question, draft);
  return (
    <fieldset className="choices" aria-label={text}>
      {choices.map(({ says, edits }, index) => (
        <button
          key={says}
          type="button"
          aria-pressed={index === chosen}
          onClick={() => change({ edits, answers: about })}
        >
          {says}
        </button>
      ))}
    </fieldset>
  );
}
