import { Benefit } from '../benefit.ts';
import { Decision } from '../decision.ts';
import type { ModelRecord } from '../records.ts';
import type { Violation } from './violation.ts';

/** A record as it is kept or stated, of which only this much is looked at. */
export type Kept = Pick<ModelRecord, 'key' | 'body'> & { readonly kind: string };

/** A change of what may not change. It has no place in a list: the record may be gone. */
export type Thawed = Omit<Violation, 'index'>;

/**
 * Changes of what was to stay: a decision once it is signed, and the plan of a benefit once it is approved.
 *
 * `before` is what is kept, `after` what shall be kept. A default that is written out changes nothing.
 */
export const thawed = (before: readonly Kept[], after: readonly Kept[]): Thawed[] => {
  const frozen = before.filter(mayFreeze);
  if (frozen.length === 0) return [];
  const stated = new Map(after.filter(mayFreeze).map((record) => [`${record.kind} ${record.key}`, record]));
  return frozen.flatMap((record) => {
    const now = stated.get(`${record.kind} ${record.key}`);
    if (record.kind === 'decision') return decisionThawed(record, now);
    return record.kind === 'benefit' && now ? planThawed(record, now) : [];
  });
};

const mayFreeze = ({ kind }: Kept): boolean => kind === 'decision' || kind === 'benefit';

const decisionThawed = ({ key, body }: Kept, now: Kept | undefined): Thawed[] => {
  const was = Decision.safeParse(body).data;
  if (was?.signedAt === undefined) return [];
  const frozen = `as it was signed at ${was.signedAt}; a correction is a decision of its own with corrects: ${key}`;
  const at = { kind: 'decision' as const, key };
  if (!now) return [{ ...at, field: 'key', found: 'no such decision', expected: `${key} ${frozen}` }];
  const is = Decision.safeParse(now.body).data;
  return changed(was, is ?? {}).map((field) => ({
    ...at,
    field,
    found: shown(Reflect.get(is ?? {}, field)),
    expected: `${shown(Reflect.get(was, field))} ${frozen}`,
  }));
};

const planThawed = ({ key, body }: Kept, now: Kept): Thawed[] => {
  const was = Benefit.safeParse(body).data?.plan;
  const is = Benefit.safeParse(now.body).data?.plan;
  if (was?.approvedOn === undefined || JSON.stringify(was) === JSON.stringify(is)) return [];
  const expected = `the plan approved on ${was.approvedOn}, ${shown(was)}; what is thought now is a forecast`;
  return [{ kind: 'benefit', key, field: 'plan', found: shown(is), expected }];
};

/** The fields that differ, in the order of the schema, by which both have been read. */
const changed = (was: object, is: object): string[] =>
  [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => JSON.stringify(Reflect.get(was, field)) !== JSON.stringify(Reflect.get(is, field)),
  );

const longest = 80;

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};
