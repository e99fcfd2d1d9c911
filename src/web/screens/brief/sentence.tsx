import type { Said } from '#model/diagnosis.ts';
import { Figure } from '../../parts/figure.tsx';

/** A number shorter than this is not broken over two lines. */
const short = 12;

/** The whole in one breath; each number in it opens. */
export function Sentence({ said }: { readonly said: readonly Said[] }) {
  return (
    <p className="finding-sentence">
      {said.map(({ text, opens }, index) =>
        opens === undefined ? (
          text
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence have no name but their place.
          <Figure key={index} of={opens} className={text.length < short ? 'whole' : ''}>
            {text}
          </Figure>
        ),
      )}
    </p>
  );
}
