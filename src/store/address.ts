/** Where the records are: a file (or `:memory:`, gone when it is closed), or a database that several servers share. */
export type StoreAddress = { readonly sqlite: string } | { readonly postgres: string };

/** The address as it may be shown: a file's path, or host and database without user and password. */
export const spoken = (address: StoreAddress): string => {
  if ('sqlite' in address) return address.sqlite;
  if (!URL.canParse(address.postgres)) return 'the PostgreSQL database';
  const { host, pathname, searchParams } = new URL(address.postgres);
  return `postgres://${host || (searchParams.get('host') ?? '')}${pathname}`;
};
