import type { RuleResult } from '#model/rule-result.ts';
import { Figure } from '../../parts/figure.tsx';
import { countOf } from './chosen.ts';

/** How many rules are kept, in one sentence. */
export function Summary({ rules }: { readonly rules: readonly RuleResult[] }) {
  const unread = countOf(rules, 'unread');
  const read = rules.length - unread;
  const [kept, tolerable, beyond] = [countOf(rules, 'kept'), countOf(rules, 'tolerable'), countOf(rules, 'beyond')];
  if (read === 0) return <p className="finding-sentence">No rule of the design could be read.</p>;
  return (
    <p className="finding-sentence">
      Of{' '}
      <Figure of={{ id: 'design.rules' }}>
        {read} {read === 1 ? 'rule' : 'rules'}
      </Figure>{' '}
      that could be read, <Figure of={{ id: 'design.rules' }}>{kept}</Figure> {kept === 1 ? 'is' : 'are'} kept as
      designed, <Figure of={{ id: 'design.rules' }}>{tolerable}</Figure> {tolerable === 1 ? 'is' : 'are'} tolerable and{' '}
      <Figure of={{ id: 'design.rules' }}>{beyond}</Figure> {beyond === 1 ? 'lies' : 'lie'} beyond that.
    </p>
  );
}
