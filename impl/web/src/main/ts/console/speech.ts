import { levelOf } from '../audio/level';
import { openMicrophone } from '../audio/microphone';
import { playTestTones } from '../audio/testTones';
import type { VoiceClient } from '../core/client';
import { VoiceError } from '../core/problem';
import type { StartFields } from '../core/types';
import type { AudioDevices } from './audioDevices';
import type { Delays } from './delays';
import type { Locale } from './locale';
import { type OpenSource, type Phase, Talk } from './talk';
import { LevelMeter } from './view/levelMeter';
import type { ProblemView } from './view/problemView';
import type { TalkPhase } from './view/talkButton';

/** What the user says, or lets tones say: one utterance at a time. */
export class Speech {
  private readonly level = new LevelMeter();
  private talk: Talk | null = null;
  private phase: Phase = 'idle';
  private tones = false;

  constructor(
    private readonly locale: Locale,
    private readonly problems: ProblemView,
    private readonly delays: Delays,
    private readonly devices: AudioDevices,
    private readonly changed: () => void,
  ) {}

  /** What to show of it while there is a connection. */
  get shown(): TalkPhase {
    return this.tones && this.phase !== 'idle' ? 'tones' : this.phase;
  }

  fromMicrophone(client: VoiceClient, fields: StartFields): void {
    this.tones = false;
    void this.speak(client, fields, async (sink, ended) => {
      const lost = (): void => {
        ended();
        this.problems.show(new VoiceError('MICROPHONE_FAILED', this.locale.language));
      };
      const { language } = this.locale;
      return openMicrophone(await this.devices.open(), sink, { language, lost });
    });
  }

  fromTones(client: VoiceClient, fields: StartFields, keys: string): void {
    this.tones = true;
    void this.speak(client, fields, async (sink, ended) =>
      playTestTones(await this.devices.open(), keys, sink, ended),
    );
  }

  end(): void {
    this.talk?.end();
  }

  private async speak(client: VoiceClient, fields: StartFields, open: OpenSource): Promise<void> {
    if (this.talk !== null) {
      return;
    }
    this.problems.hide();
    this.delays.begin();
    this.devices.playback?.reset();
    this.talk = new Talk({
      phase: (phase) => this.enter(phase),
      recorded: (frame) => this.level.show(levelOf(frame)),
      sent: (frame, capturedAt) => this.delays.sent(frame, capturedAt),
      failed: (error) => {
        // A client that is closed has told its cause, or was closed by the user.
        if (client.state !== 'CLOSED') {
          this.problems.show(asProblem(error, this.locale));
        }
      },
    });
    await this.talk.run(fields, (start) => client.start(start), open);
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    if (phase === 'idle') {
      this.talk = null;
      this.delays.end();
      this.level.silence();
    }
    this.changed();
  }
}

function asProblem(error: unknown, { language }: Locale): VoiceError {
  return error instanceof VoiceError
    ? error
    : new VoiceError('UNKNOWN', language, { detail: String(error) });
}
