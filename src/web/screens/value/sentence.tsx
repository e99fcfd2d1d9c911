import { useQuery } from '@tanstack/react-query';
import { moneyText, useAt, useBasis } from '../../money.ts';
import { Asked } from '../../parts/asked.tsx';
import { Figure } from '../../parts/figure.tsx';
import { theTrace } from '../../queries.ts';
import { wholeTrace } from '../../value-names.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { LeftOut } from './left-out.tsx';
import { type Coverage, evidencedOf } from './traced.ts';

type Props = { readonly coverage: Coverage; readonly unit: string };

/** How much of the money can be followed to a measured benefit: along all links, or along those alone that are measured. */
export function Sentence(props: Props) {
  return useView().show === 'evidenced' ? <Evidenced {...props} /> : <Claimed {...props} />;
}

function Evidenced({ unit }: Props) {
  const words = useWords();
  const query = useQuery(theTrace(useBasis(), useAt()));
  return (
    <Asked query={query} what="Following what is measured">
      {({ traces, missing }) => {
        const trace = traces.find((each) => each.unit === unit);
        if (!trace) return <Nothing missing={missing} />;
        const { arrived, whole } = trace;
        return (
          <p className="finding-sentence">
            <Figure of={{ id: wholeTrace }}>
              {moneyText(words, arrived, unit)} of {moneyText(words, whole, unit)}
              {Number(whole) > 0 && ` (${words.figure(Number(arrived) / Number(whole), 'share')})`}
            </Figure>{' '}
            can be followed to a measured benefit
            <LeftOut trace={trace} of={wholeTrace} />.
          </p>
        );
      }}
    </Asked>
  );
}

/** And how much of that on more than a claim. */
function Claimed({ coverage: { money, missing }, unit }: Props) {
  const words = useWords();
  const own = money.find(({ currency }) => currency === unit);
  if (!own) return <Nothing missing={missing} />;
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

function Nothing({ missing }: { readonly missing: string | null }) {
  return <p className="finding-sentence">There is nothing to follow: {missing ?? 'no money is on record'}.</p>;
}
