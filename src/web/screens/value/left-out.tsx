import type { UnitTrace } from '#api/value.ts';
import { moneyText } from '../../money.ts';
import { Figure } from '../../parts/figure.tsx';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';

type Props = {
  readonly trace: Pick<UnitTrace, 'unit' | 'stubs' | 'barred'>;
  /** What opens. */
  readonly of: string;
};

/** The end of a sentence where only links that are measured are followed: which others would have passed on how much. */
export function LeftOut({ trace: { unit, stubs, barred }, of }: Props) {
  const words = useWords();
  if (useView().show !== 'evidenced') return null;
  if (barred === 0) return <>, along links that are measured; no other link would have passed any of it on</>;
  const held = stubs.find(({ reason }) => reason === 'not-evidenced')?.amount ?? null;
  return (
    <>
      , along links that are measured; left out {barred === 1 ? 'is' : 'are'}{' '}
      <Figure of={{ id: of }} className="whole">
        {words.counted(barred, 'link')} with {moneyText(words, held, unit)}
      </Figure>
      , which {barred === 1 ? 'is' : 'are'} only claimed
    </>
  );
}
