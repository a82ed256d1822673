type Failure = { errMsg: string };
type Tell<T> = (value: T) => void;

/** An HTTP request, which a test answers by hand. */
export interface Request {
  readonly url: string;
  readonly method?: string;
  readonly data?: string;
  success(result: { statusCode: number; data: unknown }): void;
  fail(failure: Failure): void;
}

const NOTHING = (): void => undefined;

/** A `SocketTask` in the hand of a test, with what the client did to it. */
export class FakeTask {
  open: Tell<unknown> = NOTHING;
  message: Tell<{ data: string | ArrayBuffer }> = NOTHING;
  closed: Tell<{ code: number; reason: string }> = NOTHING;
  error: Tell<Failure> = NOTHING;
  readonly sent: Array<{ data: string | ArrayBuffer; complete: () => void }> = [];
  readonly closes: Array<{ code: number; reason: string }> = [];
  readonly listeners: string[] = [];

  constructor(readonly option: { url: string; fail: Tell<Failure> }) {}

  onOpen(tell: Tell<unknown>): void {
    this.listeners.push('open');
    this.open = tell;
  }

  onMessage(tell: Tell<{ data: string | ArrayBuffer }>): void {
    this.listeners.push('message');
    this.message = tell;
  }

  onClose(tell: Tell<{ code: number; reason: string }>): void {
    this.listeners.push('close');
    this.closed = tell;
  }

  onError(tell: Tell<Failure>): void {
    this.listeners.push('error');
    this.error = tell;
  }

  send(option: { data: string | ArrayBuffer; complete: () => void }): void {
    this.sent.push(option);
  }

  close(option: { code: number; reason: string }): void {
    this.closes.push(option);
  }
}

/** WeChat's one recorder, with its rule that what records or is paused cannot be started. */
export class FakeRecorder {
  frame: Tell<{ frameBuffer: ArrayBuffer }> = NOTHING;
  stopped: () => void = NOTHING;
  error: Tell<Failure> = NOTHING;
  interruptionBegins: () => void = NOTHING;
  interruptionEnds: () => void = NOTHING;
  readonly calls: string[] = [];
  state: 'idle' | 'recording' | 'paused' = 'idle';

  onFrameRecorded(tell: Tell<{ frameBuffer: ArrayBuffer }>): void {
    this.frame = tell;
  }

  onStop(tell: () => void): void {
    this.stopped = tell;
  }

  onError(tell: Tell<Failure>): void {
    this.error = tell;
  }

  onInterruptionBegin(tell: () => void): void {
    this.interruptionBegins = tell;
  }

  onInterruptionEnd(tell: () => void): void {
    this.interruptionEnds = tell;
  }

  start(): void {
    this.calls.push('start');
    if (this.state === 'idle') {
      this.state = 'recording';
    } else {
      this.error({ errMsg: 'operateRecorder:fail:is recording or paused' });
    }
  }

  resume(): void {
    this.calls.push('resume');
    this.state = 'recording';
  }

  /** Only asks: {@link halt} is what a test does when it is time. */
  stop(): void {
    this.calls.push('stop');
  }

  halt(): void {
    this.state = 'idle';
    this.stopped();
  }

  /** A call comes in: WeChat pauses the recording. */
  interrupt(): void {
    this.interruptionBegins();
    this.state = 'paused';
  }
}

/** As much of `wx` as a test needs. */
export class FakeWx {
  readonly tasks: FakeTask[] = [];
  readonly recorder = new FakeRecorder();
  readonly modals: Array<{
    title: string;
    content: string;
    confirmText: string;
    success: Tell<{ confirm: boolean }>;
  }> = [];
  readonly shows: Array<() => void> = [];
  readonly hides: Array<() => void> = [];
  readonly requests: Request[] = [];
  readonly networks: Array<Tell<{ isConnected: boolean; networkType: string }>> = [];
  language = 'zh_CN';

  get task(): FakeTask {
    const last = this.tasks[this.tasks.length - 1];
    if (last === undefined) {
      throw new Error('no socket');
    }
    return last;
  }

  connectSocket(option: { url: string; fail: Tell<Failure> }): FakeTask {
    this.tasks.push(new FakeTask(option));
    return this.task;
  }

  getRecorderManager(): FakeRecorder {
    return this.recorder;
  }

  getAppBaseInfo(): { language: string } {
    return { language: this.language };
  }

  getNetworkType({ success }: { success: Tell<{ networkType: string }> }): void {
    success({ networkType: 'wifi' });
  }

  showModal(option: (typeof this.modals)[number]): void {
    this.modals.push(option);
  }

  request(option: Request): void {
    this.requests.push(option);
  }

  onAppHide(tell: () => void): void {
    this.hides.push(tell);
  }

  offAppHide(tell: () => void): void {
    this.hides.splice(this.hides.indexOf(tell), 1);
  }

  onAppShow(tell: () => void): void {
    this.shows.push(tell);
  }

  offAppShow(tell: () => void): void {
    this.shows.splice(this.shows.indexOf(tell), 1);
  }

  onNetworkStatusChange(tell: Tell<{ isConnected: boolean; networkType: string }>): void {
    this.networks.push(tell);
  }

  offNetworkStatusChange(tell: Tell<{ isConnected: boolean; networkType: string }>): void {
    this.networks.splice(this.networks.indexOf(tell), 1);
  }
}

/** Puts a new `wx` where the mini program's code looks for it. */
export function phone(): FakeWx {
  const wx = new FakeWx();
  Object.defineProperty(globalThis, 'wx', { value: wx, configurable: true });
  return wx;
}
