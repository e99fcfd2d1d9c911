import { profileSources, type SourceProfile } from '#api/evidence.ts';
import { unreadText } from '#model/unread-value.ts';
import { defineCommand, textOf } from '../define.ts';
import { bar, count, counted, localDay, percent, rounded } from '../numbers.ts';
import { harmless, padded, type Terminal } from '../terminal.ts';
import { asOf, asOfLine } from './asked.ts';

export const profile = defineCommand({
  name: 'profile',
  says: 'what the evidence of each source looks like, before anybody says how it should be',
  flags: [{ flags: '--source <key>', says: 'only this source' }, asOf],
  examples: ['throughline profile examples/service-desk', 'throughline profile --json my-it'],
  run: async ({ ask, json, terminal }, _, flags) => {
    const answer = await ask(profileSources, { source: textOf(flags.source), asOf: textOf(flags.asOf) });
    if (json(answer)) return 0;
    asOfLine(terminal, flags);
    for (const source of answer.sources) show(terminal, source, answer.timeZone);
    return 0;
  },
});

const show = (terminal: Terminal, source: SourceProfile, timeZone: string): void => {
  const { line, style, clip } = terminal;
  line(`${style('bold', source.source)}  ${localDay(source.from, timeZone)} to ${localDay(source.until, timeZone)}`);
  line(`  ${counted(source.events, 'event')} of ${counted(source.items, 'item')}, ${count(source.rejected)} rejected`);
  line(
    `  ${named(source.states, 'state')} · ${named(source.teams, 'team')} · ${named(source.people, 'person', 'people')}`,
  );
  const { durationDays: days, byTeam, byPerson, rework } = source;
  if (days) {
    line(
      `  first to last event, ${counted(days.n, 'finished item')}: p50 ${rounded(days.p50)} d · mean ${rounded(days.mean)} · p85 ${rounded(days.p85)} · p90 ${rounded(days.p90)} · p95 ${rounded(days.p95)}`,
    );
  }
  for (const [name, hand] of [
    ['team', byTeam],
    ['person', byPerson],
  ] as const) {
    if (!hand) continue;
    const { total, mean, max, itemsWithNone } = hand.handoffs;
    line(
      `  changes of ${name}: ${count(total)} (${rounded(mean)} an item, at most ${max}; ${count(itemsWithNone)} items with none) · back and forth in ${percent(hand.pingPong.share)} of items`,
    );
  }
  if (rework) line(`  a stage entered again: ${counted(rework.items, 'item')} (${percent(rework.share)})`);
  for (const [state, share] of Object.entries(source.elapsedShareByState ?? {}).slice(0, 12)) {
    line(`  ${padded(clip(harmless(state), 24), 24)} ${style('cyan', bar(share, 30))} ${percent(share)}`);
  }
  for (const [role, names] of Object.entries(source.unmapped)) {
    const some = names
      .slice(0, 5)
      .map(({ raw, events }) => `${harmless(raw)} (${count(events)})`)
      .join(', ');
    line(`  ${style('yellow', `unmapped ${role}`)}: ${some}${names.length > 5 ? ` and ${names.length - 5} more` : ''}`);
  }
  for (const { found, ...value } of source.unread) {
    line(`  ${style('yellow', 'unread')}: ${harmless(unreadText(value, found))}`);
  }
  line();
};

const named = (n: number | null, word: string, many = `${word}s`): string =>
  n === null ? `no ${many} in the log` : `${count(n)} ${n === 1 ? word : many}`;
