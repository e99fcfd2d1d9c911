import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { closed, type View } from '../view.ts';
import { Icon } from './icon.tsx';

type Props = { readonly of: { readonly kind: string; readonly key: string }; readonly children: ReactNode };

/** The way from a screen to the page of a record, where it is read and edited. */
export function ToRecordPage({ of: { kind, key }, children }: Props) {
  return (
    <Link
      to="/model"
      search={(before: View) => ({ ...closed(before), record: `${kind}:${key}` })}
      className="record-link"
    >
      {children}
    </Link>
  );
}

/** The way from a screen to where files of records are dropped. */
export function ToFiles() {
  return (
    <Link to="/model" search={(before: View) => ({ ...closed(before), tab: 'files' })} className="record-link">
      Files of the model
    </Link>
  );
}

/** The same as a button, where a page is empty because no records are there yet. */
export function BringInRecords() {
  return (
    <p>
      <Link to="/model" search={(before: View) => ({ ...closed(before), tab: 'files' })} className="button primary">
        <Icon name="add" /> Bring in records
      </Link>
    </p>
  );
}

/** The way from a screen to all records of a kind. */
export function ToPage({ kind, children }: { readonly kind: string; readonly children: ReactNode }) {
  return (
    <Link to="/model" search={(before: View) => ({ ...closed(before), tab: 'records', kind })} className="record-link">
      {children}
    </Link>
  );
}
