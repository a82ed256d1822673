import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HelloTimer } from '../../../main/ts/console/measure/helloTimer';

test('a hello is timed until its answer', () => {
  const timer = new HelloTimer();
  timer.said(100);

  assert.equal(timer.answered(130), 30);
});

test('an answer that may be that of another hello gives no time', () => {
  const timer = new HelloTimer();
  timer.said(100);
  timer.said(900);

  assert.equal(timer.answered(910), null);
});

test('after an ambiguous answer the next hello is timed again', () => {
  const timer = new HelloTimer();
  timer.said(0);
  timer.said(1);
  timer.answered(2);
  timer.said(10);

  assert.equal(timer.answered(15), 5);
});

test('an answer to none gives no time', () => {
  assert.equal(new HelloTimer().answered(5), null);
});

test('the hellos of an earlier connection do not count', () => {
  const timer = new HelloTimer();
  timer.said(0);
  timer.reset();
  timer.said(50);

  assert.equal(timer.answered(60), 10);
});
