import { Link } from '@tanstack/react-router';
import { amountIn, fullMoney } from '../../money.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { ToOwnPage } from '../../parts/to-own-page.tsx';
import { valueId } from '../../value-names.ts';
import type { View } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import type { Initiative } from './initiative.ts';

type Props = { readonly initiative: Initiative; readonly unit: string };

/** What it builds, what that brings about, and what the business has of it, each with the money that came so far. */
export function Joined({ initiative: { capabilities, outcomes, benefits }, unit }: Props) {
  const words = useWords();
  return (
    <div className="model-grid thirds">
      <Card title="Capabilities it builds">
        {capabilities.length === 0 && <p className="muted">None is linked to it.</p>}
        <ul className="plain-list lines">
          {capabilities.map(({ key, name, amounts, grade, expectedGain }) => (
            <li key={key}>
              <Link to={`/capabilities/${key}`} search={(before: View) => before} className="record-link">
                {name}
              </Link>{' '}
              <Amount kind="capability" of={key} amount={amountIn(amounts, unit)} unit={unit} />{' '}
              <span className="muted" data-stated={`capability:${key}`}>
                grade {grade}
                {expectedGain !== null && `, ${words.counted(expectedGain, 'level')} expected`}
              </span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Outcomes">
        {outcomes.length === 0 && <p className="muted">Its money does not come that far.</p>}
        <ul className="plain-list lines">
          {outcomes.map(({ key, name, amounts }) => (
            <li key={key}>
              <ToOwnPage of={{ kind: 'outcome', key }}>{name}</ToOwnPage>{' '}
              <Amount kind="outcome" of={key} amount={amountIn(amounts, unit)} unit={unit} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Benefits">
        {benefits.length === 0 && <p className="muted">Its money does not come that far.</p>}
        <ul className="plain-list lines">
          {benefits.map(({ key, name, amounts, byGrade }) => (
            <li key={key}>
              <Link to={`/benefits/${key}`} search={(before: View) => before} className="record-link">
                {name}
              </Link>{' '}
              <Amount kind="benefit" of={key} amount={amountIn(amounts, unit)} unit={unit} />{' '}
              <span className="muted">
                {[...new Set(byGrade.map(({ grade }) => grade))].map((grade) => `grade ${grade}`).join(', ')}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

type AmountProps = {
  readonly kind: string;
  readonly of: string;
  readonly amount: string | null;
  readonly unit: string;
};

function Amount({ kind, of, amount, unit }: AmountProps) {
  if (amount === null) return <span className="muted">no money</span>;
  return (
    <Figure of={{ id: valueId(kind, of) }}>
      {fullMoney(amount)} {unit}
    </Figure>
  );
}
