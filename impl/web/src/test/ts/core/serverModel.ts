import type { ManualPlatform, ManualSocket } from './manualPlatform';
import { result, STOPPED } from './resumable';

type Message = Record<string, unknown>;

/** One connection as the server sees it: what is on its way in either direction. */
interface Wire {
  readonly socket: ManualSocket;
  /** How many messages of the client have arrived. */
  read: number;
  readonly down: Message[];
  resumed: boolean;
  lost: boolean;
}

/**
 * A server that can resume one session, in the hand of a test: nothing moves on its connections but
 * in {@link up} and {@link down}, and what is on its way when one is cut is lost.
 */
export class ServerModel {
  /** What all audio of the session was marked with, in the order in which it was dealt with. */
  readonly heard: number[] = [];
  /** The texts of all results, in the order in which they were made. */
  readonly said: string[] = [];
  private wire: Wire | null = null;
  private received = 0;
  private readonly kept: Message[] = [];
  private base = 0;
  private tokens = ['t-0'];
  private rotations = 0;
  private connections = 0;

  constructor(platform: ManualPlatform) {
    platform.whenConnecting = (listener) => {
      platform.clock.schedule(() => {
        const socket = platform.sockets.find((each) => each.listener === listener);
        if (socket !== undefined && socket.closedWith === null) {
          this.connections++;
          const resumed = this.connections === 1;
          this.wire = { socket, read: 0, down: [], resumed, lost: false };
          listener.onOpen();
        }
      }, 1);
    };
  }

  /** Whether there is a connection over which messages come. */
  get alive(): boolean {
    return this.wire !== null && !this.wire.lost && this.wire.socket.closedWith === null;
  }

  /** Deals with so many messages of the client, if there are as many. */
  up(count: number): void {
    for (let i = 0; i < count && this.alive; i++) {
      const data = this.wire?.socket.sent[this.wire.read];
      if (data === undefined) {
        return;
      }
      this.wire!.read++;
      this.take(data);
    }
  }

  /** Delivers so many messages to the client, if there are as many. */
  down(count: number): void {
    for (let i = 0; i < count && this.alive; i++) {
      const message = this.wire?.down.shift();
      if (message !== undefined) {
        this.wire?.socket.receive(message);
      }
    }
  }

  acknowledge(): void {
    if (this.wire?.resumed) {
      this.wire.down.push({ type: 'ack', received: this.received });
    }
  }

  /** @param noticed whether the client's platform knows */
  cut(noticed: boolean): void {
    const { wire } = this;
    if (wire !== null && this.alive) {
      wire.lost = true;
      if (noticed) {
        wire.socket.listener.onClose(1006, '');
      }
    }
  }

  private take(data: string | ArrayBuffer): void {
    const message: Message =
      typeof data === 'string' ? (JSON.parse(data) as Message) : { type: 'audio' };
    const wire = this.wire!;
    if (wire.resumed && message.type !== 'hello') {
      // The client has shown that it knows the new token.
      this.tokens = this.tokens.slice(-1);
    }
    switch (message.type) {
      case 'hello':
        this.welcome(wire, message);
        break;
      case 'resume':
        this.resume(wire, message);
        break;
      case 'ack':
      case 'heartbeat':
        this.acknowledged(Number(message.received));
        if (message.type === 'heartbeat') {
          this.acknowledge();
        }
        break;
      case 'start':
        this.received++;
        this.send({ type: 'ready', message: 'go' });
        break;
      case 'audio':
        this.received++;
        this.hear(new Uint16Array(data as ArrayBuffer)[0] ?? -1);
        break;
      case 'stop':
        this.received++;
        this.send({ ...STOPPED, text: this.heard.join() });
        break;
      default:
        throw new Error(`the model knows no ${String(message.type)}`);
    }
    if (!wire.resumed && !['hello', 'resume'].includes(String(message.type))) {
      throw new Error(`${String(message.type)} before resumed`);
    }
  }

  private welcome(wire: Wire, { nonce }: Message): void {
    const sessionId = wire.resumed ? 's' : `unused-${this.connections}`;
    wire.down.push({
      type: 'welcome',
      message: 'hi',
      timestamp: 0,
      version: 1,
      attempt: 1,
      sessionId,
      nonce,
      resumeToken: wire.resumed ? this.tokens[this.tokens.length - 1] : 'unused',
      heartbeatMs: 5_000,
      resumeWindowMs: 1_000_000_000,
    });
  }

  private resume(wire: Wire, { sessionId, resumeToken, received }: Message): void {
    if (sessionId !== 's' || !this.tokens.includes(String(resumeToken))) {
      throw new Error(`a resume of ${String(sessionId)} with an old token`);
    }
    this.acknowledged(Number(received));
    this.tokens.push(`t-${++this.rotations}`);
    wire.resumed = true;
    const token = this.tokens[this.tokens.length - 1];
    wire.down.push({ type: 'resumed', sessionId, resumeToken: token, received: this.received });
    wire.down.push(...this.kept);
  }

  private acknowledged(received: number): void {
    if (received < this.base || received > this.base + this.kept.length) {
      throw new Error(`the client has ${received} of ${this.base} to ${this.base + this.kept.length}`);
    }
    this.kept.splice(0, received - this.base);
    this.base = received;
  }

  private hear(mark: number): void {
    this.heard.push(mark);
    if (mark % 3 === 0) {
      const text = `${mark} `;
      this.said.push(text);
      this.send(result(text));
    }
  }

  private send(message: Message): void {
    this.kept.push(message);
    if (this.wire?.resumed) {
      this.wire.down.push(message);
    }
  }
}
