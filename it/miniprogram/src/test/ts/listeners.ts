/** Who wants to hear of one thing. */
export class Listeners<T> {
  private all: Array<(value: T) => void> = [];

  get size(): number {
    return this.all.length;
  }

  add(listener: (value: T) => void): void {
    this.all.push(listener);
  }

  /** As WeChat's off…(): without a listener it removes all. */
  remove(listener?: (value: never) => void): void {
    this.all = this.all.filter((each) => listener !== undefined && each !== listener);
  }

  tell(value: T): void {
    this.all.forEach((listener) => listener(value));
  }
}
