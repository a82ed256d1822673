import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resumable } from './resumable';

test('played audio that was left out is told', () => {
  const { platform, client, timeline } = resumable();
  const gaps: number[] = [];
  client.on('gap', ({ droppedBytes }) => gaps.push(droppedBytes));
  platform.socket.receive({ type: 'gap', droppedBytes: 6_400 });

  assert.deepEqual(gaps, [6_400]);
  assert.equal(timeline().at(-1), '0 gap 6400');
});
