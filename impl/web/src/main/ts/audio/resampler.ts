/** Zero crossings of the filter on each side: more makes the edge of the pass band steeper. */
const CROSSINGS = 24;

/** Positions of the filter between two samples that are tabulated; between them it is linear. */
const PHASES = 256;

/** Of the lower of the two Nyquist frequencies: where the filter is at half its height. */
const CUTOFF = 0.9;

/** Of the Kaiser window: about 80 dB in the stop band. */
const BETA = 8;

/** The longest block that is taken at once. */
const MAX_BLOCK = 4096;

/**
 * Changes the sampling rate of a stream, by any ratio, with a windowed sinc (J. O. Smith, "Digital
 * Audio Resampling").
 *
 * Flat to 0.1 dB up to 0.8 of the lower Nyquist frequency; what would fold back into that is at
 * least 70 dB down. It delays by {@link delaySeconds}, and allocates nothing while it runs.
 */
export class Resampler {
  /** In seconds. */
  readonly delaySeconds: number;
  private readonly step: number;
  private readonly reach: number;
  private readonly scale: number;
  private readonly table: Float32Array;
  private readonly history: Float32Array;
  private filled: number;
  private position: number;

  constructor(inputRate: number, outputRate: number) {
    this.step = inputRate / outputRate;
    this.scale = CUTOFF * Math.min(1, outputRate / inputRate);
    this.reach = Math.ceil(CROSSINGS / this.scale);
    this.delaySeconds = this.reach / inputRate;
    this.table = tabulate();
    this.history = new Float32Array(2 * this.reach + MAX_BLOCK);
    this.filled = this.reach;
    this.position = this.reach;
  }

  /** Takes samples, at most 4,096 at once, and gives out those that they complete. */
  process(input: Float32Array, sink: (sample: number) => void): void {
    this.history.set(input, this.filled);
    this.filled += input.length;
    while (this.position + this.reach < this.filled) {
      sink(this.at(this.position));
      this.position += this.step;
    }
    const done = Math.floor(this.position) - this.reach;
    if (done > 0) {
      this.history.copyWithin(0, done, this.filled);
      this.filled -= done;
      this.position -= done;
    }
  }

  private at(position: number): number {
    const first = Math.ceil(position - this.reach);
    const last = Math.floor(position + this.reach);
    let sum = 0;
    for (let i = Math.max(0, first); i <= last; i++) {
      sum += (this.history[i] ?? 0) * this.filter(Math.abs(i - position) * this.scale);
    }
    return sum * this.scale;
  }

  private filter(crossings: number): number {
    const exact = crossings * PHASES;
    const index = Math.floor(exact);
    const below = this.table[index] ?? 0;
    return below + (exact - index) * ((this.table[index + 1] ?? 0) - below);
  }
}

function tabulate(): Float32Array {
  const table = new Float32Array(CROSSINGS * PHASES + 2);
  for (let i = 0; i <= CROSSINGS * PHASES; i++) {
    const x = i / PHASES;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    table[i] = (sinc * bessel(BETA * Math.sqrt(1 - (x / CROSSINGS) ** 2))) / bessel(BETA);
  }
  return table;
}

/** The modified Bessel function of order 0, of which a Kaiser window is made. */
function bessel(x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-10; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}
