import { BreakReason } from '#api/value.ts';
import { amountIn, moneyText } from '../../money.ts';
import { Figure } from '../../parts/figure.tsx';
import { valueId } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import { reasonWords } from '../value/reasons.ts';
import type { Initiative } from './initiative.ts';

type Props = { readonly initiative: Initiative; readonly unit: string };

/** What came to it, and whether its chain reaches a measured benefit. */
export function InitiativeSentence({ initiative: { key, spend, breaks, benefits }, unit }: Props) {
  const words = useWords();
  const ahead = BreakReason.safeParse(breaks.ahead).data;
  return (
    <p className="finding-sentence">
      <Figure of={{ id: valueId('initiative', key) }} className="whole">
        {spend.length === 0 ? 'No money' : moneyText(words, amountIn(spend, unit), unit)}
      </Figure>{' '}
      came to it;{' '}
      {ahead === undefined
        ? `its chain reaches ${benefits.length === 1 ? 'a measured benefit' : 'measured benefits'}`
        : `its chain breaks: ${reasonWords[ahead]}`}
      .
    </p>
  );
}
