import type { Words } from './numbers.ts';

const hour = 3_600_000;
const day = 24 * hour;

const steps = [hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day, 91 * day, 364 * day];

/** Instants at even distances from the first one, as many as have room. Hours are told where a step is shorter than a day. */
export const timeTicks = (first: number, last: number, words: Words, width: number): { at: number; text: string }[] => {
  const most = Math.max(2, Math.floor(width / 110));
  const step = steps.find((each) => (last - first) / each <= most) ?? Math.max(364 * day, (last - first) / most);
  // Even steps in the zone of the reader: shifted so that days begin at its midnight, which a change of the clock moves.
  const shift = words.offset(first);
  const begin = Math.ceil((first + shift) / step) * step - shift;
  const count = Math.max(0, Math.floor((last - begin) / step) + 1);
  const even = Array.from({ length: count }, (_, index) => begin + index * step);
  const instants = even.length === 0 ? [first] : even;
  return instants.map((at) => ({ at, text: step < day ? words.hour(at) : words.date(at) }));
};
