import type { Rules } from '#mapping/mapping.ts';
import { resolve } from '#mapping/resolve.ts';

/** The role of a raw name; empty for a name that no rule takes, also where a mapping keeps names: a name is no role. */
export const roleOf =
  (roles: Rules | undefined) =>
  (raw: string): string => {
    if (!roles) return '';
    const { key, mapped } = resolve({ ...roles, keep: false }, raw);
    return mapped ? key : '';
  };
