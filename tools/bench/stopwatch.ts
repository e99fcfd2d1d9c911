/** What a step took: by the clock on the wall, and on the processors (user and system, all threads). Seconds. */
export type Taken = { readonly step: string; readonly seconds: number; readonly cpuSeconds: number };

/** Times the steps of one process, one after another. */
export class Stopwatch {
  readonly taken: Taken[] = [];

  async time<T>(step: string, work: () => Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const start = performance.now();
    const answer = await work();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(before);
    this.taken.push({ step, seconds, cpuSeconds: (user + system) / 1e6 });
    return answer;
  }
}

/** The most memory this process ever held, in bytes. */
export const peakMemory = (): number => process.resourceUsage().maxRSS * 1024;

/** The middle one of an odd number of values. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
