import { comparedWith } from '#api/looked-at.ts';
import { dimensionStrip } from '#charts/dimension-strip.ts';
import type { Diagnosis } from '#model/diagnosis.ts';
import type { DimensionScore } from '#model/rule-result.ts';
import { capital } from '../../capital.ts';
import { scoreIn, useCourse } from '../../course.ts';
import { Card } from '../../parts/card.tsx';
import { ChartOf } from '../../parts/chart.tsx';
import { Figure } from '../../parts/figure.tsx';
import { useView } from '../../view.ts';
import { useWorkspace } from '../../workspace.ts';

/** The five dimensions on one scale, with how they came there. */
export function Strips({ diagnosis }: { readonly diagnosis: Diagnosis }) {
  const workspace = useWorkspace();
  const view = useView();
  const course = useCourse();
  const before = view.period === undefined ? undefined : comparedWith(workspace, view);
  const steps = course.periods;
  const known = steps.filter(({ conformance }) => conformance !== undefined).length;
  const says =
    steps.length < 2
      ? 'Closeness to the design, 100 as designed.'
      : `Closeness to the design, 100 as designed. Course: ${steps[0]?.key} to ${steps.at(-1)?.key}${known < steps.length ? ', being read …' : ''}`;
  const stripOf = ({ dimension, score, read, missing }: DimensionScore) => ({
    key: `dimension.${dimension}`,
    name: capital(dimension),
    period: view.period ?? 'all of the evidence',
    now: { value: score, lower: null, upper: null, n: read.length },
    target: 100,
    before: before === undefined ? null : { period: before.key, value: scoreIn(course.of(before), dimension) },
    history: steps.map(({ key, conformance }) => ({ period: key, value: scoreIn(conformance, dimension) })),
    missing: missing ?? null,
  });
  return (
    <Card title="The five dimensions" says={<CourseText text={says} />} className="strips">
      <ul className="plain-list">
        {diagnosis.dimensions.map((score) => (
          <li key={score.dimension}>
            <Figure of={{ id: `dimension.${score.dimension}` }} className="strip">
              <ChartOf chart={dimensionStrip} data={stripOf(score)} />
            </Figure>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function CourseText({ text }: { readonly text: string }) {
  return <span data-words>{text}</span>;
}
