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
