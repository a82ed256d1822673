const loaded = new WeakMap<AudioContext, Map<string, Promise<void>>>();

/** Loads a worklet that is beside this script, once for a context. */
export function loadWorklet(context: AudioContext, file: string): Promise<void> {
  const known = loaded.get(context) ?? new Map<string, Promise<void>>();
  loaded.set(context, known);
  const loading =
    known.get(file) ?? context.audioWorklet.addModule(new URL(file, import.meta.url).href);
  known.set(file, loading);
  return loading;
}
