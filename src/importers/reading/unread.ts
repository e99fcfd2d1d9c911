/**
 * A text that stands where a time should, as it may be shown and kept.
 *
 * When a row has slipped by a field, what stands there is somebody's name. So a text is told as it is only when all its
 * words are of the kind that times are written with, or mean that there is none; of any other its shape is told: `Ann Lee`
 * is `xxx xxx`, `u4711` is `x0000`.
 */
export const unreadShown = (text: string): string => {
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const known = /\d/u.test(text) ? ofTimes : ofNothing;
  if (words.every((word) => known.has(word))) return text;
  return text.replace(/[\p{L}\p{M}]/gu, 'x').replace(/\p{N}/gu, '0');
};

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Some are names of people too, so they count beside a digit only. */
const ofTimes = listed(
  'jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october ' +
    'november december mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday am pm a p m t ' +
    'z utc gmt cet cest st nd rd th h w q',
);

/** In a text without a digit. */
const ofNothing = listed(
  'n a na nan nil none null empty missing unknown undefined invalid date time never open pending tbd tba ref value',
);
