import { Link } from '@tanstack/react-router';
import type { View } from '../../view.ts';
import { type Step, steps } from './steps.ts';

type Props = { readonly step: Step; readonly reachable?: readonly Step[] };

/** The whole way, and where one is on it. */
export function Stepper({ step, reachable = [] }: Props) {
  const now = steps.findIndex(({ id }) => id === step);
  return (
    <nav className="stepper" aria-label="Steps">
      <ol>
        {steps.map(({ id, title }, index) => (
          <li key={id} className={index < now ? 'past' : ''} aria-current={id === step ? 'step' : undefined}>
            {reachable.includes(id) && id !== step ? (
              <Link to="." search={(before: View) => ({ ...before, step: id })}>
                {title}
              </Link>
            ) : (
              <span>{title}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
