/** How many of the latest values count. */
const KEPT = 200;

/** The latest values of a measurement, in milliseconds. */
export class Figures {
  private values: number[] = [];

  add(value: number): void {
    this.values.push(value);
    if (this.values.length > KEPT) {
      this.values.shift();
    }
  }

  clear(): void {
    this.values = [];
  }

  /** The value below which a part of all values lies; null if there are none. */
  quantile(part: number): number | null {
    const sorted = [...this.values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? null;
  }

  /** How many values count. */
  get count(): number {
    return this.values.length;
  }

  /** The latest; null if there is none. */
  get latest(): number | null {
    return this.values[this.values.length - 1] ?? null;
  }
}
