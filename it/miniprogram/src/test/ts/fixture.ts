import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { WebSocketServer } from 'ws';
import type * as Client from '../../../app/miniprogram/lib/realtime-voice';
import { WxStandIn } from './wxStandIn';

const HERE = new URL('../..', import.meta.url).pathname;
const SAMPLE = `${HERE}../app/target/realtime-voice-sample.jar`;
const LIBRARY = `${HERE}app/miniprogram/lib/realtime-voice.js`;
export const DOMAIN = 'voice.example.com';

/** As it stands in the mini program's config.ts. */
export const CHANNEL = `wss://${DOMAIN}/sample/realtime-voice/stream`;

/** The sample application, in a process of its own. */
export class SampleServer {
  private constructor(
    private readonly process: ChildProcess,
    readonly origin: string,
  ) {}

  /** @param settings as in the environment */
  static async start(settings: NodeJS.ProcessEnv = {}): Promise<SampleServer> {
    const java = process.env.JAVA_HOME ? `${process.env.JAVA_HOME}/bin/java` : 'java';
    const child = spawn(java, ['-jar', SAMPLE, '0'], {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...settings },
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const origin = /(ws:\/\/127\.0\.0\.1:\d+)\/sample/.exec(line)?.[1];
      if (origin !== undefined) {
        child.stdout.resume();
        return new SampleServer(child, origin);
      }
    }
    throw new Error(`${SAMPLE} did not start`);
  }

  async stop(): Promise<void> {
    const ended = once(this.process, 'exit');
    this.process.kill();
    await ended;
  }
}

/** Opens every WebSocket and does with it what the test says. */
export async function server(
  connected: (socket: import('ws').WebSocket) => void,
): Promise<{ readonly origin: string; readonly stop: () => void; readonly texts: string[][] }> {
  const listening = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await once(listening, 'listening');
  const texts: string[][] = [];
  listening.on('connection', (socket) => {
    const received: string[] = [];
    texts.push(received);
    socket.on('message', (data) => received.push(String(data)));
    connected(socket);
  });
  const { port } = listening.address() as AddressInfo;
  return {
    origin: `ws://127.0.0.1:${port}`,
    texts,
    stop: () => {
      listening.clients.forEach((socket) => socket.terminate());
      listening.close();
    },
  };
}

/** A proxy that knows no WebSocket, before an application that answers by HTTP. */
export class PlainHttp {
  readonly posted: string[] = [];
  /** Kept at the first post. */
  readonly report: Promise<void>;

  private constructor(private readonly listening: import('node:http').Server) {
    let kept = (): void => undefined;
    this.report = new Promise((resolve) => (kept = resolve));
    listening.on('request', (request: IncomingMessage, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        if (request.method === 'POST') {
          this.posted.push(body);
          kept();
        }
        response.setHeader('content-type', 'application/json').end('{"realtimeVoice":1}');
      });
    });
  }

  static async start(): Promise<PlainHttp> {
    const listening = createServer().listen(0, '127.0.0.1');
    await once(listening, 'listening');
    return new PlainHttp(listening);
  }

  get origin(): string {
    return `ws://127.0.0.1:${(this.listening.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.listening.closeAllConnections();
    this.listening.close();
  }
}

/** A phone whose allowed domain leads to a server. */
export function phone(origin: string): WxStandIn {
  const wx = new WxStandIn({ [DOMAIN]: origin });
  Object.assign(globalThis, { wx });
  return wx;
}

/** The client as the mini program has it: the built file. */
export function client(): typeof Client {
  return createRequire(import.meta.url)(LIBRARY);
}

/** The same on a phone of its own, of which there may be many. */
export function clientOn(wx: WxStandIn): typeof Client {
  const module = { exports: {} };
  new Function('module', 'exports', 'wx', readFileSync(LIBRARY, 'utf8'))(module, module.exports, wx);
  return module.exports as typeof Client;
}

/** What of a page WeChat keeps, and what its template calls. */
export interface PageInstance {
  data: Record<string, unknown>;
  setData(change: Record<string, unknown>): void;
  onLoad(): void;
  onUnload(): void;
  onHide(): void;
  talk(): Promise<void>;
  press(): void;
  release(): void;
  tap(): void;
  chooseMode(event: { readonly detail: { readonly value: boolean } }): void;
  connect(): void;
  allow(): Promise<void>;
}

/** The lines that the client has logged; what it logs is a change, too. */
export function logged(changed: () => void): string[] {
  const lines: string[] = [];
  console.info = (line: string) => {
    lines.push(line);
    changed();
  };
  return lines;
}

/** The page, registered and made as WeChat does. */
export function page(changed: () => void): PageInstance {
  const require = createRequire(import.meta.url);
  const file = `${HERE}target/test-js/page.cjs`;
  let instance: PageInstance | null = null;
  Object.assign(globalThis, {
    Page: (definition: PageInstance) => {
      instance = Object.assign(Object.create(definition) as PageInstance, definition, {
        data: { ...definition.data },
        setData(this: PageInstance, change: Record<string, unknown>) {
          Object.assign(this.data, change);
          changed();
        },
      });
    },
  });
  delete require.cache[file];
  require(file);
  if (instance === null) {
    throw new Error('the page did not register');
  }
  return instance;
}

/** Waits until a condition is true, which may become so whenever something is told. */
export class Watch {
  private waiting: Array<{ readonly condition: () => boolean; readonly done: () => void }> = [];

  readonly told = (): void => {
    const met = this.waiting.filter(({ condition }) => condition());
    this.waiting = this.waiting.filter((each) => !met.includes(each));
    met.forEach(({ done }) => done());
  };

  until(condition: () => boolean): Promise<void> {
    return new Promise((done) => {
      this.waiting.push({ condition, done });
      this.told();
    });
  }
}
