import { useQuery } from '@tanstack/react-query';
import type { RuleCard } from '#api/diagnosis.ts';
import { gapRow } from '#charts/gap-row.ts';
import { fallsUnderPressure, type RuleResult } from '#model/rule-result.ts';
import { type Step, useCourse } from '../../course.ts';
import { ChartOf } from '../../parts/chart.tsx';
import { Figure } from '../../parts/figure.tsx';
import { theRules } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { chosen } from './chosen.ts';

/** Each rule in a row: what the design says, what is done, how far apart that is and how it came there. */
export function Rules({ rules }: { readonly rules: readonly RuleResult[] }) {
  const view = useView();
  const course = useCourse();
  const cards = useQuery(theRules);
  const shown = chosen(rules, view);
  if (shown.length === 0) return <p className="muted">No rule is of that kind.</p>;
  return (
    <ol className="plain-list rules" aria-label="Rules of the design, the furthest from it first">
      {shown.map((rule) => (
        <RuleRow
          key={rule.rule}
          rule={rule}
          card={cards.data?.rules.find(({ id }) => id === rule.rule)}
          steps={course.periods}
        />
      ))}
    </ol>
  );
}

type Props = { readonly rule: RuleResult; readonly card: RuleCard | undefined; readonly steps: readonly Step[] };

function RuleRow({ rule, card, steps }: Props) {
  const words = useWords();
  const { period } = useView();
  const { rule: id, title, dimension, unit, value, lower, upper, n, breakpoints, broke, missing } = rule;
  return (
    <li>
      <Figure of={{ id }} className="strip rule-figure">
        <ChartOf
          chart={gapRow}
          data={{
            key: id,
            says: title,
            unit,
            period: period ?? 'all of the evidence',
            actual: { value, lower, upper, n },
            breakpoints,
            history: steps.map((step) => ({ period: step.key, value: valueIn(step, id) })),
            // A picture would cut a long reason; it stands below.
            missing: null,
          }}
        />
      </Figure>
      <p className="rule-about">
        <span className="muted">{dimension}</span> {card?.says}
        {value === null && missing !== undefined && <span className="muted">Not read: {missing}.</span>}
        {fallsUnderPressure(rule) && <span className="status warn"> falls under pressure</span>}
        {broke > 0 && (
          <Figure of={{ id }} className="cases">
            {words.counted(broke, 'case')} broke it
          </Figure>
        )}
      </p>
    </li>
  );
}

const valueIn = ({ conformance }: Step, id: string): number | null =>
  conformance?.results.find(({ rule }) => rule === id)?.value ?? null;
