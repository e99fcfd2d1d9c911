import { useQuery } from '@tanstack/react-query';
import { fullMoney } from '../money.ts';
import { Asked } from '../parts/asked.tsx';
import { Pairs } from '../parts/pairs.tsx';
import { ToRecordPage } from '../parts/to-record.tsx';
import { theGate } from '../queries.ts';
import { byUrgency, gateWords } from '../screens/portfolio/gate-words.ts';
import { useView } from '../view.ts';
import { useWords, useWorkspace } from '../workspace.ts';
import { Again, Section } from './explained.tsx';

/** How many pass the gate, how that is found, and each of them. */
export function WholeGate() {
  const words = useWords();
  const { folder } = useWorkspace();
  const query = useQuery(theGate(useView().asOf));
  return (
    <Asked query={query} what="Asking for the cases">
      {({ rows, counts, from, currency, today, spentWithout }) => (
        <div className="explained" data-kind="gate">
          <p className="explained-title">At the gate</p>
          <p className="muted small">as known on {today}</p>
          <p className="hero">
            <span className="hero-value">
              {words.count(counts.ready)} of {words.count(rows.length)}
            </span>
            <span className="hero-beside">pass; complete, n {words.count(rows.length)}</span>
          </p>
          <Pairs
            of={[
              ['do not pass', words.count(counts.missing)],
              ['of those, money went out all the same', words.count(spentWithout)],
              ['let through', words.count(counts.overridden)],
              [`below ${fullMoney(from)} ${currency}`, words.count(counts.below)],
            ]}
          />
          <Section title="Definition">
            <p>
              Every initiative that is not over and every line of funding that is not for running what there is. It
              passes if one outcome that it leads to has a unit, a better direction and a baseline from before money
              first went out, and leads to a benefit with a business owner. Parts from several outcomes make no case.
              Who lets through what does not pass says so in a role, with day and reason; what is missing stays told.
              What something is to cost is what went out for it, then what is left of budgets, as the chain passes it
              on, without what has no rate.
            </p>
          </Section>
          <Section title="Each of them">
            <ul className="plain-list lines">
              {rows.toSorted(byUrgency).map(({ kind, key, name, result, lacks, amount }) => (
                <li key={`${kind} ${key}`}>
                  <ToRecordPage of={{ kind, key }}>{name}</ToRecordPage>: {gateWords[result].text},{' '}
                  {amount === null ? 'no money is known of' : `to cost ${fullMoney(amount)} ${currency}`}
                  {lacks.length > 0 && ` (${lacks.map(({ why }) => why).join('; ')})`}
                </li>
              ))}
            </ul>
          </Section>
          <Section title="The same again">
            <Again command={['value', 'gate']} folder={folder} citable={false} />
          </Section>
        </div>
      )}
    </Asked>
  );
}
