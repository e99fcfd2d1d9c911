import { useQuery } from '@tanstack/react-query';
import type { Effect } from '#api/outcomes.ts';
import { Asked } from '../parts/asked.tsx';
import { type Pair, Pairs } from '../parts/pairs.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { ToOwnPage } from '../parts/to-own-page.tsx';
import { theOutcome } from '../queries.ts';
import { effectOf, type ShownOutcome } from '../screens/value/outcome-drawn.ts';
import { useView } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

/** What was measured of an outcome, and what an initiative did to it, with how that is found. */
export function OneOutcome({ of }: { readonly of: string }) {
  const query = useQuery(theOutcome(of, useView().asOf));
  return (
    <Asked query={query} what="Opening the outcome">
      {(answer) => <Facts answer={answer} />}
    </Asked>
  );
}

function Facts({ answer }: { readonly answer: ShownOutcome }) {
  const words = useWords();
  const { folder } = useWorkspace();
  const { outcome, today } = answer;
  const { key, name, unit, progress, measurements } = outcome;
  const chosen = effectOf(answer, useView().tab);
  return (
    <div className="explained" data-kind="outcome">
      <p className="explained-title">{name}</p>
      <p className="muted small">
        in {unit ?? 'a unit that nobody stated'}, as of {today}
      </p>
      <p className="hero">
        <span className="hero-value">{progress === null ? 'not known' : words.figure(progress, 'share')}</span>
        <span className="hero-beside">
          of the way from its baseline to its target; every measurement on record, n {words.count(measurements)}
        </span>
      </p>
      <p>
        <ToOwnPage of={{ kind: 'outcome', key }}>All of the outcome</ToOwnPage>
      </p>
      {chosen && <Done effect={chosen} unit={unit ?? ''} />}
      <Section title="Measurements">
        <Measured answer={answer} chosen={chosen} />
      </Section>
      <Section title="The same again">
        <Again command={['outcome', 'show', key]} folder={folder} citable={false} />
      </Section>
    </div>
  );
}

function Done({ effect, unit }: { readonly effect: Effect; readonly unit: string }) {
  const words = useWords();
  const { name, sentence, estimate, grade, weaknesses } = effect;
  const part = (of: { readonly value: number; readonly lower: number; readonly upper: number }): string =>
    `${words.change(of.value, unit, of)} (95%: ${words.change(of.lower, unit, of)} to ${words.change(of.upper, unit, of)})`;
  return (
    <Section title={`What ${name} did`}>
      <p>{sentence}</p>
      {estimate && (
        <Pairs
          of={[
            ['on average since', part(estimate.mean)],
            ['at once', part(estimate.level)],
            [`change of the trend, a ${estimate.step}`, part(estimate.trend)],
            ['measured before', words.counted(estimate.before, estimate.step)],
            ['measured since', words.counted(estimate.after, estimate.step)],
            ['without a measurement', words.counted(estimate.missing, estimate.step)],
            ['of chance carried over', words.figure(estimate.carriedOver, 'share')],
            ['season', estimate.seasonal ? 'taken out' : estimate.seasonUnknown ? 'too little to know it' : 'none'],
            ['told apart from it', estimate.apart.map((each) => each.name).join(', ') || 'nothing else'],
            ['not told apart', estimate.beside.map((each) => each.name).join(', ') || 'nothing else'],
            ['grade', grade],
            ...weaknesses.map((weakness): Pair => ['weakened by', weakness]),
          ]}
        />
      )}
      <p className="muted small">
        {estimate?.method === 'difference-from-control'
          ? 'Differences from the control, as a line, a level and a trend since, with errors that carry over. Whatever moved both is in neither.'
          : 'The series as a line, a level and a trend since, with errors that carry over, against where the line before would have led.'}{' '}
        A contribution and never ownership: A beside a control, B before and after, C where something weakens it.
      </p>
    </Section>
  );
}

type MeasuredProps = { readonly answer: ShownOutcome; readonly chosen: Effect | undefined };

function Measured({ answer: { measurements, control, outcome }, chosen }: MeasuredProps) {
  const words = useWords();
  const unit = outcome.unit ?? '';
  if (measurements.length === 0) return <p className="muted">Nothing was measured.</p>;
  const beside = new Map(control.map(({ on, value }) => [on, value]));
  const without = new Map(chosen?.estimate?.without.map(({ on, value }) => [on, value]));
  const heads = [
    'value',
    ...(control.length > 0 ? ['control'] : []),
    ...(without.size > 0
      ? [chosen?.estimate?.method === 'difference-from-control' ? 'difference without it' : 'without it']
      : []),
  ];
  return (
    <Scrolled label="Measurements">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">on</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="number">
                {head}
              </th>
            ))}
            <th scope="col">source</th>
          </tr>
        </thead>
        <tbody>
          {measurements.map(({ on, value, source }) => (
            <tr key={on}>
              <th scope="row">{on}</th>
              <td className="number">{value}</td>
              {control.length > 0 && <td className="number">{beside.get(on) ?? '–'}</td>}
              {without.size > 0 && (
                <td className="number">{without.has(on) ? words.figure(without.get(on) ?? null, unit) : '–'}</td>
              )}
              <td>{source ?? 'no source stated'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
