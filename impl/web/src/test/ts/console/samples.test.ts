import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Samples } from '../../../main/ts/console/measure/samples';

function samplesOf(...values: number[]): Samples {
  const samples = new Samples();
  values.forEach((value) => samples.add(value));
  return samples;
}

test('without a measurement there is no figure', () => {
  const { count, current, median, p95 } = samplesOf();

  assert.deepEqual({ count, current, median, p95 }, { count: 0, current: null, median: null, p95: null });
});

test('a single measurement is every figure', () => {
  const { current, median, p95 } = samplesOf(7);

  assert.deepEqual([current, median, p95], [7, 7, 7]);
});

test('the median and the 95th percentile do not depend on the order', () => {
  const { current, median, p95 } = samplesOf(
    ...Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) + 1),
  );

  assert.deepEqual([current, median, p95], [64, 50, 95]);
});

test('only the latest 200 count', () => {
  const samples = samplesOf(...Array<number>(200).fill(1_000), ...Array<number>(200).fill(1));

  assert.deepEqual([samples.count, samples.median, samples.p95], [200, 1, 1]);
});

test('what is cleared is gone', () => {
  const samples = samplesOf(1, 2, 3);
  samples.clear();

  assert.equal(samples.current, null);
});
