import { useQuery } from '@tanstack/react-query';
import type { SourceProfile } from '#api/evidence.ts';
import { unreadText } from '#model/unread-value.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Loading } from '../../parts/loading.tsx';
import { theProfile } from '../../queries.ts';
import { useView } from '../../view.ts';
import { useWords } from '../../workspace.ts';
import { Bar } from './bar.tsx';

/** What the rows look like, before anybody says how work should go. */
export function Profile({ source }: { readonly source: string }) {
  const { asOf } = useView();
  const { data, error } = useQuery(theProfile(source, asOf));
  const profile = data?.sources[0];
  return (
    <Card title="Profile" says="by the names in the log, whatever the design says">
      {error && <p>{error.message}</p>}
      {!data && !error && <Loading lines={4} what="Profiling the source" />}
      {profile && (
        <div className="profile">
          <Measures profile={profile} />
          <TimeByState profile={profile} />
        </div>
      )}
      {profile?.unread.map(({ found, ...value }) => (
        <p key={`${value.column} ${value.why}`} className="muted" data-words>
          {unreadText(value, found)}
        </p>
      ))}
    </Card>
  );
}

type Props = { readonly profile: SourceProfile };

function Measures({ profile }: Props) {
  const words = useWords();
  const { source, items, events, states, teams, people, durationDays, byTeam, byPerson, rework } = profile;
  const days = (value: number): string => words.figure(value, 'day');
  const share = (value: number): string => words.figure(value, 'share');
  const rows: readonly (readonly [string, string] | false)[] = [
    ['items', words.count(items)],
    ['rows', words.count(events)],
    ['rows of an item, on average', words.figure(events / items, 'count')],
    states !== null && ['states', words.count(states)],
    teams !== null && ['teams', words.count(teams)],
    people !== null && ['people, as pseudonyms', words.count(people)],
    durationDays !== null && ['first to last row of finished items, median', days(durationDays.p50)],
    durationDays !== null && ['… of 85 in 100 of them', days(durationDays.p85)],
    durationDays !== null && ['… of 95 in 100 of them', days(durationDays.p95)],
    byTeam !== null && ['changes of team of an item, on average', words.figure(byTeam.handoffs.mean, 'count')],
    byTeam !== null && ['items that went back and forth between teams', share(byTeam.pingPong.share)],
    byPerson !== null && ['changes of person of an item, on average', words.figure(byPerson.handoffs.mean, 'count')],
    rework !== null && ['items that came to a stage again', share(rework.share)],
  ];
  return (
    <table className="measures">
      <caption className="unseen">Measures of the rows</caption>
      <tbody>
        {rows
          .filter((row) => row !== false)
          .map(([what, value]) => (
            <tr key={what}>
              <th scope="row" data-words>
                {what}
              </th>
              <td className="number">
                <Figure of={{ id: `source.${source}` }}>{value}</Figure>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

const mostStates = 12;

function TimeByState({ profile: { source, elapsedShareByState } }: Props) {
  const words = useWords();
  const all = Object.entries(elapsedShareByState ?? {}).toSorted(([, a], [, b]) => b - a);
  const rest = all.slice(mostStates).reduce((sum, [, share]) => sum + share, 0);
  const shown = [...all.slice(0, mostStates), ...(rest > 0 ? [['all other states', rest] as const] : [])];
  if (all.length === 0) return <p className="muted">The log has no states in which time could pass.</p>;
  return (
    <table className="time-by-state">
      <caption>Where the time of items goes, by state</caption>
      <tbody>
        {shown.map(([state, share]) => (
          <tr key={state}>
            <th scope="row" data-words>
              {state}
            </th>
            <td>
              <Bar share={share} />
            </td>
            <td className="number">
              <Figure of={{ id: `source.${source}` }}>{words.figure(share, 'share')}</Figure>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
