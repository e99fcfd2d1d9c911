import type { Opens } from '#model/opens.ts';

/** A figure as the address of a page names it: which, of which cases, and in which period if not in that of the page. */
export type Opened = Opens & { readonly period?: string | undefined };

/** `flow.waiting[stage=review]@2026-Q1` */
export const textOfOpened = ({ id, where, period }: Opened): string =>
  `${id}${where ? `[${where.scope}=${where.key}]` : ''}${period === undefined ? '' : `@${period}`}`;

const written = /^(?<id>[^[@\]]+)(?:\[(?<scope>[\w-]+)=(?<key>.+)\])?(?:@(?<period>[\w-]+))?$/u;

/** Undefined for what is no name of a figure. */
export const openedIn = (text: string): Opened | undefined => {
  const { id, scope, key, period } = written.exec(text)?.groups ?? {};
  if (id === undefined) return undefined;
  return {
    id,
    ...(scope === undefined || key === undefined ? {} : { where: { scope, key } as NonNullable<Opens['where']> }),
    ...(period === undefined ? {} : { period }),
  };
};
