import { Figure } from '../../parts/figure.tsx';
import { useWords } from '../../workspace.ts';
import { type Capabilities, gapOf, shortOf, unassessedOf } from './card.ts';

const gapFigure = 'capability.strategic-gap';

/** How many of the capabilities that matter are not what they have to be, and which of them matters most. */
export function Sentence({ answer: { capabilities, period } }: { readonly answer: Capabilities }) {
  const words = useWords();
  const strategic = capabilities.filter((each) => each.strategic === true).length;
  const short = shortOf(capabilities);
  const unassessed = unassessedOf(capabilities).length;
  const [worst] = short;
  if (period === null)
    return <p className="finding-sentence">No goal has a weight, so nobody can say which capabilities matter.</p>;
  return (
    <p className="finding-sentence">
      <Figure of={{ id: gapFigure }}>
        {words.count(short.length)} of {words.counted(strategic, 'strategic capability', 'strategic capabilities')}
      </Figure>{' '}
      {short.length === 1 ? 'is' : 'are'} below what {short.length === 1 ? 'it has' : 'they have'} to be
      {worst && (
        <>
          ; most needed is {worst.name}, by{' '}
          <Figure of={{ id: gapFigure, where: { scope: 'capability', key: worst.key } }} className="whole">
            {words.counted(gapOf(worst) ?? 0, 'level')}
          </Figure>
        </>
      )}
      {unassessed > 0 && (
        <>
          ; <Figure of={{ id: 'capability.maturity' }}>{words.count(unassessed)}</Figure>{' '}
          {unassessed === 1 ? 'was' : 'were'} not assessed within a year
        </>
      )}
      .
    </p>
  );
}
