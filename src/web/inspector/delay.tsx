import { useQuery } from '@tanstack/react-query';
import type { Delay } from '#api/finance.ts';
import { urgencyText } from '../finance-words.ts';
import { fullMoney, moneyText } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { type Pair, Pairs } from '../parts/pairs.tsx';
import { ToRecordPage } from '../parts/to-record.tsx';
import { theDelays } from '../queries.ts';
import { useView } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

/** What waiting costs of one initiative: of what, by which profile, and how much is lost by so many months. */
export function OneDelay({ of }: { readonly of: string }) {
  const query = useQuery(theDelays(useView().asOf));
  return (
    <Asked query={query} what="Working out what waiting costs">
      {({ delays, currency, today }) => {
        const delay = delays.find(({ key }) => key === of);
        if (!delay) return <p className="state">It is over, or there is no such initiative: nothing waits.</p>;
        return <Facts delay={delay} currency={currency} today={today} />;
      }}
    </Asked>
  );
}

type Props = { readonly delay: Delay; readonly currency: string; readonly today: string };

function Facts({ delay, currency, today }: Props) {
  const words = useWords();
  const { folder } = useWorkspace();
  const { key, name, urgency, isAssumed, isWorthLess, perMonth } = delay;
  return (
    <div className="explained" data-kind="delay">
      <p className="explained-title">{name}</p>
      <p className="muted small">as known on {today}</p>
      <p className="hero">
        <span className="hero-value">
          {perMonth.value === null ? 'cannot be told' : moneyText(words, perMonth.value, currency)}
        </span>
        <span className="hero-beside">
          {perMonth.missing ?? 'by the first month of delay; complete: every amount on record, none discounted'}
        </span>
      </p>
      {isWorthLess && <p>What is still to come brings less than it takes: waiting saves, and haste is no help.</p>}
      <Pairs of={pairsOf(delay, currency)} />
      <Losses delay={delay} currency={currency} />
      <Section title="Definition">
        <p>
          {isAssumed
            ? 'Nobody stated how its value goes with time, so a constant loss is assumed'
            : 'By the profile that the initiative states'}
          : {urgencyText(urgency)}. What delay saves is negative. Time value is left out: net present value has it.
        </p>
        <p>
          <ToRecordPage of={{ kind: 'initiative', key }}>Its urgency is edited on its record</ToRecordPage>
        </p>
      </Section>
      <Section title="The same again">
        <Again command={['value', 'delay']} folder={folder} citable={false} />
      </Section>
    </div>
  );
}

/** Null where some of it has no rate. */
const amountText = (amount: string | null, currency: string): string | null =>
  amount === null ? null : `${fullMoney(amount)} ${currency}`;

const pairsOf = (
  { gain, monthlyGain, cost, ready, months, perMonthOfWork }: Delay,
  currency: string,
): readonly Pair[] => [
  ['still to be gained, net of disbenefits', amountText(gain, currency)],
  ['a month brings', amountText(monthlyGain, currency)],
  ['still to be spent', amountText(cost, currency)],
  ['day after its planned end', ready],
  ['months left until then', months.value === null ? months.missing : months.value.toFixed(1)],
  [
    'a month of delay for each month of work',
    perMonthOfWork.value === null ? perMonthOfWork.missing : `${fullMoney(perMonthOfWork.value)} ${currency}`,
  ],
];

function Losses({ delay: { losses }, currency }: Omit<Props, 'today'>) {
  if (losses.length === 0) return null;
  return (
    <Section title="Lost by a delay">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col" className="number">
              months later
            </th>
            <th scope="col" className="number">
              lost, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {losses.map(({ months, lost }) => (
            <tr key={months}>
              <th scope="row" className="number">
                {months}
              </th>
              <td className="number">{fullMoney(lost)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
