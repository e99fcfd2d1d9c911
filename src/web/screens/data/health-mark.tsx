import type { SourceCard } from '#api/sources.ts';
import { healthOf, healthWords, worriesOf } from './health.ts';

/** How far a source can be believed: a mark, a word and a colour, and why. */
export function HealthMark({ card }: { readonly card: SourceCard }) {
  const { mark, text, look } = healthWords[healthOf(card)];
  return (
    <p className="health">
      <span className={`status ${look}`}>
        <span aria-hidden="true">{mark}</span> {text}
      </span>{' '}
      <span className="muted small" data-words>
        {worriesOf(card)
          .map(({ what }) => what)
          .join('; ')}
      </span>
    </p>
  );
}
