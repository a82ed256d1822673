import { VoiceClient } from '../core/client';
import type { ClientOptions } from '../core/types';
import { whileOpen } from '../core/whileOpen';
import { hideBanner } from './banner';
import { browser } from './platform';

export * from '../core/index';
export { hideBanner, showBanner } from './banner';
export { browser } from './platform';

/** A client in a page; the socket's address is that of `realtime-voice/stream`, as `wss`. */
export function createVoiceClient(options: ClientOptions): VoiceClient {
  const client = new VoiceClient(browser, options);
  client.on('ready', hideBanner);
  const online = (): void => client.check();
  // A page that sleeps gets no timers; what it missed shows when it wakes.
  const woken = (): void => {
    if (document.visibilityState === 'visible') {
      client.check();
    }
  };
  whileOpen(
    client,
    () => {
      document.addEventListener('visibilitychange', woken);
      window.addEventListener('online', online);
    },
    () => {
      document.removeEventListener('visibilitychange', woken);
      window.removeEventListener('online', online);
    },
  );
  return client;
}
