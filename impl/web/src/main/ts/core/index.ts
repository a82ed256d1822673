export { VoiceClient } from './client';
export { VoiceError } from './problem';
export { VoiceStream } from './stream';
export { Timeline } from './timeline';
export * from './types';
