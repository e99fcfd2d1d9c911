/** What stands in a part of a text from now on; where `from` is `to`, it is put in. */
export type Splice = { readonly from: number; readonly to: number; readonly text: string };

/** A text with parts of it changed, and every other sign as it was. Of several put in at one place, the first comes first. */
export const spliced = (text: string, splices: readonly Splice[]): string => {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of splices.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (splice.from < at) throw new Error('two changes of a text overlap');
    pieces.push(text.slice(at, splice.from), splice.text);
    at = splice.to;
  }
  return [...pieces, text.slice(at)].join('');
};

/** A part of a text and the blanks before it, so that no empty line is left where it stood. */
export const withBlanksBefore = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): Splice => {
  let start = from;
  while (/\s/u.test(text[start - 1] ?? '')) start--;
  return { from: start, to, text: '' };
};
