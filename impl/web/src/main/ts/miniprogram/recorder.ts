import { Framer } from '../core/framer';
import type { VerdictId } from '../core/types';

/** 20 ms of PCM16, mono, 16 kHz. */
const FRAME_BYTES = 640;

/** The longest that WeChat records in one go, in milliseconds. */
const MAX_DURATION_MS = 600_000;

/** The smallest pieces that WeChat delivers, in KiB. */
const PIECE_KB = 1;

export interface RecorderOptions {
  /** It does not go on; the recorder has stopped. */
  readonly failed: (verdict: VerdictId, detail: string) => void;
  /** A telephone call or another app has the microphone; it comes back by itself. */
  readonly interrupted?: (interrupted: boolean) => void;
}

export interface Recorder {
  /** Stops; the sink gets the last frame before the promise is kept. */
  stop(): Promise<void>;
}

/**
 * Records PCM16, mono, 16 kHz, in frames of 20 ms, for as long as it is wanted: WeChat's limit of
 * ten minutes and interruptions end a recording, not this.
 */
export function openRecorder(
  sink: (frame: ArrayBuffer) => void,
  options: RecorderOptions,
): Recorder {
  const manager = wx.getRecorderManager();
  const framer = new Framer(FRAME_BYTES, sink);
  let state: 'recording' | 'stopping' | 'over' = 'recording';
  let interrupted = false;
  let stopped: () => void = () => undefined;

  const begin = (): void =>
    manager.start({
      duration: MAX_DURATION_MS,
      sampleRate: 16000,
      numberOfChannels: 1,
      format: 'PCM',
      frameSize: PIECE_KB,
    });
  const end = (): void => {
    state = 'over';
    framer.flush();
    stopped();
  };
  const interruption = (begins: boolean): void => {
    interrupted = begins;
    if (state === 'recording') {
      options.interrupted?.(begins);
    }
  };

  manager.onFrameRecorded(({ frameBuffer }) => {
    if (state !== 'over') {
      framer.add(frameBuffer);
    }
  });
  manager.onStop(() => {
    if (state === 'stopping') {
      end();
    } else if (state === 'recording' && !interrupted) {
      begin();
    }
  });
  manager.onInterruptionBegin(() => interruption(true));
  manager.onInterruptionEnd(() => {
    interruption(false);
    if (state === 'recording') {
      begin();
    }
  });
  manager.onError(({ errMsg }) => {
    if (state !== 'over') {
      end();
      options.failed(verdictOf(errMsg), errMsg);
    }
  });
  begin();
  return {
    stop: () =>
      new Promise((resolve) => {
        if (state === 'over') {
          resolve();
          return;
        }
        state = 'stopping';
        stopped = resolve;
        if (interrupted) {
          end();
        } else {
          manager.stop();
        }
      }),
  };
}

function verdictOf(message: string): VerdictId {
  return /auth|deny|denied|permission/i.test(message) ? 'MICROPHONE_REFUSED' : 'MICROPHONE_FAILED';
}
