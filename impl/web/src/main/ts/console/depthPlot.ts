import type { PlaybackStats } from '../audio/playback';

/** How many points are shown: 30 s of them. */
const POINTS = 600;

/** The top of the plot, in milliseconds. */
const TOP_MS = 400;

/** Draws how full the jitter buffer is, the latest to the right, and the target as a thin line. */
export class DepthPlot {
  private points: Array<{ readonly depth: number; readonly target: number }> = [];

  constructor(private readonly canvas: HTMLCanvasElement) {}

  add({ depthMs, targetMs }: PlaybackStats): void {
    this.points.push({ depth: depthMs, target: targetMs });
    if (this.points.length > POINTS) {
      this.points.shift();
    }
    this.draw();
  }

  clear(): void {
    this.points = [];
    this.draw();
  }

  private draw(): void {
    const pen = this.canvas.getContext('2d');
    if (pen === null) {
      return;
    }
    pen.clearRect(0, 0, this.canvas.width, this.canvas.height);
    pen.strokeStyle = getComputedStyle(this.canvas).color;
    this.line(pen, 2, ({ depth }) => depth);
    this.line(pen, 0.5, ({ target }) => target);
  }

  private line(
    pen: CanvasRenderingContext2D,
    width: number,
    value: (point: { readonly depth: number; readonly target: number }) => number,
  ): void {
    const { width: across, height } = this.canvas;
    pen.lineWidth = width;
    pen.beginPath();
    this.points.forEach((point, i) => {
      const x = across * (1 - (this.points.length - 1 - i) / POINTS);
      pen.lineTo(x, height * (1 - Math.min(1, value(point) / TOP_MS)));
    });
    pen.stroke();
  }
}
