/** Your server. It must be in the mini program's list of socket domains. */
export const URL = 'wss://voice.example.com/sample/realtime-voice/stream';
