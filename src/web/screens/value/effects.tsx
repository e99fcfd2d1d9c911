import type { Effect } from '#api/outcomes.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { outcomeId } from '../../value-names.ts';
import { useChange } from '../../view.ts';
import { useWords } from '../../workspace.ts';

type Props = {
  readonly of: string;
  readonly effects: readonly Effect[];
  readonly unit: string;
  readonly chosen: Effect | undefined;
};

/** What each initiative that leads to it did since it went live, with what weakens that, or why it cannot be told. */
export function Effects({ of, effects, unit, chosen }: Props) {
  const change = useChange();
  return (
    <Card title="What each initiative did to it" className="wide">
      {effects.length === 0 && <p className="muted">No initiative leads to it.</p>}
      <ul className="plain-list lines">
        {effects.map((effect) => (
          <li key={effect.initiative}>
            <div className="effect-head">
              <ToOwnPage of={{ kind: 'initiative', key: effect.initiative }}>{effect.name}</ToOwnPage>
              <button
                type="button"
                aria-label={`Draw it: ${effect.name}`}
                aria-pressed={effect === chosen}
                onClick={() => change({ tab: effect.initiative }, 'in place')}
              >
                Draw it
              </button>
            </div>
            <p>
              <Figure of={{ id: outcomeId(of) }}>{effect.sentence}</Figure>
            </p>
            <Basis effect={effect} of={of} unit={unit} />
            {effect.weaknesses.length > 0 && (
              <p className="small" data-stated={`outcome:${of}`}>
                <span className="status warn">Weakened by</span> {effect.weaknesses.join('; ')}.
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How it was estimated, and its parts. */
function Basis({ effect: { estimate, grade }, of, unit }: { readonly effect: Effect } & Pick<Props, 'of' | 'unit'>) {
  const words = useWords();
  if (!estimate) return null;
  const { method, level, trend, step, carriedOver, seasonal } = estimate;
  const part = (each: typeof level): string =>
    `${words.change(each.value, unit, each)} (${words.change(each.lower, unit, each)} to ${words.change(each.upper, unit, each)})`;
  return (
    <p className="muted small">
      <Figure of={{ id: outcomeId(of) }}>
        {method === 'difference-from-control' ? 'Differences from the control' : 'Interrupted series'},{' '}
        {seasonal ? 'with' : 'without'} a season: level {part(level)}, trend {part(trend)} a {step},{' '}
        {words.figure(carriedOver, 'share')} of chance carried over, grade {grade ?? '–'}
      </Figure>
    </p>
  );
}
