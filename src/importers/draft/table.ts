/** The rows of a sample of a log as text, whatever the format. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows the log has, where all of it was looked at. */
  readonly all?: number | undefined;
};
