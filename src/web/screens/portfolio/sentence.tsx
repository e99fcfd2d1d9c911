import { Figure } from '../../parts/figure.tsx';
import { wholeTrace } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import { type Allocation, sharesOf } from './allocation.ts';

type Props = { readonly allocation: Allocation; readonly unit: string };

/** How much of the money goes where the goals are, and of how much nobody can tell. */
export function Sentence({ allocation, unit }: Props) {
  const words = useWords();
  const { total, strategic, unmapped } = sharesOf(allocation, unit);
  const whole = (
    <Figure of={{ id: wholeTrace }} className="whole">
      {words.figure(total, unit)}
    </Figure>
  );
  return (
    <p className="finding-sentence">
      {strategic === null ? (
        <>{whole} was spent, and no goal had a weight to say for what</>
      ) : (
        <>
          <Figure of={{ id: wholeTrace }} className="whole">
            {words.figure(strategic, 'share')}
          </Figure>{' '}
          of {whole} went to strategic capabilities
        </>
      )}
      {unmapped !== null && unmapped > 0 && (
        <>
          ; of{' '}
          <Figure of={{ id: wholeTrace }} className="whole">
            {words.figure(unmapped, 'share')}
          </Figure>{' '}
          nobody can say which capability it builds
        </>
      )}
      .
    </p>
  );
}
