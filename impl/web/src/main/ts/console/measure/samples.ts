const WINDOW = 200;

/** The latest measurements, and what is typical of them. */
export class Samples {
  private values: number[] = [];

  add(ms: number): void {
    this.values.push(ms);
    if (this.values.length > WINDOW) {
      this.values.shift();
    }
  }

  clear(): void {
    this.values = [];
  }

  /** How many are kept. */
  get count(): number {
    return this.values.length;
  }

  /** The last one; null before the first. */
  get current(): number | null {
    return this.values[this.values.length - 1] ?? null;
  }

  get median(): number | null {
    return this.percentile(0.5);
  }

  /** What a machine that is busy otherwise disturbs the least. */
  get p10(): number | null {
    return this.percentile(0.1);
  }

  get p95(): number | null {
    return this.percentile(0.95);
  }

  /** The least value that so many are not above. */
  private percentile(part: number): number | null {
    const sorted = [...this.values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
  }
}
