import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../../view.ts';
import { type RecordName, textOfName } from './named.ts';
import { useNames } from './records.tsx';

type ToRecordProps = { readonly of: RecordName; readonly children?: ReactNode };

/** The way to a record, by what people call it. */
export function ToRecord({ of, children }: ToRecordProps) {
  const name = useNames();
  return (
    <Link
      to="."
      search={(before: View) => ({ ...before, record: textOfName(of), add: undefined, open: undefined })}
      className="record-link"
    >
      {children ?? name(of)}
    </Link>
  );
}

/** The ways to several records, one after the other. */
export function ToRecords({ kind, keys }: { readonly kind: string; readonly keys: unknown }) {
  const all = Array.isArray(keys) ? keys.map(String) : [];
  return (
    <>
      {all.map((key, index) => (
        <span key={key}>
          {index > 0 && ', '}
          <ToRecord of={{ kind, key }} />
        </span>
      ))}
    </>
  );
}

type CountProps = { readonly to: Partial<View>; readonly children: ReactNode; readonly className?: string };

/** A count that opens the list of what it counts. */
export function Count({ to, children, className = '' }: CountProps) {
  return (
    <Link
      to="."
      search={(before: View) => ({ ...before, record: undefined, add: undefined, find: undefined, ...to })}
      className={`figure ${className}`}
      activeOptions={{ includeSearch: true, explicitUndefined: true }}
      data-count
    >
      {children}
    </Link>
  );
}

/** The way to a form for a new record of a kind. */
export function ToAdd({ kind, children }: { readonly kind: string; readonly children: ReactNode }) {
  return (
    <Link to="." search={(before: View) => ({ ...before, add: kind, record: undefined })} className="button">
      {children}
    </Link>
  );
}
