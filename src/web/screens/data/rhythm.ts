import { lengthOf } from '#model/duration.ts';

const units = [
  { unit: 'week', seconds: 604_800 },
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** How often rows are to come, in the largest unit that it is a whole number of: `every day`, `every 2 weeks`. */
export const rhythmText = (rhythm: string): string => {
  const { days, seconds } = lengthOf(rhythm);
  const all = days * 86_400 + seconds;
  const { unit, seconds: one } = units.find((each) => all % each.seconds === 0) ?? { unit: 'second', seconds: 1 };
  return all === one ? `every ${unit}` : `every ${all / one} ${unit}s`;
};
