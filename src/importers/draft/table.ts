/** The rows of a sample of a log as text, whatever the format. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};
