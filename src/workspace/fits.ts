import { Design } from '#model/design.ts';
import { isModelKind, recordKinds } from '#model/records.ts';
import type { Body, RecordId } from '#store/record.ts';

/** Whether a record may say this, and is still called the same: some keys are made of what their records say. */
export const fits = ({ kind, key }: Pick<RecordId, 'kind' | 'key'>, body: Body): boolean => {
  if (!isModelKind(kind)) return false;
  const schema = kind === 'design' ? Design : recordKinds[kind].schema;
  const read = schema.safeParse(body);
  return read.success && read.data.key === key;
};
