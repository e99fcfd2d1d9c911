/** A rule's regular expression, over the whole of a value. */
export const wholeValue = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');

/**
 * Why a text is no regular expression; undefined when it is one.
 *
 * It is tried by itself, because `a)|(b` is nonsense that the brackets around it would hide.
 */
export const patternFlaw = (pattern: string): string | undefined => {
  try {
    new RegExp(pattern, 'u').test('');
    return undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return error.message.slice(error.message.lastIndexOf('/u: ') + 4).toLowerCase();
  }
};
