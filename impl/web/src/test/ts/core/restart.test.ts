import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceClient } from '../../../main/ts/core/client';
import { URL } from './fixture';
import { ManualClock, ManualPlatform } from './manualPlatform';

const CLIENTS = 1_000;
const DOWN_MS = 3_000;
const SLOT_MS = 250;

test('a thousand clients whose server restarts come back spread, and none is lost', () => {
  const clock = new ManualClock();
  const attempts: number[] = [];
  const phones = Array.from({ length: CLIENTS }, () => {
    const platform = new ManualPlatform(clock);
    platform.random = Math.random;
    const client = new VoiceClient(platform, { url: URL, log: false });
    client.connect();
    platform.socket.openAndWelcome();
    return { platform, client };
  });
  clock.advance(10_000);
  const restart = clock.now();
  for (const { platform } of phones) {
    platform.whenConnecting = (listener) => {
      attempts.push(clock.now() - restart);
      clock.schedule(() => {
        if (clock.now() - restart < DOWN_MS) {
          listener.onClose(1006, '');
        } else {
          platform.sockets.find((socket) => socket.listener === listener)?.openAndWelcome();
        }
      }, 1);
    };
    platform.socket.listener.onClose(1012, 'service restart');
  }
  clock.advance(60_000);

  const slots = new Map<number, number>();
  for (const at of attempts) {
    const slot = Math.floor(at / SLOT_MS) * SLOT_MS;
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
  }
  const histogram = [...slots].sort(([a], [b]) => a - b);
  console.log(histogram.map(([slot, count]) => `${slot} ms: ${count}`).join(', '));
  assert.ok(phones.every(({ client }) => client.connected));
  assert.ok(Math.max(...slots.values()) < CLIENTS / 4);
});
