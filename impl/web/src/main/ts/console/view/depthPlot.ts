import { type DepthHistory, type DepthPoint, HISTORY_SECONDS } from '../measure/depthHistory';
import { byId } from './page';

const LEAST_TOP_MS = 160;
const STEP_MS = 80;
/** Nothing was played meanwhile. */
const GAP_SECONDS = 0.5;

interface Scale {
  x(at: number): number;
  y(ms: number): number;
}

/** Draws how deep the jitter buffer was, the latest at the right, and its target, dashed. */
export class DepthPlot {
  private readonly canvas = byId('plot', HTMLCanvasElement);

  constructor(private readonly history: DepthHistory) {
    new ResizeObserver(() => this.draw()).observe(this.canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.draw());
  }

  draw(): void {
    const pen = this.canvas.getContext('2d');
    if (pen === null) {
      return;
    }
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    const ratio = window.devicePixelRatio;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    pen.scale(ratio, ratio);
    const style = getComputedStyle(this.canvas);
    const top = this.top();
    const newest = this.history.last?.at ?? 0;
    const scale: Scale = {
      x: (at) => width * (1 - (newest - at) / HISTORY_SECONDS),
      y: (ms) => height * (1 - ms / top),
    };
    drawGrid(pen, width, top, scale, style);
    pen.strokeStyle = style.getPropertyValue('--soft');
    pen.lineWidth = 1;
    pen.setLineDash([4, 4]);
    this.line(pen, scale, ({ targetMs }) => targetMs);
    pen.strokeStyle = style.color;
    pen.lineWidth = 2;
    pen.lineJoin = 'round';
    pen.setLineDash([]);
    this.line(pen, scale, ({ depthMs }) => depthMs);
  }

  /** A round number above all that is drawn. */
  private top(): number {
    const most = Math.max(this.history.range?.most ?? 0, this.history.last?.targetMs ?? 0);
    return Math.max(LEAST_TOP_MS, Math.ceil((most * 1.1) / STEP_MS) * STEP_MS);
  }

  private line(
    pen: CanvasRenderingContext2D,
    scale: Scale,
    value: (point: DepthPoint) => number,
  ): void {
    let before = -Infinity;
    pen.beginPath();
    for (const point of this.history.points) {
      const x = scale.x(point.at);
      const y = scale.y(value(point));
      if (point.at - before > GAP_SECONDS) {
        pen.moveTo(x, y);
      } else {
        pen.lineTo(x, y);
      }
      before = point.at;
    }
    pen.stroke();
  }
}

function drawGrid(
  pen: CanvasRenderingContext2D,
  width: number,
  top: number,
  scale: Scale,
  style: CSSStyleDeclaration,
): void {
  pen.font = `11px ${style.fontFamily}`;
  pen.lineWidth = 1;
  for (const ms of [top / 4, top / 2, (3 * top) / 4]) {
    const y = Math.round(scale.y(ms)) + 0.5;
    pen.strokeStyle = style.getPropertyValue('--line');
    pen.beginPath();
    pen.moveTo(0, y);
    pen.lineTo(width, y);
    pen.stroke();
    pen.fillStyle = style.getPropertyValue('--soft');
    pen.fillText(`${ms} ms`, 8, y - 4);
  }
}
