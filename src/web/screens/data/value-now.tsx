import { useQuery } from '@tanstack/react-query';
import type { MetricCard } from '#api/figures.ts';
import { windowOf } from '#api/looked-at.ts';
import { Dimension } from '#model/rule-result.ts';
import { amount } from '../../amount.ts';
import type { Opened } from '../../opened.ts';
import { Figure } from '../../parts/figure.tsx';
import { theConformance, theDiagnosis, theMetrics, theReadings } from '../../queries.ts';
import { quietly } from '../../quietly.ts';
import { useView, whereOf } from '../../view.ts';
import { useWords, useWorkspace } from '../../workspace.ts';

type Props = { readonly id: string };

/** What a metric, a rule or a sign says of the period that is looked at. */
export function ValueNow({ id }: Props) {
  const { span } = useWorkspace();
  if (span === null) return <span className="muted">no data</span>;
  if (id.startsWith('sign.')) return <SignNow id={id} />;
  return isMetric(id) ? <MetricNow id={id} /> : <RuleNow id={id} />;
}

/** Whether an id is that of a metric; rules have the names of dimensions in front. */
const isMetric = (id: MetricCard['id']): boolean => !Dimension.safeParse(id.split('.')[0]).success;

const useAt = () => {
  const workspace = useWorkspace();
  const view = useView();
  return { window: windowOf(workspace, view.period), asOf: view.asOf };
};

/** What a metric is looked at through; nothing where it cannot be told for what was chosen. */
const useWhere = (id: string): Opened['where'] => {
  const where = whereOf(useView());
  const { data } = useQuery(theMetrics);
  const scopes = data?.metrics.find((each) => each.id === id)?.scopes ?? [];
  return where !== undefined && scopes.includes(where.scope) ? where : undefined;
};

function MetricNow({ id }: Props) {
  const words = useWords();
  const where = useWhere(id);
  const { queryKey, queryFn } = theReadings(id, where, useAt());
  const { data, error } = useQuery({
    queryKey,
    queryFn: (context) => quietly(async () => (typeof queryFn === 'function' ? queryFn(context) : undefined)),
  });
  if (error) return <span className="muted">{error.message}</span>;
  if (!data) return <Waiting />;
  const [reading] = data.readings;
  if (!reading) return <span className="muted">no data</span>;
  return (
    <Figure of={{ id, where }}>
      {reading.value === null ? (reading.missing ?? 'no data') : amount(words, reading.value, reading.unit, reading)}
    </Figure>
  );
}

function RuleNow({ id }: Props) {
  const words = useWords();
  const { data, error } = useQuery(theConformance(useAt()));
  if (error) return <span className="muted">{error.message}</span>;
  const rule = data?.results.find((each) => each.rule === id);
  if (!rule) return <Waiting />;
  return (
    <Figure of={{ id }}>
      {rule.value === null ? (rule.missing ?? 'not read') : amount(words, rule.value, rule.unit, rule)}
    </Figure>
  );
}

function SignNow({ id }: Props) {
  const { data, error } = useQuery(theDiagnosis(useAt()));
  if (error) return <span className="muted">{error.message}</span>;
  const sign = data?.signs.find((each) => each.sign === id);
  if (!sign) return <Waiting />;
  return (
    <Figure of={{ id }}>{sign.severity === null ? 'not enough data' : `severity ${Math.round(sign.severity)}`}</Figure>
  );
}

const Waiting = () => (
  <span className="muted">
    <span aria-hidden="true">…</span>
    <span className="unseen">being read</span>
  </span>
);
