import type { Reason } from '#api/sources.ts';

/** A reason as the address of a page names it: `time-missing:updated`; of the row as a whole `ragged:`. */
export const textOfReason = ({ code, column }: Pick<Reason, 'code' | 'column'>): string => `${code}:${column ?? ''}`;

/** The rows that are asked for by it; all of them for what names no reason. */
export const reasonIn = (text: string | undefined): { readonly code?: string; readonly column?: string } => {
  const [code = '', ...column] = (text ?? '').split(':');
  return code === '' ? {} : { code, column: column.join(':') };
};
