import { VoiceClient } from '../core/client';
import type { ClientOptions } from '../core/types';
import { whileOpen } from '../core/whileOpen';
import { miniProgram } from './platform';

export * from '../core/index';
export { openRecorder, type Recorder, type RecorderOptions } from './recorder';

/** The typings give the listener of off() another type than that of on(). */
type NetworkStatus =
  | WechatMiniprogram.OnNetworkStatusChangeListenerResult
  | WechatMiniprogram.GeneralCallbackResult;

/**
 * A client in a mini program. When the user comes back to it, or to a network, it looks whether its
 * connection has survived, and makes a new one if not.
 */
export function createVoiceClient(options: ClientOptions): VoiceClient {
  const platform = miniProgram();
  const client = new VoiceClient(platform, options);
  const hidden = (): void => platform.useHidden(true);
  const shown = (): void => {
    platform.useHidden(false);
    client.check();
  };
  const networkChanged = (result: NetworkStatus): void => {
    if ('isConnected' in result) {
      platform.useNetwork(result.networkType);
      if (result.isConnected) {
        client.check();
      }
    }
  };
  whileOpen(
    client,
    () => {
      platform.useHidden(false);
      wx.onAppHide(hidden);
      wx.onAppShow(shown);
      wx.onNetworkStatusChange(networkChanged);
    },
    () => {
      wx.offAppHide(hidden);
      wx.offAppShow(shown);
      wx.offNetworkStatusChange(networkChanged);
    },
  );
  return client;
}
