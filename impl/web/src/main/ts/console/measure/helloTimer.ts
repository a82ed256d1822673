/** Times a hello until the welcome that answers it. */
export class HelloTimer {
  private sentAt = 0;
  private unanswered = 0;

  /** There is a new connection, on which none was said. */
  reset(): void {
    this.unanswered = 0;
  }

  said(now: number): void {
    this.sentAt = now;
    this.unanswered++;
  }

  /**
   * A welcome has come that answers one.
   *
   * @returns the milliseconds it took; null if it may answer one of several
   */
  answered(now: number): number | null {
    const ms = this.unanswered === 1 ? now - this.sentAt : null;
    this.unanswered = 0;
    return ms;
  }
}
