export { openAudio } from './context';
export { FRAME_BYTES, FRAME_SAMPLES, SAMPLE_RATE } from './format';
export type { JitterStats } from './jitterBuffer';
export { FLOOR_DBFS, type Level, levelOf } from './level';
export { type MicrophoneOptions, openMicrophone } from './microphone';
export { openPlayback, type Playback, type PlaybackStats } from './playback';
export type { FrameSink, Source } from './source';
export { playTestTones } from './testTones';
export { areKeys, toneFrames } from './tones';
