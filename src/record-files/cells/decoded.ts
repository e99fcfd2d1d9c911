type Decoded = { readonly text: string; readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };

/**
 * The text of a file's bytes: by its byte order mark, else as UTF-8 where it is valid, else as windows-1252.
 *
 * The last is a guess, which whoever reads has to say: older programs on Windows write so, and letters with accents come
 * out wrong if it was another one.
 */
export const decoded = (bytes: Uint8Array): Decoded => {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return as('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return as('utf-16be', bytes);
  try {
    return { encoding: 'utf-8', text: withoutMarks(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return as('windows-1252', bytes);
  }
};

const as = (encoding: Decoded['encoding'], bytes: Uint8Array): Decoded => ({
  encoding,
  text: withoutMarks(new TextDecoder(encoding).decode(bytes)),
});

/** Some programs write the mark twice. */
const withoutMarks = (text: string): string => text.replace(/^\uFEFF+/u, '');
