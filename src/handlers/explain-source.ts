import { sourceCoverage } from '#diagnosis/coverage.ts';
import { unreadValues } from '#facts/unread.ts';
import type { SourceCoverage } from '#model/diagnosis.ts';
import type { Explained, Stage } from './explain-stage.ts';
import { refusedVersions } from './newer-versions.ts';
import type { Standing } from './refresh.ts';

/** A source, opened down to what became of its rows and names. */
export const explainSource = async (
  key: string,
  standing: Standing,
  { context, asOfWords }: Stage,
): Promise<Explained> => {
  const all = await sourceCoverage(context.engine, await toldOfSources(standing, context));
  const source = all.find((each) => each.source === key);
  if (!source) throw new Error(`${key} has no coverage`);
  return {
    kind: 'source',
    id: `source.${key}`,
    title: `Source ${key}`,
    sentence: sentenceOf(source),
    definition: [
      {
        part: 'formula',
        text: 'Rows that count are accepted and were not met before; every other row is rejected with its reason. Accepted and rejected rows are all rows of the files.',
      },
      {
        part: 'left out, and at the edges',
        text: 'Rejected rows are in no figure and in no coverage. A name without a key stays as it is written, and lowers the coverage of what needs the key.',
      },
    ],
    command: ['profile', '--source', key, ...asOfWords],
    source,
  };
};

const sentenceOf = ({ source, events, items, rejected }: SourceCoverage): string =>
  `${source}: ${events.toLocaleString('en')} rows of ${items.toLocaleString('en')} items count, ${rejected.toLocaleString('en')} were rejected.`;

/** What the coverage of sources is told against. */
export const toldOfSources = async (
  { sources, imports, engine }: Standing,
  { designs, shownTeam, window }: Stage['context'],
): Promise<Parameters<typeof sourceCoverage>[1]> => ({
  designs,
  ordered: sources.flatMap(({ key, mapping }) => (mapping.columns.order === undefined ? [] : [key])),
  refused: refusedVersions(imports),
  unread: await unreadValues(engine),
  shownTeam: (team) => shownTeam(team, window),
});
