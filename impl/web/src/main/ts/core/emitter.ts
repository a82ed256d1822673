/** Listeners by the name of an event; one that throws harms no other. */
export class Emitter<Events> {
  private readonly listeners: { [K in keyof Events]?: Array<(value: Events[K]) => void> } = {};

  constructor(private readonly failed: (event: keyof Events, error: unknown) => void) {}

  /** Adds a listener, and returns what removes it. */
  on<K extends keyof Events>(event: K, listener: (value: Events[K]) => void): () => void {
    this.listeners[event] = [...(this.listeners[event] ?? []), listener];
    return () => {
      this.listeners[event] = this.listeners[event]?.filter((each) => each !== listener);
    };
  }

  emit<K extends keyof Events>(event: K, value: Events[K]): void {
    for (const listener of this.listeners[event] ?? []) {
      try {
        listener(value);
      } catch (error) {
        this.failed(event, error);
      }
    }
  }
}
