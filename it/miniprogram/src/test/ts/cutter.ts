import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** How one connection breaks: after so many bytes in one direction. */
export interface Cut {
  readonly direction: 'up' | 'down';
  readonly bytes: number;
  /** Whether the server's side stays open, and nothing is read from it. */
  readonly leaveServer: boolean;
}

/** A network between clients and a server, whose connections break as they are told to. */
export class Cutter {
  connections = 0;
  cuts = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly listening: Server,
    private readonly plan: (connection: number) => Cut,
    private readonly target: number,
  ) {
    listening.on('connection', (client: Socket) => this.join(client));
  }

  static async to(origin: string, plan: (connection: number) => Cut): Promise<Cutter> {
    const listening = createServer({ noDelay: true });
    const cutter = new Cutter(listening, plan, Number(new URL(origin).port));
    listening.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return cutter;
  }

  get origin(): string {
    return `ws://127.0.0.1:${(this.listening.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.sockets.forEach((socket) => socket.destroy());
    this.listening.close();
  }

  private join(client: Socket): void {
    const cut = this.plan(this.connections++);
    const server = connect({ host: '127.0.0.1', port: this.target, noDelay: true });
    for (const socket of [client, server]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
      // What a reset connection tells is what was asked for.
      socket.on('error', () => undefined);
    }
    this.carry(client, server, cut.direction === 'up' ? cut : null, [client, server]);
    this.carry(server, client, cut.direction === 'down' ? cut : null, [client, server]);
  }

  private carry(from: Socket, to: Socket, cut: Cut | null, ends: readonly [Socket, Socket]): void {
    let left = cut?.bytes ?? Infinity;
    from.on('data', (chunk: Buffer) => {
      const passing = Math.min(left, chunk.length);
      to.write(chunk.subarray(0, passing));
      left -= passing;
      if (left === 0 && cut !== null) {
        from.removeAllListeners('data');
        this.cuts++;
        const [client, server] = ends;
        client.resetAndDestroy();
        if (cut.leaveServer) {
          server.pause();
        } else {
          server.resetAndDestroy();
        }
      }
    });
    from.on('end', () => to.end());
  }
}
