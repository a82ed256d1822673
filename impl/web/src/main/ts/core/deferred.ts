/** A promise that is settled from outside, and whose rejection is never unhandled. */
export class Deferred<T> {
  readonly promise: Promise<T>;
  resolve!: (value: T) => void;
  reject!: (error: Error) => void;

  constructor() {
    this.promise = new Promise<T>((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // The problem event tells of it, too: an application that looks there need not catch it here.
    this.promise.catch(() => undefined);
  }
}
