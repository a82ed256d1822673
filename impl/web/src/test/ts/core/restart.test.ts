import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VoiceClient } from '../../../main/ts/core/client';
import { URL } from './fixture';
import { ManualClock, ManualPlatform } from './manualPlatform';

const CLIENTS = 1_000;

test('a thousand clients whose server restarts come back spread, and none is lost', () => {
  const { ready, attempts } = restart(3_000, null);

  assert.equal(ready, CLIENTS);
  assert.ok(Math.max(...within(attempts, 250).values()) < CLIENTS / 4);
});

test('whoever was refused after a goaway does not come on top of the others', () => {
  const { ready, attempts } = restart(15_000, 10_000);

  assert.equal(ready, CLIENTS);
  // Mean 100, and five standard deviations.
  assert.ok(Math.max(...within(attempts, 1_000).values()) < 150);
});

/** Of all clients, in milliseconds from the end of their connections. */
function restart(downMs: number, spreadMs: number | null): { ready: number; attempts: number[] } {
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
  const begin = clock.now();
  for (const { platform } of phones) {
    platform.whenConnecting = (listener) => {
      attempts.push(clock.now() - begin);
      clock.schedule(() => {
        if (clock.now() - begin < downMs) {
          listener.onClose(1006, '');
        } else {
          platform.sockets.find((socket) => socket.listener === listener)?.openAndWelcome();
        }
      }, 1);
    };
    if (spreadMs !== null) {
      platform.socket.receive({ type: 'goaway', reason: 'draining', retryAfterMs: spreadMs });
    }
    platform.socket.listener.onClose(spreadMs === null ? 1012 : 4503, 'service restart');
  }
  clock.advance(60_000);
  return { ready: phones.filter(({ client }) => client.connected).length, attempts };
}

function within(attempts: readonly number[], slotMs: number): Map<number, number> {
  const slots = new Map<number, number>();
  for (const at of attempts) {
    const slot = Math.floor(at / slotMs) * slotMs;
    slots.set(slot, (slots.get(slot) ?? 0) + 1);
  }
  const histogram = [...slots].sort(([a], [b]) => a - b);
  console.log(histogram.map(([slot, count]) => `${slot} ms: ${count}`).join(', '));
  return slots;
}
