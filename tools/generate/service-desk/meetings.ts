import { type Choice, subjectOf } from './choices.ts';
import type { Minute } from './clock.ts';
import type { Fault } from './faults.ts';
import { sittingForums, sittingsOf } from './forums.ts';
import { capabilities, type DeciderKey } from './organisation.ts';
import type { Random } from './random.ts';
import type { World } from './world.ts';

export type AgendaItem = {
  readonly subject: string;
  readonly kind: 'decision' | 'information' | 'carried-over';
  readonly result?: string;
  readonly minutes?: number;
  readonly capability?: string;
  readonly decision?: string;
};

export type Meeting = {
  readonly key: string;
  readonly forum: DeciderKey;
  readonly at: Minute;
  readonly agenda: readonly AgendaItem[];
};

/** Every sitting of every forum, with what it took up; told by a stream of its own, so that nothing else moves. */
export const meetingsOf = (world: World, choices: readonly Choice[]): Meeting[] =>
  sittingForums.flatMap((forum) =>
    sittingsOf(forum, (fault) => world.has(fault)).map((at, turn): Meeting => {
      const key = `${forum}-${turn + 1}`;
      const random = world.random(`agenda ${key}`);
      const items = random.whole(...longAs(forum));
      const others = Array.from({ length: items }, () => agendaItem(world, forum, random));
      return { key, forum, at, agenda: [...choicesAt(forum, at, choices), ...others] };
    }),
  );

/** The decisions about initiatives that were taken in a sitting; their results stand with them. */
const choicesAt = (forum: DeciderKey, at: Minute, choices: readonly Choice[]): AgendaItem[] =>
  choices
    .filter((choice) => choice.forum === forum && choice.sitting === at)
    .map((choice) => {
      const { name, capability } = subjectOf(choice);
      return { subject: name, kind: 'decision', minutes: 15, capability, decision: choice.key };
    });

/** A forum that sits every week has a short agenda. */
const longAs = (forum: DeciderKey): [least: number, most: number] =>
  forum === 'investment-board' || forum === 'executive-board' ? [2, 4] : [1, 3];

const matters: Readonly<Partial<Record<DeciderKey, string>>> = {
  'change-advisory-board': 'Release for',
  'architecture-board': 'Design of',
  'procurement-review-forum': 'Offers for',
  'investment-board': 'Means for',
  'executive-board': 'Course of',
};

const agendaItem = (world: World, forum: DeciderKey, random: Random): AgendaItem => {
  const { key: capability, name } = random.pick(capabilities);
  const chance = random.next();
  const putOff = putOffBy(forum, (fault) => world.has(fault));
  const kind = chance < putOff ? 'carried-over' : chance < putOff + 0.16 ? 'information' : 'decision';
  const settled = random.chance(0.95);
  const noted = random.chance(0.85);
  const minutes = 5 * random.whole(1, kind === 'decision' ? 6 : 4);
  const ofCapability = random.chance(0.85);
  return {
    subject: `${matters[forum]} ${name.toLowerCase()}`,
    kind,
    ...(kind === 'decision' && settled ? { result: random.chance(0.9) ? 'agreed' : 'refused' } : {}),
    ...(noted ? { minutes } : {}),
    ...(ofCapability ? { capability } : {}),
  };
};

/** How much a forum leaves for its next sitting. */
const putOffBy = (forum: DeciderKey, on: (fault: Fault) => boolean): number =>
  forum === 'architecture-board' && on('slow-forum') ? 0.33 : 0.06;
