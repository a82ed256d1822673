import type { Greeting, ServerMessage } from './messages';

/** What one connection lacks to be READY: the answers to what the client has said on it. */
export class Handshake {
  private hellos = 0;
  private unanswered = 0;
  private greeting: Greeting | null = null;
  private answered = false;

  /**
   * @param nonce of the hellos on this connection
   * @param resuming whether the server has yet to go on with a session
   */
  constructor(
    readonly nonce: string,
    private resuming: boolean,
  ) {}

  /** Both directions work, and the session is there. */
  get done(): boolean {
    return this.answered && !this.resuming;
  }

  /** A server from before the hello. */
  get isOlder(): boolean {
    return this.greeting !== null && this.greeting.version === undefined;
  }

  /** 0 if the server wants none. */
  get heartbeatMs(): number {
    return this.greeting?.heartbeatMs ?? 0;
  }

  /** What has not come while it is not done. */
  get missing(): 'welcome' | 'answer' | 'resumption' {
    if (this.greeting === null) {
      return 'welcome';
    }
    return this.answered ? 'resumption' : 'answer';
  }

  /** @return the number of this hello, from 1 */
  saidHello(): number {
    this.unanswered++;
    return ++this.hellos;
  }

  askedToResume(): void {
    this.unanswered++;
  }

  /** @return whether the welcome answers a hello of this connection */
  greeted(greeting: Greeting): boolean {
    this.greeting = greeting;
    const answers = greeting.nonce === this.nonce || this.isOlder;
    this.answered ||= answers;
    return answers;
  }

  /** @return false if the client has asked for nothing of the kind */
  resumed(): boolean {
    const expected = this.resuming;
    this.resuming = false;
    return expected;
  }

  /** An older server does not know hello, and may complain of each. */
  isComplaint(message: ServerMessage): boolean {
    if (message.type === 'error' && this.isOlder && this.unanswered > 0) {
      this.unanswered--;
      return true;
    }
    return false;
  }
}
