import { Fault } from '#model/fault.ts';
import { CR, LF, NUL } from '../reading/bytes.ts';
import type { Dialect } from '../reading/cut.ts';

/** A mapping's delimiter and quote as bytes. */
export const dialectOf = ({ delimiter, quote }: { readonly delimiter: string; readonly quote: string }): Dialect => {
  const dialect = { delimiter: delimiter.charCodeAt(0), quote: quote.charCodeAt(0) };
  const why = whyNot(dialect);
  if (why) throw new Fault('dialect-wrong', { delimiter, quote, why });
  return dialect;
};

const whyNot = ({ delimiter, quote }: Dialect): string | undefined => {
  if (delimiter === quote) return 'they must differ';
  if (delimiter > 0x7e || quote > 0x7e) return 'only characters of plain ASCII can be used';
  const isLineEnd = (byte: number): boolean => byte === LF || byte === CR || byte === NUL;
  return isLineEnd(delimiter) || isLineEnd(quote) ? 'a line end can be neither' : undefined;
};
