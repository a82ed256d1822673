import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DepthHistory } from '../../../main/ts/console/measure/depthHistory';

test('it has no range before the first point', () => {
  assert.equal(new DepthHistory().range, null);
  assert.equal(new DepthHistory().last, null);
});

test('it looks back 30 s, and forgets what was before', () => {
  const history = new DepthHistory();
  for (let at = 0; at <= 60; at++) {
    history.add({ at, depthMs: 100 - at, targetMs: 60 });
  }

  assert.equal(history.points[0]?.at, 30);
  assert.equal(history.last?.depthMs, 40);
  assert.deepEqual(history.range, { least: 40, most: 70 });
});

test('what is cleared is gone', () => {
  const history = new DepthHistory();
  history.add({ at: 1, depthMs: 60, targetMs: 60 });
  history.clear();

  assert.equal(history.points.length, 0);
});
