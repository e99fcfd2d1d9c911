import { moneyText } from '../../money.ts';
import { Figure } from '../../parts/figure.tsx';
import { wholeTrace } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import { type Coverage, evidencedOf } from './traced.ts';

type Props = { readonly coverage: Coverage; readonly unit: string };

/** How much of the money can be followed to a measured benefit, and how much of that on more than a claim. */
export function Sentence({ coverage: { money, missing }, unit }: Props) {
  const words = useWords();
  const own = money.find(({ currency }) => currency === unit);
  if (!own)
    return <p className="finding-sentence">There is nothing to follow: {missing ?? 'no money is on record'}.</p>;
  return (
    <p className="finding-sentence">
      <Figure of={{ id: wholeTrace }}>
        {moneyText(words, own.traced, unit)} of {moneyText(words, own.invested, unit)}
        {own.share === null ? '' : ` (${words.figure(own.share, 'share')})`}
      </Figure>{' '}
      can be followed to a measured benefit
      {Number(own.traced) > 0 && (
        <>
          ,{' '}
          <Figure of={{ id: wholeTrace }} className="whole">
            {words.figure(evidencedOf(own), unit)}
          </Figure>{' '}
          of it where every step is measured and not only claimed
        </>
      )}
      .
    </p>
  );
}
