import { Figure } from '../../parts/figure.tsx';
import { benefitId } from '../../value-names.ts';
import { useWords } from '../../workspace.ts';
import type { ShownBenefit } from './curve.ts';
import { standingWord } from './standing-word.ts';

/** What came of what was planned to date, and how the benefit stands. */
export function BenefitSentence({ answer: { benefit } }: { readonly answer: ShownBenefit }) {
  const words = useWords();
  const { key, unit, realisation, shortfall, wholeLife } = benefit;
  const { realised, plannedMeasured } = realisation;
  const of = { id: benefitId(key) };
  return (
    <>
      <p className="finding-sentence">
        {realised === null || plannedMeasured === null ? (
          <Unmeasured wholeLife={wholeLife} unit={unit} of={of} />
        ) : (
          <>
            <Figure of={of} className="whole">
              {words.figure(Number(realised), unit)}
            </Figure>{' '}
            of{' '}
            <Figure of={of} className="whole">
              {words.figure(Number(plannedMeasured), unit)}
            </Figure>{' '}
            that was planned to date and measured has come
          </>
        )}
        ; it stands: {standingWord(benefit).text}.
      </p>
      {shortfall && (
        <p data-stated={`benefit:${key}`}>
          {shortfall.cause === null ? (
            <span className="status bad">Nobody has said why it falls short, or what is done about it.</span>
          ) : (
            <>
              It falls short because {shortfall.cause}.{' '}
              {shortfall.action &&
                `${shortfall.action.what}, by ${shortfall.action.owner} until ${shortfall.action.due}.`}
            </>
          )}
        </p>
      )}
    </>
  );
}

type UnmeasuredProps = {
  readonly wholeLife: string | null;
  readonly unit: string;
  readonly of: { readonly id: string };
};

/** What is said where there is no rate yet: what is stated for the whole life is no plan that could be over. */
function Unmeasured({ wholeLife, unit, of }: UnmeasuredProps) {
  const words = useWords();
  if (wholeLife === null) return 'Nothing that was planned is over and measured yet';
  return (
    <>
      <Figure of={of} className="whole">
        {words.figure(Number(wholeLife), unit)}
      </Figure>{' '}
      is stated for its whole life, and nothing says how that spreads over periods
    </>
  );
}
