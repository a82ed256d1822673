// The global scope of an AudioWorklet (Web Audio API, section 1.32), which TypeScript's DOM library
// lacks.
declare const sampleRate: number;
declare const currentTime: number;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;
