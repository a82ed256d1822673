import { VoiceClient } from '../core/client';
import type { ClientOptions } from '../core/types';
import { miniProgram } from './platform';

export * from '../core/index';
export { openRecorder, type Recorder, type RecorderOptions } from './recorder';

/** A client in a mini program, which looks after its connection when the user comes back. */
export function createVoiceClient(options: ClientOptions): VoiceClient {
  const client = new VoiceClient(miniProgram(), options);
  const check = (): void => {
    if (client.state !== 'CLOSED') {
      client.check();
    }
  };
  wx.onAppShow(check);
  wx.onNetworkStatusChange((result) => {
    if (result.isConnected) {
      check();
    }
  });
  return client;
}
