/**
 * A line of CSV as RFC 4180 has it, with its end.
 *
 * A text that a spreadsheet would take for a formula gets an apostrophe in front; a number is no text.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cellOf).join(',')}\r\n`;

const number = /^[+-]?\d+([.,]\d+)*(e[+-]?\d+)?$/iu;
const formula = /^[=+\-@\t\r\0]/u;

const cellOf = (text: string): string => {
  const inert = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};
