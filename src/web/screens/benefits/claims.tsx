import { Link } from '@tanstack/react-router';
import { Card } from '../../parts/card.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { valueId } from '../../value-names.ts';
import type { View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import type { ShownBenefit } from './curve.ts';

/** What is held to bring it about: a contribution with its evidence, never ownership; the rest has other causes. */
export function Claims({ answer: { benefit, contribution, chain } }: { readonly answer: ShownBenefit }) {
  const words = useWords();
  return (
    <Card title="What brings it about">
      <p data-stated={`benefit:${benefit.key}`}>{contribution.sentence}</p>
      <ul className="plain-list lines">
        {chain.map(({ key, giver, receiver, contributes, grade }) => (
          <li key={key} data-stated={`chain-link:${key}`}>
            <ToOwnPage of={giver}>{giver.name}</ToOwnPage> → {receiver.name}{' '}
            <span className="muted">
              {contributes === null ? 'no share is claimed' : `claims ${words.figure(contributes, 'share')}`}, grade{' '}
              {grade}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link
          to="/value"
          className="button"
          search={(before: View) => ({ ...before, open: valueId('benefit', benefit.key) })}
        >
          The money that came to it
        </Link>
      </p>
    </Card>
  );
}
