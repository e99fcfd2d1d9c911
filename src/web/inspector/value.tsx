import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { ChainKind, type showTrace, type UnitTrace } from '#api/value.ts';
import { fullMoney, moneyText, useAt, useTraced, useUnit } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { Figure } from '../parts/figure.tsx';
import { ownPage, ToOwnPage } from '../parts/to-own-page.tsx';
import { ToRecordPage } from '../parts/to-record.tsx';
import { theTraceThrough } from '../queries.ts';
import { reasonWords } from '../screens/value/reasons.ts';
import { wayOf } from '../screens/value/traced.ts';
import { linkId, valueId } from '../value-names.ts';
import { useWords } from '../workspace.ts';
import { Section } from './explained.tsx';

type Answer = z.output<typeof showTrace.answer>;
type Record = { readonly kind: ChainKind; readonly key: string };

/** What comes to a record of the chain, how sure that is, where it goes on, and what of it goes no further. */
export function ValueNode({ of }: { readonly of: Record }) {
  const query = useQuery(theTraceThrough(useTraced(), of, useAt()));
  return (
    <Asked query={query} what="Following the money">
      {(answer) => <Facts answer={answer} of={of} />}
    </Asked>
  );
}

function Facts({ answer, of }: { readonly answer: Answer; readonly of: Record }) {
  const words = useWords();
  const unit = useUnit(answer.traces.map((each) => each.unit));
  const trace = answer.traces.find((each) => each.unit === unit);
  const node = trace?.nodes.find(({ kind, key }) => kind === of.kind && key === of.key);
  const way = wayOf(useTraced());
  return (
    <div className="explained" data-kind="value">
      <p className="explained-title">{answer.through?.name ?? of.key}</p>
      <p className="muted small">
        {of.kind} · {spanOf(answer)}
      </p>
      <p className="hero">
        <span className="hero-value">
          {node ? moneyText(words, node.amount, unit) : way === 'forward' ? 'no money' : 'nothing'}
        </span>
        <span className="hero-beside">{node ? `${comes[way]}; complete: every amount on record` : answer.missing}</span>
      </p>
      {trace && node && <Sure trace={trace} id={node.id} />}
      <p>
        <ToRecordPage of={of}>The record with all it says, and its history</ToRecordPage>
        <OwnPage of={of} />
      </p>
      {trace && node && (
        <>
          <Section title="It comes from">
            <Links trace={trace} id={node.id} end="from" none="Nothing that leads to it." />
          </Section>
          <Section title="It goes on to">
            <Links trace={trace} id={node.id} end="to" none="Nothing: no link leads on." />
          </Section>
        </>
      )}
    </div>
  );
}

/** What the amount of a record is. */
const comes = { forward: 'comes to it', backward: 'of the benefits goes back to it' } as const;

const spanOf = ({ from, until, asOf }: Answer): string => `from ${from} up to ${until}, as of ${asOf.slice(0, 10)}`;

