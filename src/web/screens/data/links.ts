import { closed, type View } from '../../view.ts';

/** Where a file is brought in. */
export const importPath = '/data/import';

export const pathOfSource = (source: string): string => `/data/sources/${encodeURIComponent(source)}`;
export const pathOfDefinition = (id: string): string => `/data/definitions/${encodeURIComponent(id)}`;

/** What is looked at, without what was chosen on one page of Data. */
export const bare = (view: View): View => ({ ...closed(view), reason: undefined, find: undefined });
