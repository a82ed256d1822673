import type { Language } from '../core/types';
import type { JitterStats } from './jitterBuffer';
import { loadWorklet } from './worklets';

/** How playback does. */
export interface PlaybackStats extends JitterStats {
  /** When, in seconds of the audio context, sample number `playedSamples` is heard. */
  readonly at: number;
}

/** What is posted to the playback worklet. */
export type PlaybackCommand = { readonly pcm: ArrayBuffer } | 'reset' | 'stop';

/** Plays PCM16, 16 kHz, mono, as it arrives. */
export interface Playback {
  /** The buffer is given away. */
  play(pcm: ArrayBuffer): void;
  /** Forgets what waits, and counts from 0, as for a new stream. */
  reset(): void;
  /** Fades out, for good. */
  stop(): void;
}

/**
 * Plays to the context's destination; the listener is told about 20 times a second.
 *
 * @throws VoiceError INSECURE_PAGE, or UNKNOWN where the worklet cannot be loaded
 */
export async function openPlayback(
  context: AudioContext,
  listener: (stats: PlaybackStats) => void,
  language: Language = 'en',
): Promise<Playback> {
  await loadWorklet(context, 'playback-worklet.js', language, 'UNKNOWN');
  const node = new AudioWorkletNode(context, 'realtime-voice-playback', {
    numberOfInputs: 0,
    outputChannelCount: [1],
  });
  const post = (command: PlaybackCommand, transfer: Transferable[] = []): void =>
    node.port.postMessage(command, transfer);
  node.port.onmessage = ({ data }: MessageEvent<PlaybackStats>) =>
    listener({ ...data, at: data.at + context.outputLatency });
  node.connect(context.destination);
  return {
    play: (pcm) => post({ pcm }, [pcm]),
    reset: () => post('reset'),
    stop: () => {
      node.port.onmessage = null;
      // The node ends by itself after its fade: to disconnect it now would click.
      post('stop');
    },
  };
}
