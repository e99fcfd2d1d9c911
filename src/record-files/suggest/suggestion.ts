/** A column of the table, what it is taken for, and how sure that is. Names of people are not shown. */
export type SuggestedColumn = {
  readonly head: string;
  readonly as: string | null;
  readonly sureness: 'sure' | 'likely' | 'unsure' | 'none';
  readonly samples: readonly string[];
  readonly filled: number;
};

/** A draft of how an unknown table is to be read. */
export type Suggestion = {
  readonly format: 'table' | 'ledger';
  /** What each row is taken for: a kind of record, or a posting. */
  readonly rowIs: string;
  readonly sheet: string | undefined;
  readonly headerRow: number;
  readonly transposed: boolean;
  readonly yaml: string;
  readonly columns: readonly SuggestedColumn[];
  readonly questions: readonly string[];
};
