import { levelOf } from '../audio/level';
import { openMicrophone } from '../audio/microphone';
import { playTestTones } from '../audio/testTones';
import { areKeys } from '../audio/tones';
import { createVoiceClient } from '../browser/index';
import { languageOf } from '../browser/platform';
import type { VoiceClient } from '../core/client';
import { VoiceError } from '../core/problem';
import type { Language } from '../core/types';
import { AudioDevices } from './audioDevices';
import { showState } from './connectionView';
import { DelayView } from './delayView';
import { element } from './elements';
import { LoopbackMeter } from './loopbackMeter';
import { showProblem } from './problemView';
import { type OpenSource, Talk } from './talk';
import { TalkButton } from './talkButton';
import { text, translate } from './texts';
import { TimelineView } from './timelineView';
import { TranscriptView } from './transcriptView';

/** The endpoint is beside this page. */
function endpoint(): string {
  const url = new URL('stream', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** The page: what its parts say to each other. */
class Console {
  private language: Language = languageOf(navigator.language);
  private client: VoiceClient | null = null;
  private talk: Talk | null = null;
  private meter = new LoopbackMeter();
  private readonly delays = new DelayView(() => this.language);
  private readonly transcript = new TranscriptView();
  private readonly devices = new AudioDevices(
    () => this.language,
    (stats) => {
      if (this.talk !== null) {
        this.delays.addPlayback(stats, this.meter.played(stats.playedSamples, stats.at));
      }
    },
  );
  private readonly button = new TalkButton(
    () => this.language,
    () => void this.speak(this.microphone()),
    () => void this.talk?.end(),
  );

  start(): void {
    element('url', HTMLInputElement).value = endpoint();
    const locale = element('locale', HTMLSelectElement);
    locale.value = this.language;
    locale.addEventListener('change', () => this.translate(locale.value as Language));
    submitted('connection-form', () => this.connect());
    submitted('tones-form', () => void this.speakTones());
    clicked('disconnect', () => this.client?.close());
    clicked('problem-dismiss', () => showProblem(null));
    clicked('export', () => this.export());
    this.translate(this.language);
  }

  private translate(language: Language): void {
    this.language = language;
    translate(language);
    this.button.show(this.talk !== null);
    this.showState();
  }

  private connect(): void {
    showProblem(null);
    element('timeline', HTMLOListElement).replaceChildren();
    const client = createVoiceClient({
      url: element('url', HTMLInputElement).value.trim(),
      language: this.language,
      showFinal: showProblem,
    });
    this.client = client;
    new TimelineView(client);
    client.on('state', () => this.showState());
    client.on('retry', () => this.showState());
    client.on('silent', showProblem);
    client.on('problem', showProblem);
    client.on('ready', () => showProblem(null));
    client.on('result', (result) => this.transcript.add(result));
    client.on('audio', (pcm) => this.hear(pcm));
    client.connect();
  }

  private hear(pcm: ArrayBuffer): void {
    const roundTrip = this.meter.arrived(pcm.byteLength, performance.now());
    if (roundTrip !== null) {
      this.delays.addRoundTrip(roundTrip);
    }
    this.devices.playback?.play(pcm);
  }

  private async speak(open: OpenSource): Promise<void> {
    const client = this.client;
    if (client === null || this.talk !== null) {
      return;
    }
    showProblem(null);
    this.transcript.clear();
    this.delays.clear();
    this.meter = new LoopbackMeter();
    this.devices.playback?.reset();
    this.button.show(true);
    const meter = this.meter;
    const talk = new Talk({
      begun: () => undefined,
      sent: (frame, capturedAt) => {
        meter.frameSent(frame.byteLength, performance.now(), capturedAt);
        element('level', HTMLMeterElement).value = levelOf(frame).rms;
      },
      ended: () => this.silence(),
      failed: (error) => {
        this.silence();
        showProblem(asProblem(error, this.language));
      },
    });
    this.talk = talk;
    await talk.run(client, element('engine', HTMLInputElement).value.trim(), open);
  }

  private silence(): void {
    this.talk = null;
    this.button.show(false);
    element('level', HTMLMeterElement).value = -60;
  }

  private microphone(): OpenSource {
    return async (sink, ended) =>
      openMicrophone(await this.devices.open(), sink, { language: this.language, lost: ended });
  }

  private async speakTones(): Promise<void> {
    const input = element('tones-text', HTMLInputElement);
    const keys = input.value.toUpperCase().replace(/\s/g, '');
    const valid = areKeys(keys);
    input.setCustomValidity(valid ? '' : text('wrongTones', this.language));
    input.reportValidity();
    if (valid) {
      await this.speak(async (sink, ended) =>
        playTestTones(await this.devices.open(), keys, sink, ended),
      );
    }
  }

  private showState(): void {
    const client = this.client;
    showState(client?.state ?? 'CLOSED', client?.retries ?? 0, this.language);
  }

  private export(): void {
    const content = JSON.stringify(this.client?.timeline.entries ?? [], null, 2);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
    link.download = 'realtime-voice-timeline.json';
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

function asProblem(error: unknown, language: Language): VoiceError {
  return error instanceof VoiceError
    ? error
    : new VoiceError('UNKNOWN', language, { detail: String(error) });
}

function clicked(id: string, action: () => void): void {
  element(id, HTMLButtonElement).addEventListener('click', action);
}

function submitted(id: string, action: () => void): void {
  element(id, HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    action();
  });
}

new Console().start();
