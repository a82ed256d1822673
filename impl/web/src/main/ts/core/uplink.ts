import type { Settings } from './settings';
import type { Clock, Timer } from './types';
import { UplinkLog } from './uplinkLog';

/** Bytes in a millisecond of PCM16, mono, 16 kHz. */
const BYTES_PER_MS = 32;

/** How much may wait in the socket, in bytes: a second of audio. What is later waits here. */
const MAX_IN_SOCKET = 32_000;

/** How often a socket is looked at in which too much waits, in milliseconds. */
const POLL_MS = 50;

/** A connection that is READY, as far as it is written to. */
export interface Line {
  /** Bytes that wait in the socket; 0 where the platform does not tell. */
  readonly bufferedAmount: number;
  send(type: string, data: string | ArrayBuffer): void;
}

/** What becomes of a piece of audio, and what is to be told. */
export interface Passage {
  readonly pass: boolean;
  /** A gap begins or ends with it. */
  readonly turned: boolean;
  /** How much audio is kept. */
  readonly queuedBytes: number;
  /** How much was left out since the gap began. */
  readonly droppedBytes: number;
}

/**
 * The way of a session's reliable messages to the server, over one connection after the other. It
 * keeps them until the server has them, and lets them out no faster than the network takes them.
 */
export class Uplink {
  private readonly log = new UplinkLog();
  private line: Line | null = null;
  private acknowledged = false;
  private timer: Timer | null = null;
  private heldUntil = 0;
  private dropped = 0;

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Whether all is with the server. */
  get done(): boolean {
    return this.log.empty;
  }

  /** How many messages may have been lost with their connection. */
  get unanswered(): number {
    return this.log.unanswered;
  }

  /**
   * There is a connection: what the server lacks goes out.
   *
   * @param acknowledged whether the server will say what it has
   */
  attach(line: Line, acknowledged: boolean): void {
    this.line = line;
    this.acknowledged = acknowledged;
    this.log.rewind();
    this.pump();
  }

  /** The connection has ended; what comes now is kept for the next one. */
  detach(): void {
    this.line = null;
    this.timer?.cancel();
    this.timer = null;
  }

  sendText(type: string, text: string): void {
    this.log.add({ type, data: text });
    this.pump();
  }

  /** Takes audio, unless too much is kept already: its copy, for the caller may use the buffer. */
  sendAudio(data: ArrayBuffer): Passage {
    const room = this.settings.keepAudioMs * BYTES_PER_MS - this.log.audioBytes;
    const pass = data.byteLength <= room || this.log.audioBytes === 0;
    const inGap = this.dropped > 0;
    this.dropped = pass ? 0 : this.dropped + data.byteLength;
    if (pass) {
      this.log.add({ type: 'audio', data: data.slice(0) });
      this.pump();
    }
    return {
      pass,
      turned: pass ? inGap : !inGap,
      queuedBytes: this.log.audioBytes,
      droppedBytes: this.dropped,
    };
  }

  /** @return false if the server cannot have received so many */
  acknowledge(received: number): boolean {
    return this.log.acknowledge(received);
  }

  /** Lets nothing out for a time: the server wants it slower. */
  hold(ms: number): void {
    this.heldUntil = Math.max(this.heldUntil, this.clock.now() + ms);
  }

  /** Whoever is told of a message may send another one, or end the connection. */
  private pump(): void {
    this.timer?.cancel();
    this.timer = null;
    for (let line = this.line; line !== null && this.log.waits; line = this.line) {
      const pause = this.pauseBefore(line);
      if (pause > 0) {
        this.timer = this.clock.schedule(() => this.pump(), pause);
        return;
      }
      const message = this.log.take();
      if (!this.acknowledged) {
        this.log.forget();
      }
      if (message !== null) {
        line.send(message.type, message.data);
      }
    }
  }

  private pauseBefore(line: Line): number {
    const held = this.heldUntil - this.clock.now();
    if (held > 0) {
      return held;
    }
    return line.bufferedAmount > MAX_IN_SOCKET ? POLL_MS : 0;
  }
}
