type Stream = { readonly isTTY?: boolean; write: (text: string) => unknown };

const often = 100;

/**
 * What is going on, on one line that is written over; on a stream nobody watches, each new thing once.
 *
 * Standard error, so that it never gets between a figure and the program that reads it.
 */
export class Progress {
  readonly #stream: Stream;
  #shown = '';
  #last = 0;

  constructor(stream: Stream) {
    this.#stream = stream;
  }

  show(text: string): void {
    if (!this.#stream.isTTY) return;
    const now = performance.now();
    if (now - this.#last < often && this.#shown !== '') return;
    this.#last = now;
    this.#stream.write(`\r\u001B[2K${text}`);
    this.#shown = text;
  }

  clear(): void {
    if (this.#shown === '') return;
    this.#stream.write('\r\u001B[2K');
    this.#shown = '';
  }
}
