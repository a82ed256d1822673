/** An element, as far as the banner uses one. */
export class FakeElement {
  readonly attributes: Record<string, string> = {};
  readonly dataset: Record<string, string> = {};
  readonly style: Record<string, string> = {};
  children: FakeElement[] = [];
  parent: FakeElement | null = null;
  textContent = '';
  lang = '';
  type = '';
  private readonly clicks: Array<() => void> = [];

  constructor(readonly tag: string) {}

  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }

  append(...children: FakeElement[]): void {
    children.forEach((child) => (child.parent = this));
    this.children.push(...children);
  }

  remove(): void {
    const parent = this.parent;
    if (parent !== null) {
      parent.children = parent.children.filter((child) => child !== this);
    }
    this.parent = null;
  }

  addEventListener(_event: string, action: () => void): void {
    this.clicks.push(action);
  }

  click(): void {
    this.clicks.forEach((action) => action());
  }
}

/** A page, or its window: events, and the body. */
export class FakePage extends EventTarget {
  readonly body = new FakeElement('body');
  visibilityState = 'visible';
  listeners = 0;

  createElement(tag: string): FakeElement {
    return new FakeElement(tag);
  }

  override addEventListener(type: string, listener: EventListener): void {
    this.listeners++;
    super.addEventListener(type, listener);
  }

  override removeEventListener(type: string, listener: EventListener): void {
    this.listeners--;
    super.removeEventListener(type, listener);
  }
}

/** A `WebSocket` in the hand of a test, with what the client did to it. */
export class FakeWebSocket {
  static readonly OPEN = 1;
  static made: FakeWebSocket[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string | ArrayBuffer }) => void = () => undefined;
  onclose: (event: { code: number; reason: string }) => void = () => undefined;
  binaryType = 'blob';
  readyState = 0;
  bufferedAmount = 0;
  readonly sent: Array<string | ArrayBuffer> = [];
  readonly closes: Array<[number, string]> = [];

  constructor(readonly url: string) {
    FakeWebSocket.made.push(this);
  }

  send(data: string | ArrayBuffer): void {
    this.sent.push(data);
  }

  close(code: number, reason: string): void {
    this.closes.push([code, reason]);
  }

  open(): void {
    this.readyState = FakeWebSocket.OPEN;
    this.onopen();
  }
}

export interface OpenPage {
  readonly document: FakePage;
  readonly window: FakePage;
  /** What comes of a request; by default nothing answers. */
  http: (url: string) => Promise<unknown>;
  /** What was posted, and where. */
  readonly beacons: Array<[string, string]>;
}

/** Whatever promises wait for each other goes on. */
export function flushed(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Puts a new page where the browser's code looks for it. */
export function openPage(): OpenPage {
  FakeWebSocket.made = [];
  const page: OpenPage = {
    document: new FakePage(),
    window: new FakePage(),
    http: () => Promise.reject(new TypeError('Failed to fetch')),
    beacons: [],
  };
  const globals: Record<string, unknown> = {
    document: page.document,
    window: page.window,
    location: { protocol: 'https:', origin: 'https://host' },
    fetch: (url: string) => page.http(url),
    navigator: {
      language: 'zh-CN',
      connection: { effectiveType: '4g' },
      sendBeacon: (url: string, data: string) => page.beacons.push([url, data]),
    },
    WebSocket: FakeWebSocket,
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  return page;
}
