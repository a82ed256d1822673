import { VoiceError } from '../core/problem';
import type { Language, VerdictId } from '../core/types';
import { ensureRunning } from './context';
import type { FrameSink, Source } from './source';
import { loadWorklet } from './worklets';

/** What the capture worklet posts. */
export interface CapturedFrame {
  readonly frame: ArrayBuffer;
  readonly capturedAt: number;
}

const CONSTRAINTS: MediaTrackConstraints = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
};

const VERDICT_OF_ERROR: Readonly<Record<string, VerdictId>> = {
  NotAllowedError: 'MICROPHONE_REFUSED',
  SecurityError: 'MICROPHONE_REFUSED',
  NotFoundError: 'MICROPHONE_ABSENT',
  OverconstrainedError: 'MICROPHONE_ABSENT',
};

/** How to record, and in which language problems are told. */
export interface MicrophoneOptions {
  readonly language: Language;
  readonly constraints?: MediaTrackConstraints;
  /** The device was taken away while it recorded. */
  readonly lost?: () => void;
}

/**
 * Records at the device's own rate, and gives frames of 20 ms at 16 kHz.
 *
 * @throws VoiceError INSECURE_PAGE, MICROPHONE_REFUSED, MICROPHONE_ABSENT, MICROPHONE_FAILED or
 *     AUDIO_BLOCKED
 */
export async function openMicrophone(
  context: AudioContext,
  sink: FrameSink,
  options: MicrophoneOptions,
): Promise<Source> {
  const stream = await capture(options);
  try {
    await ensureRunning(context, options.language);
    await loadWorklet(context, 'capture-worklet.js', options.language, 'MICROPHONE_FAILED');
    return record(context, stream, sink, options);
  } catch (error) {
    release(stream);
    throw error instanceof VoiceError
      ? error
      : new VoiceError('MICROPHONE_FAILED', options.language, { detail: String(error) });
  }
}

function record(
  context: AudioContext,
  stream: MediaStream,
  sink: FrameSink,
  { lost }: MicrophoneOptions,
): Source {
  const input = context.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(context, 'realtime-voice-capture', {
    numberOfOutputs: 0,
    // A device may be stereo whatever is asked for: its channels are mixed.
    channelCount: 1,
    channelCountMode: 'explicit',
  });
  node.port.onmessage = ({ data }: MessageEvent<CapturedFrame>) => sink(data.frame, data.capturedAt);
  stream.getAudioTracks().forEach((track) => (track.onended = () => lost?.()));
  input.connect(node);
  return {
    stop: () => {
      node.port.onmessage = null;
      node.port.postMessage('stop');
      input.disconnect();
      release(stream);
    },
  };
}

async function capture({ language, constraints }: MicrophoneOptions): Promise<MediaStream> {
  // Absent on pages that are not secure, whatever the type says.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) {
    throw new VoiceError('INSECURE_PAGE', language);
  }
  try {
    return await devices.getUserMedia({ audio: { ...CONSTRAINTS, ...constraints } });
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    throw new VoiceError(VERDICT_OF_ERROR[name] ?? 'MICROPHONE_FAILED', language, { detail: name });
  }
}

function release(stream: MediaStream): void {
  stream.getTracks().forEach((track) => track.stop());
}
