import { Deferred } from '../core/deferred';
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
  /** Whether WeChat has a recording, be it paused: it can be started only without one. */
  let begun = false;
  const stopped = new Deferred<void>();

  const begin = (): void => {
    begun = true;
    manager.start({
      duration: MAX_DURATION_MS,
      sampleRate: 16000,
      numberOfChannels: 1,
      format: 'PCM',
      frameSize: PIECE_KB,
    });
  };
  const end = (): void => {
    state = 'over';
    framer.flush();
    stopped.resolve();
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
    begun = false;
    if (state === 'stopping') {
      end();
    } else if (state === 'recording' && !interrupted) {
      begin();
    }
  });
  manager.onInterruptionBegin(() => interruption(true));
  manager.onInterruptionEnd(() => {
    interruption(false);
    if (state !== 'recording') {
      return;
    }
    // WeChat has paused the recording; one that has stopped meanwhile is begun anew.
    if (begun) {
      manager.resume();
    } else {
      begin();
    }
  });
  manager.onError(({ errMsg }) => {
    if (state === 'over') {
      return;
    }
    const verdict = verdictOf(errMsg);
    // Who lets go at once stops what WeChat has not started: an error, and what was wanted.
    const wanted = state === 'stopping' && verdict !== 'MICROPHONE_REFUSED';
    end();
    if (!wanted) {
      options.failed(verdict, errMsg);
    }
  });
  begin();
  return {
    stop: () => {
      if (state === 'recording') {
        state = 'stopping';
        if (begun) {
          manager.stop();
        }
        // WeChat may be silent until the interruption ends, and the user does not wait for that.
        if (interrupted) {
          end();
        }
      }
      return stopped.promise;
    },
  };
}

function verdictOf(message: string): VerdictId {
  return /auth|deny|denied|permission/i.test(message) ? 'MICROPHONE_REFUSED' : 'MICROPHONE_FAILED';
}
