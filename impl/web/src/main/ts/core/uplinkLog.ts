/** A message that the server counts. */
export interface Reliable {
  readonly type: string;
  readonly data: string | ArrayBuffer;
}

/**
 * The reliable messages of a session, until the server has acknowledged them. They are numbered
 * from 0, and every connection sends them in that order.
 */
export class UplinkLog {
  private kept: Reliable[] = [];
  /** How many the server has; the number of the first one that is kept. */
  private base = 0;
  /** The number of the next one to send on this connection. */
  private next = 0;
  /** How many were sent at all, on whatever connection. */
  private sent = 0;
  private audio = 0;

  /** Of what is kept, sent or not. */
  get audioBytes(): number {
    return this.audio;
  }

  get empty(): boolean {
    return this.kept.length === 0;
  }

  /** How many were sent, and are not acknowledged. */
  get unanswered(): number {
    return this.sent - this.base;
  }

  /** Whether {@link take} has one. */
  get waits(): boolean {
    return this.next - this.base < this.kept.length;
  }

  add(message: Reliable): void {
    this.kept.push(message);
    this.audio += audioIn(message);
  }

  /** The next one to send on this connection, which then counts as sent; null if all are. */
  take(): Reliable | null {
    const message = this.kept[this.next - this.base];
    if (message === undefined) {
      return null;
    }
    this.next++;
    this.sent = Math.max(this.sent, this.next);
    return message;
  }

  /**
   * Drops what the server has.
   *
   * @param received how many it says it has
   * @return false if that cannot be: nothing is dropped
   */
  acknowledge(received: number): boolean {
    if (!Number.isInteger(received) || received < this.base || received > this.sent) {
      return false;
    }
    for (const message of this.kept.splice(0, received - this.base)) {
      this.audio -= audioIn(message);
    }
    this.base = received;
    this.next = Math.max(this.next, received);
    return true;
  }

  /** Drops all that was sent: for a server that acknowledges nothing. */
  forget(): void {
    this.acknowledge(this.sent);
  }

  /** A new connection begins with what the server lacks. */
  rewind(): void {
    this.next = this.base;
  }
}

function audioIn({ data }: Reliable): number {
  return typeof data === 'string' ? 0 : data.byteLength;
}
