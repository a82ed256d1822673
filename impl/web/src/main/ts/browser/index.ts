import { VoiceClient } from '../core/client';
import type { ClientOptions } from '../core/types';
import { browser } from './platform';

export * from '../core/index';
export { showBanner } from './banner';
export { browser } from './platform';

/** A client in a page; the socket's address is that of `realtime-voice/stream`, as `wss`. */
export function createVoiceClient(options: ClientOptions): VoiceClient {
  const client = new VoiceClient(browser, options);
  // A page that sleeps gets no timers; what it missed shows when it wakes, or finds a network.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && client.state !== 'CLOSED') {
      client.check();
    }
  });
  window.addEventListener('online', () => {
    if (client.state !== 'CLOSED') {
      client.check();
    }
  });
  return client;
}
