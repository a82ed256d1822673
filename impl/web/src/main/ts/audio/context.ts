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
  // Where it is blocked, resume() gives a promise that waits for the gesture for ever.
  await Promise.race([
    context.resume(),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
  if (context.state !== 'running') {
    await context.close();
    throw new VoiceError('AUDIO_BLOCKED', language);
  }
  return context;
}
