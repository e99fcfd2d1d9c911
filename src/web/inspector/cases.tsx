import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CasesOf } from '#api/cases.ts';
import { windowOf } from '#api/looked-at.ts';
import type { WorkspaceCard } from '#api/workspace.ts';
import { lookedAt } from '../cases.ts';
import { type Opened, textOfOpened } from '../opened.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemState } from '../parts/states.tsx';
import { theCases } from '../queries.ts';
import { useView } from '../view.ts';
import { useWords } from '../workspace.ts';
import { Again, Section, Stretch } from './explained.tsx';
import { Rows } from './rows.tsx';

type Props = { readonly of: CasesOf; readonly opened: Opened; readonly workspace: WorkspaceCard };

/** The cases behind an element of a picture; each opens. */
export function Cases({ of, opened, workspace }: Props) {
  const words = useWords();
  const queries = useQueryClient();
  const view = useView();
  const window = windowOf(workspace, opened.period ?? view.period);
  const looked = { window, asOf: view.asOf, where: lookedAt(opened.where) };
  const { data, error, refetch } = useQuery(theCases(of, looked, 0));
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Finding the cases" />;
  const { title, total, rows, command, missing } = data;
  const items = new Set(rows.map(({ item }) => item)).size;
  return (
    <div className="explained" data-kind="cases">
      <p className="explained-title">{title}</p>
      <Stretch answer={data} opened={opened} />
      <p className="hero">
        <span className="hero-value">{words.count(total)}</span>
        <span className="hero-beside">
          {of.move ? 'moves' : of.handOff ? 'hand-offs' : 'items'}, longest first
          {rows.length === total && items < total && `, of ${words.counted(items, 'item')}`}
        </span>
      </p>
      {missing !== null && <p>{missing}</p>}
      <Section title="Cases">
        <Rows
          pages={{
            key: [of, looked],
            first: rows,
            total,
            from: async (offset) => (await queries.fetchQuery(theCases(of, looked, offset))).rows,
          }}
          name={textOfOpened(opened)}
          workspace={workspace}
          what="cases"
        />
      </Section>
      <Section title="The same again">
        <Again command={command} folder={workspace.folder} citable={false} />
      </Section>
    </div>
  );
}
