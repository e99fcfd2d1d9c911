/** A value and the path under which it stands, such as `stages[2].team`. */
export type Field = { readonly path: string; readonly value: string };

/**
 * Every text that a pattern such as `stages[].team` picks out of a record. `[]` stands for each entry of a list; what is
 * absent yields nothing.
 */
export const fieldsAt = (record: unknown, pattern: string): Field[] => {
  // Most patterns pass no list, and most records are asked for several of them: this is where large models spend their time.
  if (!pattern.includes('[')) {
    const value = pattern.split('.').reduce(property, record);
    return typeof value === 'string' ? [{ path: pattern, value }] : [];
  }
  let places: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: record }];
  for (const step of pattern.split('.')) {
    const name = step.replace('[]', '');
    places = places.flatMap(({ path, value }) => {
      const next = property(value, name);
      const here = path === '' ? name : `${path}.${name}`;
      if (!step.endsWith('[]')) return [{ path: here, value: next }];
      return Array.isArray(next) ? next.map((entry: unknown, n) => ({ path: `${here}[${n}]`, value: entry })) : [];
    });
  }
  return places.flatMap(({ path, value }) => (typeof value === 'string' ? [{ path, value }] : []));
};

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
