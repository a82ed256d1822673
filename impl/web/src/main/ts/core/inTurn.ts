/** Keeps what comes before its time, and gives it out in its order. */
export class InTurn {
  private kept: Array<() => void> = [];
  private state: 'waits' | 'opens' | 'open' | 'over' = 'waits';

  /** Does it now, or when all before it is done. */
  add(task: () => void): void {
    if (this.state === 'open') {
      task();
    } else if (this.state !== 'over') {
      this.kept.push(task);
    }
  }

  /** Does all that was kept; from now on nothing is. */
  open(): void {
    this.state = 'opens';
    for (let task = this.kept.shift(); task !== undefined; task = this.kept.shift()) {
      task();
    }
    if (this.state === 'opens') {
      this.state = 'open';
    }
  }

  /** Nothing is done any more. */
  end(): void {
    this.state = 'over';
    this.kept = [];
  }
}
