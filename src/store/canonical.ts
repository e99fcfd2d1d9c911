/**
 * JSON text that is equal for equal values: fields in order of code unit, no spaces, undefined fields left out.
 *
 * Throws at what JSON would lose without a word (a date, a NaN, a bigint, a gap in a list), because it would come back
 * from the database as something else.
 */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (isPlainObject(value)) return `{${fieldsOf(value).join(',')}}`;
  if (isScalar(value)) return JSON.stringify(value);
  throw new TypeError(`JSON cannot hold ${Object.prototype.toString.call(value)}`);
};

/** Whether two values that JSON can hold have one canonical text, found without writing either. */
export const alike = (one: unknown, other: unknown): boolean => {
  if (one === other) return true;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    return one.every((entry, index) => alike(entry, other[index]));
  }
  if (!isFields(one) || !isFields(other)) return false;
  let fields = 0;
  for (const name of Object.keys(one)) {
    if (one[name] === undefined) continue;
    if (!Object.hasOwn(other, name) || !alike(one[name], other[name])) return false;
    fields++;
  }
  return fields === Object.keys(other).reduce((count, name) => count + Number(other[name] !== undefined), 0);
};

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (object: object): string[] =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${canonical(value)}`);

const isPlainObject = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
