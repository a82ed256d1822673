import type { VoiceClient } from './client';

/**
 * Listens to a platform only while a client is at work, so that a client that was closed is held by
 * nothing.
 */
export function whileOpen(client: VoiceClient, add: () => void, remove: () => void): void {
  client.on('state', ({ from, to }) => {
    if (from === 'CLOSED') {
      add();
    } else if (to === 'CLOSED') {
      remove();
    }
  });
}
