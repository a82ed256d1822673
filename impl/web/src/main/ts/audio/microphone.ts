import { VoiceError } from '../core/problem';
import type { Language, VerdictId } from '../core/types';
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

/** Something that keeps the microphone from being used; its text is for the user. */
export interface MicrophoneOptions {
  readonly language: Language;
  readonly constraints?: MediaTrackConstraints;
  /** The device was taken away while it recorded. */
  readonly lost?: () => void;
}

/**
 * Records at the device's own rate, and gives frames of 20 ms at 16 kHz.
 *
 * @throws VoiceError INSECURE_PAGE, MICROPHONE_REFUSED, MICROPHONE_ABSENT or MICROPHONE_FAILED
 */
export async function openMicrophone(
  context: AudioContext,
  sink: FrameSink,
  options: MicrophoneOptions,
): Promise<Source> {
  const stream = await capture(options);
  try {
    await loadWorklet(context, 'capture-worklet.js');
  } catch (error) {
    release(stream);
    throw new VoiceError('MICROPHONE_FAILED', options.language, { detail: String(error) });
  }
  const input = context.createMediaStreamSource(stream);
  const node = new AudioWorkletNode(context, 'realtime-voice-capture', { numberOfOutputs: 0 });
  node.port.onmessage = ({ data }: MessageEvent<CapturedFrame>) => sink(data.frame, data.capturedAt);
  stream.getAudioTracks().forEach((track) => (track.onended = () => options.lost?.()));
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
