import { comparedWith, currentPeriod } from '#api/looked-at.ts';
import { amount } from '../../amount.ts';
import { useCourse } from '../../course.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';
import { useView } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import { type Change, changesOf, compared } from './changes-of.ts';

/** As many as the place holds; the rest is one click away, in what the figures open. */
const most = 4;

/** What changed from one period to the other. */
export function Since() {
  const workspace = useWorkspace();
  const view = useView();
  const course = useCourse();
  const current = currentPeriod(workspace, view.period);
  const before = comparedWith(workspace, view);
  if (!current || !before) {
    return (
      <Card title="What changed">
        <p className="muted">There is nothing to compare with. Choose a period that has one before it.</p>
      </Card>
    );
  }
  const [now, then] = [course.of(current), course.of(before)];
  const title = `${current.key} against ${before.key}`;
  if (course.error) return <Card title={title}>{course.error.message}</Card>;
  if (!now || !then) {
    return (
      <Card title={title} says="What changed">
        <Loading lines={4} what="Reading both periods" />
      </Card>
    );
  }
  const changes = changesOf(now.results, then.results);
  const rest = compared(now.results, then.results) - changes.length;
  return (
    <Card title={title} says="What changed for sure: 95% intervals apart">
      <ul className="plain-list changes">
        {changes.slice(0, most).map((change) => (
          <ChangeLine key={change.now.rule} change={change} now={current.key} before={before.key} />
        ))}
      </ul>
      <p className="muted small">
        <Figure of={{ id: 'design.rules', period: current.key }} className="quiet">
          {changes.length > most && `${changes.length - most} more rules changed; `}
          {changes.length === 0
            ? `No rule changed for sure; ${rest} can be compared.`
            : `${rest} rules did not change for sure.`}
        </Figure>
      </p>
    </Card>
  );
}

type LineProps = { readonly change: Change; readonly now: string; readonly before: string };

function ChangeLine({ change, now, before }: LineProps) {
  const words = useWords();
  const { rule, title } = change.now;
  const of = (each: Change['now']): string => amount(words, each.value, each.unit, each);
  const better = change.better > 0;
  return (
    <li>
      <span className={`status ${better ? 'good' : 'bad'}`}>
        <span aria-hidden="true">{better ? '▲' : '▼'}</span> {better ? 'better' : 'worse'}
      </span>
      <span className="change-title">{title}</span>
      <span className="change-values">
        <Figure of={{ id: rule, period: before }}>{of(change.before)}</Figure>
        <span aria-hidden="true"> → </span>
        <span className="unseen">to</span>
        <Figure of={{ id: rule, period: now }}>{of(change.now)}</Figure>
      </span>
    </li>
  );
}
