/** What a handler may know of the world around it; handed in, so that a test can be anywhere at any time. */
export type Surroundings = {
  readonly now: () => Date;
  readonly random: (bytes: number) => Uint8Array;
  readonly pid: number;
  readonly host: string;
  /** Overrides the workspace's own data folder. */
  readonly dataFolder: string | undefined;
  /** Tells the program that runs from any other, which may answer otherwise. */
  readonly program?: string | undefined;
  /** Says what is going on, for people who wait. */
  readonly progress: (text: string) => void;
  /** Says what has to be known beside any answer, such as that a file has changed. */
  readonly notice: (text: string) => void;
  /** Through which door the call came, for the history: `cli`, `web`, … */
  readonly via: string;
  /** Says that nobody wants the answer any more: what reads for long looks at it on the way. */
  readonly signal?: AbortSignal | undefined;
  /** Where whoever holds the workspace can be asked by other processes, such as `http://127.0.0.1:4180`. */
  readonly address?: string | undefined;
  /** By which commands on this machine come in there, where not everybody does. */
  readonly key?: string | undefined;
  /** How much memory the evidence may take. */
  readonly memory?: string | undefined;
};
