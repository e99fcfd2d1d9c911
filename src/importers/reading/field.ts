import { BLANK, COMMA, CR, LF, QUOTE } from './bytes.ts';

/** Copies a field that holds nothing a CSV has to quote. */
export const writePlain = (out: Uint8Array, at: number, bytes: Uint8Array, from: number, until: number): number => {
  let end = at;
  for (let i = from; i < until; i++) out[end++] = bytes[i] ?? 0;
  return end;
};

/** Copies a field, in quotes where the clean file needs them. Takes at most twice its bytes and two more. */
export const writeField = (out: Uint8Array, at: number, bytes: Uint8Array, from: number, until: number): number => {
  let i = from;
  while (i < until && !isSpecial(bytes[i])) i++;
  if (i === until) return writePlain(out, at, bytes, from, until);
  let end = at;
  out[end++] = QUOTE;
  for (let i = from; i < until; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === QUOTE) out[end++] = QUOTE;
    out[end++] = byte;
  }
  out[end++] = QUOTE;
  return end;
};

const isSpecial = (byte: number | undefined): boolean => byte === COMMA || byte === QUOTE || byte === LF || byte === CR;

/** Makes one quote of each two, in place, and answers where the field now ends. */
export const unquote = (bytes: Uint8Array, from: number, until: number, quote: number): number => {
  let end = from;
  for (let i = from; i < until; i++) {
    const byte = bytes[i] ?? 0;
    bytes[end++] = byte;
    if (byte === quote) i++;
  }
  return end;
};

/** Where a field begins behind its outer blanks: ASCII blanks and control characters, and the no-break space. */
export const trimStart = (bytes: Uint8Array, from: number, until: number): number => {
  let start = from;
  for (;;) {
    const byte = bytes[start] ?? 0;
    if (start < until && byte <= BLANK) start++;
    else if (start + 1 < until && byte === 0xc2 && bytes[start + 1] === 0xa0) start += 2;
    else return start;
  }
};

export const trimEnd = (bytes: Uint8Array, from: number, until: number): number => {
  let end = until;
  for (;;) {
    const byte = bytes[end - 1] ?? 0;
    if (end > from && byte <= BLANK) end--;
    else if (end - 1 > from && byte === 0xa0 && bytes[end - 2] === 0xc2) end -= 2;
    else return end;
  }
};

/** A field as text, cut short for people to read. */
export const excerpt = (bytes: Uint8Array, from: number, until: number): string => {
  const text = new TextDecoder().decode(bytes.subarray(from, Math.min(until, from + 4 * excerptLength)));
  return text.length > excerptLength ? `${text.slice(0, excerptLength - 1).toWellFormed()}…` : text;
};

const excerptLength = 80;
