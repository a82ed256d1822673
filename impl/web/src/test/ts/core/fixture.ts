import { VoiceClient } from '../../../main/ts/core/client';
import type { ClientOptions, State, VoiceProblem } from '../../../main/ts/core/types';
import { AskingPlatform, ManualPlatform } from './manualPlatform';

export const URL = 'wss://host/app/realtime-voice/stream?secret=1';

/** A client on a platform in the hand of a test, with what it told. */
export function fixture(options: Partial<ClientOptions> = {}) {
  return fixtureOn(new ManualPlatform(), options);
}

/** The same on one that has HTTP, too. */
export function askingFixture(options: Partial<ClientOptions> = {}) {
  return fixtureOn(new AskingPlatform(), options);
}

function fixtureOn<P extends ManualPlatform>(platform: P, options: Partial<ClientOptions>) {
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
