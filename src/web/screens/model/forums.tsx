import { Card } from '../../parts/card.tsx';
import { ToAdd, ToRecord, ToRecords } from './links.tsx';
import { wordOf } from './named.ts';
import { useEditable, useKind } from './records.tsx';
import { None, Stated } from './stated.tsx';

/** Where people meet: what for, how often, at which level, and who. */
export function Forums() {
  const forums = useKind('forum');
  const isEditable = useEditable();
  return (
    <Card title="Forums" says={isEditable && <ToAdd kind="forum">Add a forum</ToAdd>}>
      {forums.length === 0 ? (
        <None what="forum" />
      ) : (
        <table className="whole">
          <thead>
            <tr>
              <th scope="col">forum</th>
              <th scope="col">meets to</th>
              <th scope="col">level</th>
              <th scope="col">every</th>
              <th scope="col">members</th>
            </tr>
          </thead>
          <tbody>
            {forums.map((forum) => (
              <Stated key={forum.key} as="tr" of={[forum]}>
                <th scope="row">
                  <ToRecord of={forum} />
                </th>
                <td>{purposes[String(forum.body.purpose)]}</td>
                <td>
                  <ToRecord of={{ kind: 'level', key: String(forum.body.level) }} />
                </td>
                <td>{forum.body.cadenceDays === undefined ? '–' : `${wordOf(forum.body.cadenceDays)} d`}</td>
                <td>
                  <ToRecords kind="role" keys={forum.body.members} />
                </td>
              </Stated>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

const purposes: Readonly<Record<string, string>> = {
  decide: 'decide',
  advise: 'advise',
  status: 'hear the status',
};
