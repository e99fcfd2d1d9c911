import { capital } from '../../capital.ts';
import { fullMoney } from '../../money.ts';
import { locale, useWords } from '../../workspace.ts';
import { ToRecord } from './links.tsx';
import { spoken } from './named.ts';
import { lengthText } from './said.ts';

type Props = {
  readonly value: unknown;
  /** Where it stands in its record, with `[]` for every entry of a list. */
  readonly path: string;
  readonly references: Readonly<Record<string, string>>;
};

/** A value of a record in words: keys of others lead to them, days and lengths are said as people say them. */
export function FieldValue({ value, path, references }: Props) {
  const kind = references[path];
  if (kind !== undefined && typeof value === 'string') return <ToRecord of={{ kind, key: value }} />;
  if (Array.isArray(value)) return <ListValue value={value} path={path} references={references} />;
  if (typeof value === 'object' && value !== null)
    return <PartsValue value={value} path={path} references={references} />;
  return <PlainValue value={value} />;
}

function ListValue({ value, path, references }: Props & { readonly value: readonly unknown[] }) {
  if (value.length === 0) return <span className="muted">none</span>;
  const isPlain = value.every((each) => typeof each !== 'object');
  const Tag = isPlain ? 'ul' : 'ol';
  return (
    <Tag className={isPlain ? 'plain-list value-words' : 'value-list'}>
      {value.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has no key is known by its place.
        <li key={index}>
          <FieldValue value={each} path={`${path}[]`} references={references} />
        </li>
      ))}
    </Tag>
  );
}

function PartsValue({ value, path, references }: Props & { readonly value: object }) {
  const { amount, currency, ...rest } = value as { readonly amount?: string; readonly currency?: string };
  if (amount !== undefined && currency !== undefined && Object.keys(rest).length === 0)
    return <>{`${currency} ${fullMoney(amount)}`}</>;
  return (
    <dl className="parts">
      {Object.entries(value).map(([name, each]) => (
        <div key={name}>
          <dt>{capital(spoken(name))}</dt>
          <dd>
            <FieldValue value={each} path={`${path}.${name}`} references={references} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PlainValue({ value }: { readonly value: unknown }) {
  const words = useWords();
  if (typeof value === 'boolean') return <>{value ? 'yes' : 'no'}</>;
  if (typeof value === 'number') return <>{value.toLocaleString(locale, { maximumFractionDigits: 20 })}</>;
  if (typeof value !== 'string') return <>{String(value)}</>;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return <time dateTime={value}>{words.day(value)}</time>;
  if (/^\d{4}-\d{2}-\d{2}T/u.test(value)) return <time dateTime={value}>{words.instant(Date.parse(value))}</time>;
  if (/^P(?=[\dT])[\d.WDTHMS]+$/u.test(value)) return <span title={value}>{lengthText(value)}</span>;
  if (/^https?:\/\//u.test(value)) {
    return (
      <a href={value} target="_blank" rel="noreferrer">
        {value} ↗
      </a>
    );
  }
  return <>{value}</>;
}