/** By the weakest evidence on its way; and what of it goes no further. */
function Sure({ trace: { nodes, breaks, unit }, id }: { readonly trace: UnitTrace; readonly id: string }) {
  const node = nodes.find((each) => each.id === id);
  return (
    <dl className="pairs">
      {node?.byGrade.map(({ grade, amount }) => (
        <div key={grade}>
          <dt>by ways of grade {grade}</dt>
          <dd>
            {fullMoney(amount)} {unit}
          </dd>
        </div>
      ))}
      {breaks
        .filter(({ at }) => at === id)
        .map(({ reason, amount }) => (
          <div key={reason}>
            <dt>goes no further: {reasonWords[reason]}</dt>
            <dd>
              {fullMoney(amount)} {unit}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The page that a capability, benefit, outcome or initiative has beside that of its record. */
function OwnPage({ of }: { readonly of: Record }) {
  if (ownPage(of) === undefined) return null;
  const article = of.kind === 'initiative' || of.kind === 'outcome' ? 'an' : 'a';
  return (
    <>
      {' · '}
      <ToOwnPage of={of}>{`Its page as ${article} ${of.kind}`}</ToOwnPage>
    </>
  );
}

type LinksProps = {
  readonly trace: UnitTrace;
  readonly id: string;
  readonly end: 'from' | 'to';
  readonly none: string;
};

function Links({ trace: { links, nodes, unit }, id, end, none }: LinksProps) {
  const words = useWords();
  const share = wayOf(useTraced()) === 'forward' ? 'passes' : 'contributes';
  const own = links.filter((link) => link[end === 'from' ? 'to' : 'from'] === id);
  if (own.length === 0) return <p className="muted">{none}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{end}</th>
          <th scope="col" className="number">
            amount, {unit}
          </th>
          <th scope="col" className="number">
            {share}
          </th>
          <th scope="col">grade</th>
        </tr>
      </thead>
      <tbody>
        {own.map(({ from, to, amount, grade, ...link }) => {
          const other = nodes.find((each) => each.id === { from, to }[end]);
          return (
            <tr key={link.key}>
              <th scope="row">
                {other?.key == null ? (
                  other?.name
                ) : (
                  <Figure of={{ id: valueId(other.kind, other.key) }}>{other.name}</Figure>
                )}
              </th>
              <td className="number">
                <Figure of={{ id: linkId(from, to) }}>{fullMoney(amount)}</Figure>
              </td>
              <td className="number">{link[share] === null ? '–' : words.figure(link[share], 'share')}</td>
              <td>{grade}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** One link: what goes along it, what it claims, on what evidence. */
export function ValueLink({ of }: { readonly of: { readonly from: string; readonly to: string } }) {
  const [kind, key = ''] = of.from.split(' ');
  const known = ChainKind.safeParse(kind).data ?? 'investment';
  const query = useQuery(theTraceThrough(useTraced(), { kind: known, key }, useAt()));
  return (
    <Asked query={query} what="Reading the link">
      {(answer) => <LinkFacts answer={answer} of={of} />}
    </Asked>
  );
}

type LinkFactsProps = { readonly answer: Answer; readonly of: { readonly from: string; readonly to: string } };

function LinkFacts({ answer, of: { from, to } }: LinkFactsProps) {
  const words = useWords();
  const unit = useUnit(answer.traces.map((each) => each.unit));
  const trace = answer.traces.find((each) => each.unit === unit);
  const link = trace?.links.find((each) => each.from === from && each.to === to);
  const ends = [from, to].map((id) => trace?.nodes.find((each) => each.id === id));
  if (!link) return <p className="state">No money goes this way in these days.</p>;
  return (
    <div className="explained" data-kind="value-link">
      <p className="explained-title">{ends.map((end) => end?.name ?? '?').join(' → ')}</p>
      <p className="muted small">{spanOf(answer)}</p>
      <p className="hero">
        <span className="hero-value">{moneyText(words, link.amount, unit)}</span>
        <span className="hero-beside">grade {link.grade}</span>
      </p>
      <dl className="pairs">
        <div>
          <dt>amount</dt>
          <dd>
            {fullMoney(link.amount)} {unit}
          </dd>
        </div>
        <div>
          <dt>passes on of the giver’s money</dt>
          <dd>{words.figure(link.passes, 'share')}</dd>
        </div>
        <div>
          <dt>claims of the receiver’s effect</dt>
          <dd>{link.contributes === null ? 'nobody says how much' : words.figure(link.contributes, 'share')}</dd>
        </div>
      </dl>
      {link.rationale !== null && <p>{link.rationale}</p>}
      {link.hypothesis !== null && <p>{link.hypothesis}</p>}
      <p>
        {link.key !== null && (
          <ToRecordPage of={{ kind: 'chain-link', key: link.key }}>
            The link with all it says, to be edited
          </ToRecordPage>
        )}
      </p>
      <div className="buttons">
        {ends.map((end) =>
          end?.key == null ? null : (
            <Figure key={end.id} of={{ id: valueId(end.kind, end.key) }} className="button">
              {end.name}
            </Figure>
          ),
        )}
      </div>
    </div>
  );
}
