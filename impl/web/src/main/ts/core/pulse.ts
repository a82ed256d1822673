import type { Clock, Timer } from './types';

/** How long an answer to a heartbeat is awaited, in milliseconds. */
const ANSWER_MS = 6_000;

/** A timer that is later than this, in milliseconds, is one of a device that slept. */
const LATE_MS = 1_000;

/** Told when nothing comes in. */
export interface PulseListener {
  /** For so long that the other side should be asked. */
  beat(): void;
  /** And it has not answered. */
  dead(): void;
}

/**
 * Finds out that a connection is half open: what goes out arrives nowhere, and the platform does
 * not know. Any message that comes in is a sign of life.
 */
export class Pulse {
  private timer: Timer | null = null;
  private heardAt: number;
  private asked = 0;

  constructor(
    private readonly clock: Clock,
    private readonly heartbeatMs: number,
    private readonly listener: PulseListener,
  ) {
    this.heardAt = clock.now();
    this.wait(heartbeatMs);
  }

  heard(): void {
    this.heardAt = this.clock.now();
    if (this.asked > 0) {
      this.asked = 0;
      this.stop();
      this.wait(this.heartbeatMs);
    }
  }

  stop(): void {
    this.timer?.cancel();
    this.timer = null;
  }

  private wait(ms: number): void {
    const due = this.clock.now() + ms;
    this.timer = this.clock.schedule(() => this.look(this.clock.now() - due), ms);
  }

  private look(late: number): void {
    const quiet = this.clock.now() - this.heardAt;
    if (this.asked === 0 && quiet < this.heartbeatMs) {
      this.wait(this.heartbeatMs - quiet);
    } else if (this.asked === 0 || (this.asked === 1 && late > LATE_MS)) {
      // On a device that slept the answer may be there, and only not be read yet: ask once more.
      this.asked++;
      this.wait(ANSWER_MS);
      this.listener.beat();
    } else {
      this.listener.dead();
    }
  }
}
