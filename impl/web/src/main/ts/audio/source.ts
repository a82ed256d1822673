/** Takes a frame of 20 ms of PCM16, 16 kHz, mono. */
export type FrameSink = (
  frame: ArrayBuffer,
  /** When its first sample was heard, in seconds of the audio context. */
  capturedAt: number,
) => void;

/** Something that gives frames until it is stopped. */
export interface Source {
  /** Stops; no frame comes after that. */
  stop(): void;
}
