import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenName } from '#api/names.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { EmptyState, ProblemState } from '../../parts/states.tsx';
import { theNames } from '../../queries.ts';
import { useWords, useWorkspace } from '../../workspace.ts';
import {
  type Chosen,
  chosenOf,
  likelyOnes,
  meaningsOf,
  withChoice,
  withLikely,
  withoutSource,
} from './chosen-names.ts';
import { NameEdits } from './name-edits.tsx';
import { NamesTable } from './names-table.tsx';
import { openNamesIn } from './open-names.ts';
import { SaveNames } from './save-names.tsx';

/** Names in the evidence that nobody knows, and what each is to stand for. */
export function NamesPage() {
  const words = useWords();
  const { data, error, refetch } = useQuery(theNames);
  const [chosen, setChosen] = useState<Chosen>({});
  if (error && !data) return <ProblemState error={error} again={() => void refetch()} />;
  if (!data) return <Loading lines={8} what="Looking for names that nobody knows" />;
  if (data.sources.length === 0) return <NoEvidence />;
  const count = openNamesIn(data.sources);
  const likely = data.sources.flatMap(({ source, names }) => likelyOnes(source, names));
  return (
    <div className="names-page">
      <PageTitle unseen>Data: names</PageTitle>
      <p className="finding-sentence">
        {count === 0 ? (
          'Every name in the evidence is known.'
        ) : (
          <>
            <a href="#names" className="figure">
              {words.counted(count, 'name')}
            </a>{' '}
            in the evidence {count === 1 ? 'is' : 'are'} not known: figures that need a key leave{' '}
            {count === 1 ? 'its' : 'their'} rows out, and say so.
          </>
        )}
      </p>
      {likely.length > 0 && (
        <div className="buttons">
          <button type="button" onClick={() => setChosen(withLikely(chosen, likely))}>
            Choose all likely ones
          </button>
          <span className="muted small">Nothing is saved by choosing.</span>
        </div>
      )}
      <div id="names" className="stacked">
        {data.sources.map(({ source, mapping, names, known }) => (
          <NamesOfSource
            key={source}
            source={source}
            mapping={mapping}
            names={names}
            known={known}
            chosen={chosen}
            onChoose={(choice) => setChosen(withChoice(chosen, choice))}
            onSaved={() => setChosen((all) => withoutSource(all, source, names))}
          />
        ))}
      </div>
      <NameEdits />
    </div>
  );
}

function NoEvidence() {
  return (
    <EmptyState title="There are no names to look at yet">
      <p>
        Names lists what stands in the evidence and nothing says what it is: teams, states, channels and types of
        decisions. It needs rows of <strong>one log</strong>; <em>Sources</em> says how they come in.
      </p>
    </EmptyState>
  );
}

type Props = {
  readonly source: string;
  readonly mapping: string;
  readonly names: readonly OpenName[];
  readonly known: Parameters<typeof NamesTable>[0]['known'];
  readonly chosen: Chosen;
  readonly onChoose: Parameters<typeof NamesTable>[0]['onChoose'];
  readonly onSaved: () => void;
};

function NamesOfSource({ source, mapping, names, known, chosen, onChoose, onSaved }: Props) {
  const { sources } = useWorkspace();
  if (names.length === 0) return null;
  const kinds = [...new Set(names.map(({ kind }) => kind))];
  const meanings = meaningsOf(source, names, chosen);
  return (
    <Card
      title={sources.find(({ key }) => key === source)?.name ?? source}
      says={
        <>
          what is saved is written into <code>{mapping}</code>
        </>
      }
      className="names-of-source"
    >
      {kinds.map((kind) => (
        <NamesTable
          key={kind}
          id={`${source}-${kind}`}
          source={source}
          kind={kind}
          names={names.filter((name) => name.kind === kind)}
          known={known}
          choiceOf={(name) => chosenOf(chosen, source, name)}
          onChoose={onChoose}
        />
      ))}
      {meanings.length > 0 && <SaveNames source={source} names={meanings} onSaved={onSaved} />}
    </Card>
  );
}
