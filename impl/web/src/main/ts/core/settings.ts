import type { ClientOptions } from './types';

/** The options with their defaults. */
export interface Settings {
  readonly url: string;
  readonly welcomeTimeoutMs: number;
  readonly silenceMs: number;
  readonly helloRepeatMs: readonly number[];
  readonly maxRetries: number;
  readonly retryDelayMs: number;
  readonly maxRetryDelayMs: number;
  readonly stableMs: number;
  readonly timelineSize: number;
  readonly keepAudioMs: number;
  readonly uplinkPolicy: 'drop-newest' | 'close';
}

const DEFAULTS: Omit<Settings, 'url'> = {
  welcomeTimeoutMs: 15_000,
  silenceMs: 4_000,
  helloRepeatMs: [800, 1_600, 3_200],
  maxRetries: 3,
  retryDelayMs: 2_000,
  maxRetryDelayMs: 20_000,
  stableMs: 5_000,
  timelineSize: 500,
  keepAudioMs: 30_000,
  uplinkPolicy: 'drop-newest',
};

export function settingsOf(options: ClientOptions): Settings {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  return { ...DEFAULTS, ...(Object.fromEntries(given) as ClientOptions) } as Settings;
}
