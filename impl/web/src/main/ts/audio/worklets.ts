import { VoiceError } from '../core/problem';
import type { Language, VerdictId } from '../core/types';

const loaded = new WeakMap<AudioContext, Map<string, Promise<void>>>();

/**
 * Loads a worklet that is beside this script, once for a context.
 *
 * @throws VoiceError INSECURE_PAGE, or what is given for one that cannot be loaded
 */
export async function loadWorklet(
  context: AudioContext,
  file: string,
  language: Language,
  failed: VerdictId,
): Promise<void> {
  // Absent on pages that are not secure, whatever the type says.
  const worklet = context.audioWorklet as AudioWorklet | undefined;
  if (worklet === undefined) {
    throw new VoiceError('INSECURE_PAGE', language);
  }
  const known = loaded.get(context) ?? new Map<string, Promise<void>>();
  loaded.set(context, known);
  const loading = known.get(file) ?? worklet.addModule(new URL(file, import.meta.url).href);
  known.set(file, loading);
  try {
    await loading;
  } catch (error) {
    // The next call tries again: the network may be back.
    known.delete(file);
    throw new VoiceError(failed, language, { detail: String(error) });
  }
}
