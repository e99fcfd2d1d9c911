import type { Case } from './case.ts';
import { dayOf, type Minute, wallClock } from './clock.ts';
import { csvFile, csvLine } from './csv.ts';
import { teamOf } from './organisation.ts';
import { decisionTypes } from './rights.ts';
import { stateOf } from './stages.ts';
import type { Ticket } from './ticket.ts';

/** The two logs as their tools would export them: by time, on the wall clock, without a zone. */

type Line = { readonly at: Minute; readonly text: string };

const byTime = (lines: readonly Line[]): string[] => [...lines].sort((a, b) => a.at - b.at).map(({ text }) => text);

const time = (at: Minute | null): string => (at === null ? '' : wallClock(at));

const ticketColumns = [
  'number',
  'updated',
  'update_no',
  'activity',
  'state',
  'assignment_group',
  'assigned_to',
  'updated_by',
  'type',
  'category',
  'priority',
  'contact_type',
  'opened',
  'due',
];

const typeNames = { incident: 'Incident', request: 'Request', change: 'Change', problem: 'Problem' };

const ticketLines = ({ spec, rows }: Ticket): Line[] =>
  rows.map((row, index) => ({
    at: row.at,
    text: csvLine([
      spec.number,
      time(row.at),
      String(index + 1),
      row.activity,
      stateOf(row.stage).raw,
      teamOf(row.team).name,
      row.person,
      row.actor,
      typeNames[spec.type],
      row.category,
      row.priority,
      spec.channel,
      time(spec.created),
      time(row.due),
    ]),
  }));

/**
 * Rows that no reader can take: three with no such time, two without a number, one without a time, and one that was cut
 * off. Each takes the place of no good row.
 */
export const brokenTicketRows: readonly string[] = [
  'INC0010042,2025-02-30 09:15,90,Work note,In Progress,Claims,,,Incident,Claims,3 - Moderate,Phone,2025-02-17 08:30,',
  'REQ0010077,2025-13-05 10:00,91,Work note,In Progress,Billing,,,Request,Premiums and invoices,4 - Low,Portal,2025-01-20 11:02,',
  'INC0010310,yesterday,92,Work note,Assigned,Hosting,,,Incident,Servers and containers,3 - Moderate,Phone,2025-04-02 13:40,',
  ',2025-05-06 14:20,1,Opened,New,Service Desk,,,Incident,Questions and how-to,4 - Low,Phone,2025-05-06 14:20,',
  ',2025-08-12 09:05,1,Opened,New,Service Desk,,,Incident,Other,4 - Low,Phone,2025-08-12 09:05,',
  'CHG0010555,,93,Work note,Review,Network,,,Change,"Network, VPN and Wi-Fi",3 - Moderate,Portal,2025-06-11 10:10,',
  'INC0010777',
];

/** The log of tickets, the broken rows at even distances among the others. */
export const ticketsFile = (tickets: readonly Ticket[]): { readonly text: string; readonly total: number } => {
  const lines = byTime(tickets.flatMap(ticketLines));
  const gap = Math.floor(lines.length / (brokenTicketRows.length + 1));
  for (const [index, row] of brokenTicketRows.entries()) lines.splice((index + 1) * gap, 0, row);
  return { text: csvFile(ticketColumns, lines), total: lines.length };
};

const approvalColumns = [
  'approval',
  'recorded',
  'step',
  'activity',
  'type',
  'team',
  'category',
  'approver',
  'requested_by',
  'amount',
  'risk',
  'regulated',
  'ticket',
  'needed_by',
];

const approvalLines = ({ spec, rows }: Case): Line[] =>
  rows.map((row, index) => ({
    at: row.at,
    text: csvLine([
      spec.number,
      time(row.at),
      String(index + 1),
      row.activity,
      decisionTypes.find(({ key }) => key === spec.type)?.raw ?? spec.type,
      teamOf(spec.team).name,
      spec.category,
      row.by,
      row.person,
      spec.amount === null ? '' : spec.amount.toFixed(2),
      spec.risk ?? '',
      spec.regulated === null ? '' : String(spec.regulated),
      spec.ticket,
      dayOf(spec.neededBy),
    ]),
  }));

export const approvalsFile = (cases: readonly Case[]): { readonly text: string; readonly total: number } => {
  const lines = byTime(cases.flatMap(approvalLines));
  return { text: csvFile(approvalColumns, lines), total: lines.length };
};
