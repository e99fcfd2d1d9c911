/** A record of a draft and what the evidence says for it, which stands above it as a comment. */
export type Drafted = {
  readonly body: Readonly<Record<string, unknown>>;
  readonly evidence: readonly string[];
};

export type DraftLists = Readonly<Record<string, readonly Drafted[]>>;
