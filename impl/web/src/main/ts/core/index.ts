export { VoiceClient } from './client';
export { VoiceError } from './problem';
export { VoiceStream } from './stream';
export { Timeline } from './timeline';
export { type FrameSource, type OpenSource, Utterance } from './utterance';
export * from './types';
