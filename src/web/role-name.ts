/** What people call a role that a record names by its key; the key where none is on record. */
export const roleNameIn =
  (roles: Readonly<Record<string, string>>) =>
  (key: string): string =>
    roles[key] ?? key;
