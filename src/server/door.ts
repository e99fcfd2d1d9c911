/** By which a command says that it is one; what is kept of a change names the door through which it came. */
export const doorHeader = 'throughline-via';

/** Anybody on this machine may say so, as anybody may type a command: it tells doors apart, not people. */
export const viaOf = (said: string | undefined): 'cli' | 'web' => (said === 'cli' ? 'cli' : 'web');
