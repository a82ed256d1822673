import type { Telling } from './telling';
import type { State, TimelineEntry, TimelineEventName } from './types';

/** Where a client is, and how it has got there. */
export class Course {
  private current: State = 'CLOSED';
  private count = 0;

  constructor(private readonly telling: Telling) {}

  get state(): State {
    return this.current;
  }

  /**
   * Counts what begins and what ends: whoever has told somebody something can see by it whether the
   * client was closed by that, or begun anew.
   */
  get life(): number {
    return this.count;
  }

  /** Something begins, or has come to its end. */
  turn(): void {
    this.count++;
  }

  /**
   * Notes something, and is somewhere else by it.
   *
   * @returns false if a listener has meanwhile closed the client, or begun anew
   */
  step(state: State, event: TimelineEventName, detail: TimelineEntry['detail'] = {}): boolean {
    const { life } = this;
    this.telling.note(event, detail);
    if (life === this.life) {
      this.become(state);
    }
    return life === this.life;
  }

  become(state: State): void {
    const from = this.current;
    if (from !== state) {
      this.current = state;
      this.telling.emit('state', { from, to: state });
    }
  }
}
