import { Listeners } from './listeners';

type Recorder = WechatMiniprogram.RecorderManager;

/** The one recorder of a mini program; the test says what it hears. */
export class WxRecorder implements Recorder {
  readonly starts: WechatMiniprogram.RecorderManagerStartOption[] = [];
  private recording = false;
  private readonly frames = new Listeners<WechatMiniprogram.OnFrameRecordedListenerResult>();
  private readonly stops = new Listeners<WechatMiniprogram.OnStopListenerResult>();
  private readonly errors = new Listeners<WechatMiniprogram.GeneralCallbackResult>();
  private readonly begins = new Listeners<WechatMiniprogram.GeneralCallbackResult>();
  private readonly ends = new Listeners<WechatMiniprogram.GeneralCallbackResult>();

  get isRecording(): boolean {
    return this.recording;
  }

  /** What is said; only a recorder that records hears it. */
  hear(piece: ArrayBuffer): void {
    if (this.recording) {
      this.frames.tell({ frameBuffer: piece, isLastFrame: false });
    }
  }

  /** What happens after ten minutes. */
  reachLimit(): void {
    this.halt();
  }

  interrupt(): void {
    this.begins.tell({ errMsg: 'interruptionBegin' });
    this.halt();
  }

  resumeAfterInterruption(): void {
    this.ends.tell({ errMsg: 'interruptionEnd' });
  }

  fail(errMsg: string): void {
    this.recording = false;
    this.errors.tell({ errMsg });
  }

  start(option: WechatMiniprogram.RecorderManagerStartOption): void {
    this.starts.push(option);
    this.recording = true;
  }

  stop(): void {
    setImmediate(() => this.halt());
  }

  onFrameRecorded(listener: WechatMiniprogram.OnFrameRecordedCallback): void {
    this.replace(this.frames, listener);
  }

  onStop(listener: WechatMiniprogram.RecorderManagerOnStopCallback): void {
    this.replace(this.stops, listener);
  }

  onError(listener: WechatMiniprogram.UDPSocketOnErrorCallback): void {
    this.replace(this.errors, listener);
  }

  onInterruptionBegin(listener: WechatMiniprogram.OnInterruptionBeginCallback): void {
    this.replace(this.begins, listener);
  }

  onInterruptionEnd(listener: WechatMiniprogram.OnInterruptionEndCallback): void {
    this.replace(this.ends, listener);
  }

  onPause(): void {}
  onResume(): void {}
  onStart(): void {}
  pause(): void {}
  resume(): void {}

  private halt(): void {
    if (this.recording) {
      this.recording = false;
      this.stops.tell({ duration: 0, fileSize: 0, tempFilePath: '' });
    }
  }

  /** The one recorder has one listener for each thing: the latest. */
  private replace<T>(listeners: Listeners<T>, listener: (value: T) => void): void {
    listeners.remove();
    listeners.add(listener);
  }
}
