import type { ManualPlatform, ManualSocket } from './manualPlatform';
import { result, STOPPED } from './resumable';

type Message = Record<string, unknown>;

/** One connection as the server sees it: what is on its way in either direction. */
interface Wire {
  /** Later ones have higher numbers. */
  readonly number: number;
  readonly socket: ManualSocket;
  /** How many messages of the client have arrived. */
  read: number;
  readonly down: Message[];
  resumed: boolean;
  lost: boolean;
  /** Whether the client's platform has told of its end. */
  noticed: boolean;
  /** How many messages of the client get through, if it is lost. */
  last: number;
}

/**
 * A server that can resume one session, in the hand of a test: nothing moves on its connections but
 * in {@link up}, {@link down} and {@link late}.
 *
 * TCP duplicates nothing within a connection. But a session has several: what was on its way on one
 * that was cut may come late, while the same is sent again on the next one, or after that. What comes
 * when its receiver has given the connection up may even come twice.
 */
export class ServerModel {
  /** What all audio of the session was marked with, in the order in which it was dealt with. */
  readonly heard: number[] = [];
  /** The texts of all results, in the order in which they were made. */
  readonly said: string[] = [];
  /** How many messages came on a connection that their receiver had given up. */
  readonly strays = { up: 0, down: 0 };
  private wire: Wire | null = null;
  /** The one that the session is on. */
  private home: Wire | null = null;
  private readonly cutWires: Wire[] = [];
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
          const first = this.connections === 1;
          this.wire = {
            number: this.connections,
            socket,
            read: 0,
            down: [],
            resumed: first,
            lost: false,
            noticed: false,
            last: Infinity,
          };
          this.home ??= this.wire;
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
      this.read(this.wire!);
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

  /**
   * Lets so many messages in each direction through on every connection that was cut, if there are
   * as many.
   */
  late(count: number): void {
    for (const wire of this.cutWires) {
      for (let i = 0; i < count; i++) {
        this.read(wire);
        this.deliverLate(wire);
      }
    }
  }

  acknowledge(): void {
    if (this.wire?.resumed) {
      push(this.wire, { type: 'ack', received: this.received });
    }
  }

  /**
   * @param noticed whether the client's platform knows
   * @param late whether what is on its way comes {@link late}; otherwise it is lost
   */
  cut(noticed: boolean, late: boolean): void {
    const { wire } = this;
    if (wire !== null && this.alive) {
      wire.lost = true;
      wire.last = late ? wire.socket.sent.length : wire.read;
      wire.down.length = late ? wire.down.length : 0;
      wire.noticed = noticed;
      this.cutWires.push(wire);
      if (noticed) {
        wire.socket.listener.onClose(1006, '');
      }
    }
  }

  /** The next message of the client; no session is on a connection before the one it is on. */
  private read(wire: Wire): void {
    const data = wire.read < wire.last ? wire.socket.sent[wire.read] : undefined;
    if (data === undefined) {
      return;
    }
    wire.read++;
    if (wire.number < (this.home?.number ?? 0)) {
      this.strays.up++;
    } else {
      this.take(data, wire);
    }
  }

  private deliverLate(wire: Wire): void {
    const message = wire.down.shift();
    if (message === undefined) {
      return;
    }
    wire.socket.receive(message);
    if (wire.noticed || wire.socket.closedWith !== null) {
      this.strays.down++;
      wire.socket.receive(message);
    }
  }

  private take(data: string | ArrayBuffer, wire: Wire): void {
    const message: Message =
      typeof data === 'string' ? (JSON.parse(data) as Message) : { type: 'audio' };
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
    const sessionId = wire.resumed ? 's' : `unused-${wire.number}`;
    push(wire, {
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
    this.home = wire;
    const token = this.tokens[this.tokens.length - 1];
    push(wire, { type: 'resumed', sessionId, resumeToken: token, received: this.received });
    this.kept.forEach((message) => push(wire, message));
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
    if (this.home !== null) {
      push(this.home, message);
    }
  }
}

/** Nothing more gets into one that is cut. */
function push(wire: Wire, message: Message): void {
  if (!wire.lost) {
    wire.down.push(message);
  }
}
