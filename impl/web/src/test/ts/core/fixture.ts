import { VoiceClient } from '../../../main/ts/core/client';
import type { ClientOptions, State, VoiceProblem } from '../../../main/ts/core/types';
import { ManualPlatform } from './manualPlatform';

export const URL = 'wss://host/app/realtime-voice/stream?secret=1';

/** A client on a platform in the hand of a test, with what it told. */
export function fixture(options: Partial<ClientOptions> = {}) {
  const platform = new ManualPlatform();
  const client = new VoiceClient(platform, { url: URL, ...options });
  const states: State[] = [];
  const problems: VoiceProblem[] = [];
  const finals: VoiceProblem[] = [];
  client.on('state', ({ to }) => states.push(to));
  client.on('problem', (problem) => problems.push(problem));
  client.on('final', (problem) => finals.push(problem));
  return {
    platform,
    clock: platform.clock,
    client,
    states,
    problems,
    finals,
    /** Every entry of the timeline as `time event detail…`. */
    timeline: (): string[] =>
      client.timeline.entries.map(({ at, event, detail }) =>
        [at, event, ...Object.values(detail)].join(' '),
      ),
    connected: (): void => {
      client.connect();
      platform.socket.openAndWelcome();
    },
  };
}
