import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Frames } from './frames';

/** A direction: from the client to the server, or from the server to the client. */
export type Way = 'up' | 'down';

/**
 * What happens to a connection.
 *
 * `kill`: both sides are reset. `freeze`: nothing passes for the pause, then both sides are reset.
 * `thaw`: nothing passes for the pause, then everything does, to whoever is still there. `halve`:
 * what goes in the moment's direction is lost from then on; the other direction works. `late`: the
 * side that the last bytes come from is reset, and they reach the other side after the pause; a
 * client is reset then, a server is left alive. `leave-server` and `leave-client`: the other side
 * is reset, and nothing is read from this one. `none`: the connection stays.
 */
export type End =
  | 'kill'
  | 'freeze'
  | 'thaw'
  | 'halve'
  | 'late'
  | 'leave-server'
  | 'leave-client'
  | 'none';

/** How one connection breaks. */
export interface Cut {
  /** In which direction the moment is looked for. */
  readonly way: Way;
  /** Behind which frame, counted from 1, 0 being the HTTP head; bytes count if it is missing. */
  readonly frame?: number;
  /** Behind how many bytes. */
  readonly bytes?: number;
  readonly end: End;
  /** How long the ends last that last, in milliseconds. */
  readonly pauseMs?: number;
  /** Before each piece that passes, in milliseconds. */
  readonly delayMs?: number;
}

/** A connection that works. */
export const NO_CUT: Cut = { way: 'up', bytes: Infinity, end: 'none' };

/**
 * What becomes of each connection; asked once for each.
 *
 * @param connection its number, from 0
 * @param cuts how many there have been before it
 */
export type Plan = (connection: number, cuts: number) => Cut;

/** A network between clients and a server, whose connections break as they are told to. */
export class Cutter {
  connections = 0;
  readonly cutsByEnd: Partial<Record<End, number>> = {};
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly listening: Server,
    private readonly plan: Plan,
    private readonly target: number,
  ) {
    listening.on('connection', (client: Socket) => this.join(client));
  }

  static async to(origin: string, plan: Plan): Promise<Cutter> {
    const listening = createServer({ noDelay: true });
    const cutter = new Cutter(listening, plan, Number(new URL(origin).port));
    listening.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return cutter;
  }

  get origin(): string {
    return `ws://127.0.0.1:${(this.listening.address() as AddressInfo).port}`;
  }

  /** How many connections have been cut. */
  get cuts(): number {
    return Object.values(this.cutsByEnd).reduce((sum, count) => sum + count, 0);
  }

  stop(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.listening.close();
  }

  private join(client: Socket): void {
    const cut = this.plan(this.connections++, this.cuts);
    const server = connect({ host: '127.0.0.1', port: this.target, noDelay: true });
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      // What a reset connection tells is what was asked for.
      socket.on('error', () => undefined);
    }
    new Link(client, server, cut, ({ end }) => {
      this.cutsByEnd[end] = (this.cutsByEnd[end] ?? 0) + 1;
    });
  }
}

/** One connection, with both its sides. */
class Link {
  private over = false;
  private readonly held: Array<() => void> = [];
  private frozen = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly cut: Cut,
    private readonly whenCut: (cut: Cut) => void,
  ) {
    this.carry('up', client, server);
    this.carry('down', server, client);
  }

  private carry(way: Way, from: Socket, to: Socket): void {
    const { cut } = this;
    const frames = new Frames();
    const frame = cut.frame ?? -1;
    let left = frame >= 0 ? Infinity : (cut.bytes ?? 0);
    let watched = way === cut.way && cut.end !== 'none';
    let swallowed = false;
    const isNow = (): boolean => (frame >= 0 ? frames.reached(frame) : left === 0);
    const breakBehind = (last: Buffer, rest: Buffer): void => {
      watched = false;
      swallowed = cut.end === 'halve';
      this.break(from, to, last, rest);
    };
    if (watched && isNow()) {
      breakBehind(Buffer.alloc(0), Buffer.alloc(0));
    }
    from.on('data', (chunk: Buffer) => {
      this.inOrder(() => {
        if (!watched) {
          this.pass(to, swallowed ? chunk.subarray(0, 0) : chunk);
          return;
        }
        const before =
          frame >= 0 ? frames.take(chunk, frame) : Math.min(left, chunk.length);
        left -= before;
        if (isNow()) {
          breakBehind(chunk.subarray(0, before), chunk.subarray(before));
        } else {
          this.pass(to, chunk.subarray(0, before));
        }
      });
    });
    from.on('end', () => this.inOrder(() => !this.over && to.end()));
  }

  /** At once, after the delay, or when nothing is frozen any more; always in order. */
  private inOrder(task: () => void): void {
    if (this.frozen) {
      this.held.push(task);
    } else if (this.cut.delayMs === undefined) {
      task();
    } else {
      // Timers of one length come in the order in which they were set.
      setTimeout(() => (this.frozen ? this.held.push(task) : task()), this.cut.delayMs);
    }
  }

  private pass(to: Socket, bytes: Buffer): void {
    if (!this.over && to.writable && bytes.length > 0) {
      to.write(bytes);
    }
  }

  private break(from: Socket, to: Socket, last: Buffer, rest: Buffer): void {
    const { client, server, cut } = this;
    if (this.over) {
      return;
    }
    this.whenCut(cut);
    if (cut.end !== 'late') {
      this.pass(to, last);
    }
    this.over = cut.end !== 'thaw' && cut.end !== 'halve';
    switch (cut.end) {
      case 'kill':
        this.reset(client, server);
        break;
      case 'freeze':
        setTimeout(() => this.reset(client, server), cut.pauseMs);
        break;
      case 'thaw':
        this.frozen = true;
        setTimeout(() => this.thaw(to, rest), cut.pauseMs);
        break;
      case 'late':
        this.reset(from);
        setTimeout(() => {
          to.write(last, () => to === client && this.reset(client));
        }, cut.pauseMs);
        break;
      case 'leave-server':
        this.reset(client);
        server.pause();
        break;
      case 'leave-client':
        this.reset(server);
        client.pause();
        break;
    }
  }

  private thaw(to: Socket, rest: Buffer): void {
    this.frozen = false;
    this.pass(to, rest);
    this.held.splice(0).forEach((task) => task());
  }

  private reset(...sockets: Socket[]): void {
    sockets.forEach((socket) => socket.resetAndDestroy());
  }
}
