import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JitterBuffer } from '../../../main/ts/audio/jitterBuffer';

const FRAME_MS = 20;
const PULL_MS = 4;

/** A loud low tone, whose steps from sample to sample are small. */
function frame(number: number): Float32Array {
  return Float32Array.from({ length: 320 }, (_, i) =>
    Math.sin((2 * Math.PI * 100 * (number * 320 + i)) / 16000),
  );
}

/** A buffer, and time in steps of a pull of 4 ms. */
class Line {
  readonly buffer = new JitterBuffer();
  readonly heard: number[] = [];
  private now = 0;
  private sent = 0;
  private latest = 0;
  private arrivals: Array<{ readonly at: number; readonly number: number }> = [];

  /** Frames for a time, each so much later than it was sent, and none before the one before. */
  send(ms: number, delay: (number: number) => number): this {
    for (let at = this.now; at < this.now + ms; at += FRAME_MS) {
      this.latest = Math.max(this.latest, at + delay(this.sent));
      this.arrivals.push({ at: this.latest, number: this.sent });
      this.sent++;
    }
    return this.listen(ms);
  }

  /** Only the device pulls. */
  listen(ms: number): this {
    for (const end = this.now + ms; this.now < end; this.now += PULL_MS) {
      this.arrivals
        .filter(({ at }) => at <= this.now)
        .forEach(({ number }) => this.buffer.push(frame(number)));
      this.arrivals = this.arrivals.filter(({ at }) => at > this.now);
      const block = new Float32Array(16 * PULL_MS);
      this.buffer.pull(block);
      this.heard.push(...block);
    }
    return this;
  }

  /** The largest step between two samples: what clicks. */
  get largestStep(): number {
    return this.heard.reduce(
      (largest, sample, i) => Math.max(largest, Math.abs(sample - (this.heard[i - 1] ?? 0))),
      0,
    );
  }
}

/** The tone itself has steps of 0.04, fades and cuts add a little. */
const NO_CLICK = 0.1;

test('a steady stream plays behind 60 ms, without a gap', () => {
  const line = new Line().send(10_000, () => 0);
  const { depthMs, targetMs, underruns, droppedMs } = line.buffer.stats;

  assert.equal(targetMs, 60);
  assert.ok(depthMs > 30 && depthMs <= 80, `${depthMs} ms`);
  assert.equal(underruns, 0);
  assert.equal(droppedMs, 0);
  assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
});

test('jitter of 100 ms raises the target, and a calm network lowers it again', () => {
  const line = new Line().send(2_000, () => 20);
  line.send(300, (number) => (number % 5 === 0 ? 120 : 20));
  const raised = line.buffer.stats;
  line.send(10_000, (number) => (number % 5 === 0 ? 120 : 20));
  const jittery = line.buffer.stats;
  line.send(30_000, () => 20);
  const calm = line.buffer.stats;

  assert.ok(raised.targetMs > 60, `${raised.targetMs} ms`);
  assert.ok(jittery.underruns <= 3, `${jittery.underruns}`);
  assert.equal(calm.underruns, jittery.underruns);
  assert.ok(calm.depthMs <= 80, `${calm.depthMs} ms`);
  assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
});

test('after a stall of 3 s the stale audio is left out, and the depth is back at once', () => {
  const line = new Line().send(5_000, () => 0);
  const before = line.buffer.stats.depthMs;
  line.send(3_000, (number) => 3_000 - (number - 250) * FRAME_MS);
  line.send(200, () => 0);
  const after = line.buffer.stats;
  line.send(5_000, () => 0);

  assert.ok(after.depthMs <= after.targetMs + 120, `${after.depthMs} ms`);
  assert.ok(line.buffer.stats.depthMs <= before + 40, `${line.buffer.stats.depthMs} ms`);
  assert.ok(after.droppedMs > 2_500, `${after.droppedMs} ms`);
  assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
});

for (const seed of [1, 2, 3]) {
  test(`jitter of 40 ms either way is evened out (seed ${seed})`, () => {
    let state = seed;
    const random = (): number => (state = (state * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
    const line = new Line().send(10_000, () => 50 + 80 * (random() - 0.5));
    const learning = line.buffer.stats.underruns;
    line.send(50_000, () => 50 + 80 * (random() - 0.5));
    const { underruns, targetMs, depthMs } = line.buffer.stats;
    console.log(`${underruns} underruns, target ${targetMs} ms, depth ${depthMs} ms`);

    assert.ok(learning <= 2, `${learning}`);
    assert.ok(underruns <= learning + 3, `${underruns}`);
    assert.ok(depthMs <= 160, `${depthMs} ms`);
    assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
  });
}

test('the last words of a sender, less than the target, are heard', () => {
  const line = new Line().send(40, () => 0).listen(200);

  assert.equal(line.buffer.stats.playedSamples, 40 * 16);
  assert.equal(line.buffer.stats.depthMs, 0);
});

test('a reset within sound does not click, nor does what comes at once after it', () => {
  const line = new Line().send(1_000, () => 0);
  line.buffer.reset();
  line.buffer.push(Float32Array.from({ length: 3200 }, (_, i) => Math.cos(0.04 * i)));
  line.listen(100);

  assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
});

for (const [name, ratio] of [
  ['slow', 1.0002],
  ['fast', 0.9998],
] as const) {
  test(`a device whose clock is 200 ppm too ${name} builds up no delay in ten minutes`, () => {
    const buffer = new JitterBuffer();
    let due = 0;
    let number = 0;
    let deepest = 0;
    for (let now = 0; now < 600_000; now += PULL_MS) {
      for (; due <= now; due += FRAME_MS / ratio) {
        buffer.push(frame(number++));
      }
      buffer.pull(new Float32Array(16 * PULL_MS));
      deepest = Math.max(deepest, buffer.stats.depthMs);
    }
    console.log(`deepest ${deepest} ms, ${buffer.stats.underruns} underruns`);

    assert.ok(deepest <= 180, `${deepest} ms`);
    assert.ok(buffer.stats.underruns <= 5);
  });
}

test('a sender that falls silent fades out, and in again', () => {
  const line = new Line().send(1_000, () => 0).listen(1_000).send(1_000, () => 0);

  assert.equal(line.buffer.stats.underruns, 1);
  assert.ok(line.largestStep < NO_CLICK, `${line.largestStep}`);
});

test('every sample that arrived was played or dropped, and is counted', () => {
  const line = new Line().send(2_000, () => 0).listen(1_000);

  assert.equal(line.buffer.stats.playedSamples, 2_000 * 16);
});

test('a reset begins anew', () => {
  const line = new Line().send(2_000, () => 0);
  line.buffer.reset();

  assert.deepEqual(line.buffer.stats, {
    depthMs: 0,
    targetMs: 60,
    underruns: 0,
    droppedMs: 0,
    playedSamples: 0,
  });
});
