import { useQueryClient } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import type { Explanation } from '#api/explain.ts';
import { windowOf } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import type { BrokenCase, RuleResult } from '#model/rule-result.ts';
import type { SignRuleResult } from '#model/sign.ts';
import { amount } from '../amount.ts';
import { type Opened, textOfOpened } from '../opened.ts';
import { Figure } from '../parts/figure.tsx';
import { theRowsOf } from '../queries.ts';
import { useView } from '../view.ts';
import { useWords } from '../workspace.ts';
import type { Pages } from './held.ts';
import { Rows } from './rows.tsx';
import type { RowOf } from './table.ts';

type Props = { readonly answer: Explanation; readonly opened: Opened; readonly workspace: WorkspaceCard };

/** What a figure stands on, one step down. */
export function Behind({ answer, opened, workspace }: Props) {
  switch (answer.kind) {
    case 'figure':
      return <OpenedRows first={answer.rows} total={answer.total} opened={opened} workspace={workspace} />;
    case 'rule':
      return (
        <OpenedRows
          first={answer.cases.map(toldFirst)}
          total={answer.total}
          opened={opened}
          workspace={workspace}
          what="cases that broke it"
        />
      );
    case 'dimension':
    case 'design':
      return <Rules rules={answer.rules} period={opened.period} />;
    case 'sign':
      return <SignRules rules={answer.sign.rules} period={opened.period} />;
    case 'sign-rule':
      return <StandsOn rule={answer.signRule} period={opened.period} />;
    case 'source':
      return <SourceRows source={answer.source} />;
  }
}

type OpenedRowsProps = Pick<Pages, 'first' | 'total'> &
  Pick<ComponentProps<typeof Rows>, 'workspace' | 'what'> & { readonly opened: Opened };

function OpenedRows({ opened, first, total, ...rest }: OpenedRowsProps) {
  const queries = useQueryClient();
  const view = useView();
  const at = { window: windowOf(rest.workspace, opened.period ?? view.period), asOf: view.asOf };
  const from = async (offset: number): Promise<readonly RowOf[]> =>
    rowsIn(await queries.fetchQuery(theRowsOf(opened, at, offset)));
  return <Rows {...rest} name={textOfOpened(opened)} pages={{ key: [opened, at], first, total, from }} />;
}

const rowsIn = (answer: Explanation): readonly RowOf[] => {
  if (answer.kind === 'figure') return answer.rows;
  return answer.kind === 'rule' ? answer.cases.map(toldFirst) : [];
};

/** How a case broke the rule stands beside the case, not behind all else that is known of it. */
const toldFirst = ({ item, object, because, at, ...rest }: BrokenCase): RowOf => ({
  item,
  object,
  because,
  at,
  ...rest,
});

type RulesProps = { readonly rules: readonly RuleResult[]; readonly period: string | undefined };

function Rules({ rules, period }: RulesProps) {
  const words = useWords();
  return (
    <div className="scrolled">
      <table>
        <thead>
          <tr>
            <th scope="col">rule</th>
            <th scope="col" className="number">
              value
            </th>
            <th scope="col" className="number">
              severity
            </th>
            <th scope="col" className="number">
              weight
            </th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, title, value, unit, severity, weight, missing, lower, upper }) => (
            <tr key={rule}>
              <th scope="row">
                <Figure of={{ id: rule, period }}>{title}</Figure>
                {severity === null && <span className="muted small"> {missing}</span>}
              </th>
              <td className="number">{value === null ? '–' : amount(words, value, unit, { lower, upper })}</td>
              <td className="number" data-severity={severity?.value}>
                {severity === null ? '–' : Math.round(severity.value)}
              </td>
              <td className="number">{weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SignRules({
  rules,
  period,
}: {
  readonly rules: readonly SignRuleResult[];
  readonly period: string | undefined;
}) {
  return (
    <ul className="plain-list">
      {rules.map(({ rule, title, says, missing, severity }) => (
        <li key={rule}>
          <Figure of={{ id: rule, period }}>{title}</Figure>
          {severity !== null && <span className="tag">severity {Math.round(severity.value)}</span>}
          <p className="muted">{says ?? missing ?? ''}</p>
        </li>
      ))}
    </ul>
  );
}

function StandsOn({ rule, period }: { readonly rule: SignRuleResult; readonly period: string | undefined }) {
  const { standsOn, examples } = rule;
  const isCalled = /^[a-z]+\.[\w./-]+$/u.test(standsOn);
  return (
    <>
      <p>
        It stands on {isCalled ? <Figure of={{ id: standsOn, period }}>{standsOn}</Figure> : standsOn}, which opens down
        to its rows.
      </p>
      <ul className="plain-list">
        {examples.map(({ source, item, object, because }) => (
          <li key={`${source} ${item} ${object} ${because}`}>
            {[source, item ?? object].filter((part) => part !== null).join(' ')}: {because}
          </li>
        ))}
      </ul>
    </>
  );
}

type SourceProps = { readonly source: Extract<Explanation, { kind: 'source' }>['source'] };

function SourceRows({ source: { names, rejects, unrecorded } }: SourceProps) {
  const words = useWords();
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">names of</th>
            <th scope="col" className="number">
              rows with a key
            </th>
            <th scope="col" className="number">
              names without
            </th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ role, mapped, unmapped }) => (
            <tr key={role}>
              <th scope="row">{role}</th>
              <td className="number">{words.figure(mapped, 'share')}</td>
              <td className="number">{words.count(unmapped)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="plain-list">
        {rejects.map(({ column, code, expected, rows, line }) => (
          <li key={`${column} ${code}`}>
            {words.counted(rows, 'row')} rejected: {column ?? 'row'}, {expected} expected; the first in line {line}
          </li>
        ))}
        {unrecorded.map(({ kind, key, closest }) => (
          <li key={`${kind} ${key}`}>
            {kind} {key} has no record{closest === null ? '' : `; ${closest} may be meant`}
          </li>
        ))}
      </ul>
    </>
  );
}
