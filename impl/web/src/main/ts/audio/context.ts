import { VoiceError } from '../core/problem';
import type { Language } from '../core/types';

const PATIENCE_MS = 2_000;

/**
 * An audio context that runs; to be called within a user's gesture, or browsers keep it suspended.
 *
 * @throws VoiceError AUDIO_BLOCKED
 */
export async function openAudio(language: Language): Promise<AudioContext> {
  const context = new AudioContext({ latencyHint: 'interactive' });
  try {
    await ensureRunning(context, language);
  } catch (error) {
    await context.close();
    throw error;
  }
  return context;
}

/** @throws VoiceError AUDIO_BLOCKED */
export async function ensureRunning(context: AudioContext, language: Language): Promise<void> {
  if (context.state !== 'running') {
    // Where it is blocked, resume() gives a promise that waits for the gesture for ever.
    await Promise.race([
      context.resume().catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
    ]);
  }
  if ((context.state as AudioContextState) !== 'running') {
    throw new VoiceError('AUDIO_BLOCKED', language);
  }
}
