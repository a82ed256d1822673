/** How long the plot looks back. */
export const HISTORY_SECONDS = 30;

export interface DepthPoint {
  /** Seconds of the audio context. */
  readonly at: number;
  readonly depthMs: number;
  readonly targetMs: number;
}

/** How deep the jitter buffer was lately. */
export class DepthHistory {
  private kept: DepthPoint[] = [];

  get points(): readonly DepthPoint[] {
    return this.kept;
  }

  get last(): DepthPoint | null {
    return this.kept[this.kept.length - 1] ?? null;
  }

  add(point: DepthPoint): void {
    this.kept.push(point);
    const oldest = point.at - HISTORY_SECONDS;
    while ((this.kept[0]?.at ?? oldest) < oldest) {
      this.kept.shift();
    }
  }

  clear(): void {
    this.kept = [];
  }

  /** The least and the most depth; null if there is none. */
  get range(): { readonly least: number; readonly most: number } | null {
    if (this.kept.length === 0) {
      return null;
    }
    const depths = this.kept.map((point) => point.depthMs);
    return { least: Math.min(...depths), most: Math.max(...depths) };
  }
}
