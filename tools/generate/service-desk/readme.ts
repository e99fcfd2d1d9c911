import { type Fault, faults } from './faults.ts';
import type { RowCounts } from './ledger.ts';
import { brokenTicketRows } from './log-files.ts';
import { capabilities, departments, teams } from './organisation.ts';

/** What the example says about itself. */
export const readmeText = (rows: RowCounts, on: (fault: Fault) => boolean): string => `# The service desk

This workspace is made up. It is written by \`tools/generate/service-desk\`; do not edit it by hand.

Birkental Insurance is an insurer whose IT has ${teams.length} teams in ${departments.length} departments: ${departments.map(({ name }) => name).join(', ')}. Its design says who answers for each of ${capabilities.length} capabilities, who decides which matter at which level and how fast, and which stages a ticket or a change passes. On record are what its forums took up in every sitting, its initiatives with the order agreed for each quarter and the plan of each month, what its boards decided about them, what the business asked for, what holds tickets up, and what was measured, said in surveys and reviewed. Two logs tell what happened from January 2025 to March 2026:

${Object.entries(rows)
  .map(([key, { total }]) => `- \`data/${key}.csv\`, ${total.toLocaleString('en')} rows: ${rowWords[key] ?? ''}`)
  .join('\n')}

Times in them are on the wall clock in Berlin, to the minute and without a zone. ${brokenTicketRows.length} rows of the tickets are broken on purpose (impossible times, no number, a line that was cut off), so that rejected rows can be seen. The category _Other_ is mapped to nothing, and so is the intake _Direct contact_: what is not mapped stays visible. _Actuarial Mainframe_ and _Document Output_ have three people each, so they are only ever shown together, as part of their department.

## What to look for

The organisation departs from its design. Each departure was planted and can be switched off in the generator:

${Object.entries(faults)
  .filter(([fault]) => on(fault as Fault))
  .map(([fault, sentence]) => `- **${fault}**: ${sentence}`)
  .join('\n')}

## To run it

\`\`\`sh
throughline diagnose examples/service-desk
\`\`\`

## The truth

\`ledger.json\` holds what is true of the simulated organisation: every figure over the whole time, by team, item type, capability, decision type, forum and quarter, and what was planted. It is told from the simulation itself and not read back from the logs, so that the product can be held against it.

The example is written anew, byte for byte, by

\`\`\`sh
npx node tools/generate/service-desk/main.ts --seed 1 --out examples/service-desk
\`\`\`

\`--off\` switches faults off (\`--off ping-pong,slow-forum\`, or \`--off all\`), \`--items\` says how many tickets there are.
`;

const rowWords: Readonly<Record<string, string>> = {
  tickets: 'a ticket after one update: state, team, assignee, priority, due date',
  approvals: 'one step of an approval: asked, discussed, returned, escalated, decided, told, done, reopened',
};
