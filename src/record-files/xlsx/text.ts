/**
 * Text in a workbook: characters that XML cannot hold stand as `_x0007_`, and so does an underscore where such a thing would
 * be read that was never meant.
 */
const escapes = /_x([0-9A-Fa-f]{4})_/gu;

export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(escapes, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

/** A text as XML, or undefined where it needs nothing done to it. */
export const escaped = (text: string): string =>
  needs.test(text)
    ? text
        .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
        .replaceAll(unfit, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text;

/** What XML 1.0 has no place for, halves of pairs among it, and line ends that it would make others of. */
const unfit =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that are looked for
  /[\0-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g; // oxlint-disable-line no-control-regex
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the ones that are looked for
const needs = /[&<>"\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]|_x/; // oxlint-disable-line no-control-regex
