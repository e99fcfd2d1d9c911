import type { WorkspaceCard } from '#api/workspace.ts';
import { BringIn } from '../../parts/bring-in.tsx';
import { EmptyState } from '../../parts/states.tsx';

/** Before there is any evidence: what the page answers, and the one thing it needs. */
export function EmptyBrief({ workspace: { name, folder, notices } }: { readonly workspace: WorkspaceCard }) {
  return (
    <EmptyState title={`${name} has no evidence yet`}>
      <p>
        The Brief says in one sentence how IT works against its design, scores the five dimensions of the operating
        model, and ranks what needs a decision. Every number in it opens.
      </p>
      <p>
        It needs <strong>one log</strong> of how work or approvals went: an export of the ticket tool as CSV, or an XES
        file.
      </p>
      <BringIn />
      <details>
        <summary>The same in a terminal</summary>
        <p>
          Draft what its columns mean, and name it in <code>throughline.yaml</code>; then load this page again:
        </p>
        <pre className="command">
          <code>{`cd ${folder}\nthroughline import --suggest tickets.csv > maps/tickets.yaml`}</code>
        </pre>
        <pre className="command">
          <code>{'sources:\n  - key: tickets\n    path: ../tickets.csv\n    mapping: maps/tickets.yaml'}</code>
        </pre>
      </details>
      <p className="muted">
        To see it with an organisation that is made up, type <code>npm start</code> in the folder of throughline.
      </p>
      {notices.map((notice) => (
        <p key={notice} className="muted">
          {notice}
        </p>
      ))}
    </EmptyState>
  );
}
