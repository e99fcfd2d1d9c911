import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../view.ts';
import { ToRecordPage } from './to-record.tsx';

type Of = { readonly kind: string; readonly key: string };

const pages: Readonly<Record<string, string>> = {
  capability: '/capabilities',
  benefit: '/benefits',
  initiative: '/portfolio',
  outcome: '/value/outcomes',
};

/** Where a record of the chain is told as what it is, beside the page of the record; undefined for kinds without such a page. */
export const ownPage = ({ kind, key }: Of): string | undefined => {
  const path = pages[kind];
  return path === undefined ? undefined : `${path}/${encodeURIComponent(key)}`;
};

/** The way to a record of the chain: to its own page where it has one, else to that of the record. */
export function ToOwnPage({ of, children }: { readonly of: Of; readonly children: ReactNode }) {
  const path = ownPage(of);
  if (path === undefined) return <ToRecordPage of={of}>{children}</ToRecordPage>;
  return (
    <Link to={path} search={(before: View) => ({ ...before, open: undefined, tab: undefined })} className="record-link">
      {children}
    </Link>
  );
}
