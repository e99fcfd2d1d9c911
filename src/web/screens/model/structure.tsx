import type { ListedRecord } from '#api/records.ts';
import { Card } from '../../parts/card.tsx';
import { useWords } from '../../workspace.ts';
import { ToAdd, ToRecord } from './links.tsx';
import { spoken, wordOf } from './named.ts';
import { useEditable, useKind } from './records.tsx';
import { Depth, None, Stated } from './stated.tsx';
import { treeOf } from './tree.ts';

/** Who there is: teams below their units, what they answer for, and the roles of each level. */
export function Structure() {
  const teams = useKind('team');
  const owned = useKind('ownership');
  const isEditable = useEditable();
  return (
    <div className="model-grid">
      <Card title="Teams and units" says={isEditable && <ToAdd kind="team">Add a team</ToAdd>} className="wide">
        {teams.length === 0 ? (
          <None what="team" />
        ) : (
          <table className="whole">
            <thead>
              <tr>
                <th scope="col">team</th>
                <th scope="col">organised by</th>
                <th scope="col">topology</th>
                <th scope="col">level</th>
                <th scope="col" className="number">
                  FTE
                </th>
                <th scope="col">answers for</th>
              </tr>
            </thead>
            <tbody>
              {treeOf(teams).map(({ record, depth }) => (
                <TeamRow key={record.key} team={record} depth={depth} owned={owned} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
      <Roles />
    </div>
  );
}

type RowProps = { readonly team: ListedRecord; readonly depth: number; readonly owned: readonly ListedRecord[] };

function TeamRow({ team, depth, owned }: RowProps) {
  const words = useWords();
  const { organisedBy, topology, level, sizeFte } = team.body;
  const own = owned.filter(({ body }) => body.team === team.key && body.as === 'accountable');
  return (
    <Stated as="tr" of={[team, ...own]}>
      <th scope="row">
        <Depth of={depth}>
          <ToRecord of={team} />
        </Depth>
      </th>
      <td>{spoken(wordOf(organisedBy) || '–')}</td>
      <td>{spoken(wordOf(topology) || '–')}</td>
      <td>{level === undefined ? '–' : <ToRecord of={{ kind: 'level', key: wordOf(level) }} />}</td>
      <td className="number">{typeof sizeFte === 'number' ? words.count(sizeFte) : '–'}</td>
      <td>
        {own.length === 0 && <span className="muted">nothing</span>}
        {own.map(({ body, key }, index) => (
          <span key={key}>
            {index > 0 && ', '}
            <ToRecord of={ownedBy(body)} />
          </span>
        ))}
      </td>
    </Stated>
  );
}

/** What an ownership is of. */
export const ownedBy = (body: ListedRecord['body']): { readonly kind: string; readonly key: string } => {
  const kind = ['capability', 'service', 'outcome', 'initiative'].find((each) => body[each] !== undefined) ?? '';
  return { kind, key: String(body[kind]) };
};

/** The roles of each level, the one furthest from the work first. */
function Roles() {
  const levels = useKind('level');
  const roles = useKind('role');
  const isEditable = useEditable();
  const ladder = levels.toSorted((a, b) => Number(b.body.rank) - Number(a.body.rank));
  const rest = roles.filter(({ body }) => !levels.some(({ key }) => key === body.level));
  return (
    <Card title="Roles by level" says={isEditable && <ToAdd kind="role">Add a role</ToAdd>}>
      {roles.length === 0 && <None what="role" />}
      <dl className="ladder">
        {ladder.map((level) => (
          <Rung
            key={level.key}
            name={<ToRecord of={level} />}
            roles={roles.filter(({ body }) => body.level === level.key)}
          />
        ))}
        {rest.length > 0 && <Rung name="other levels" roles={rest} />}
      </dl>
    </Card>
  );
}

function Rung({ name, roles }: { readonly name: React.ReactNode; readonly roles: readonly ListedRecord[] }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {roles.length === 0 && <span className="muted">no role</span>}
        {roles.map((role, index) => (
          <span key={role.key}>
            {index > 0 && ', '}
            <ToRecord of={role} />
          </span>
        ))}
      </dd>
    </div>
  );
}
