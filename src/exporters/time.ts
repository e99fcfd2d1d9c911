const million = 1_000_000n;

/** Microseconds since 1970 as ISO 8601 in UTC, with three digits of a second where these say it all, else six. */
export const isoOf = (micros: string): string => {
  const whole = BigInt(micros);
  const rest = ((whole % million) + million) % million;
  const seconds = new Date(Number((whole - rest) / 1000n)).toISOString().slice(0, 19);
  const digits = String(rest).padStart(6, '0');
  return `${seconds}.${digits.endsWith('000') ? digits.slice(0, 3) : digits}Z`;
};
