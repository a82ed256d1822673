import { areKeys } from '../audio/tones';
import { languageOf } from '../browser/platform';
import type { VoiceClient } from '../core/client';
import type { Language, StartFields } from '../core/types';
import { AudioDevices } from './audioDevices';
import { Checkup } from './checkup';
import { Connection } from './connection';
import { Delays } from './delays';
import { endpointBeside } from './endpoint';
import { Locale } from './locale';
import { Speech } from './speech';
import { browserFacts, supportBundle } from './supportBundle';
import { download, timelineContent, timelineOf } from './timelineFile';
import { EnginePicker } from './view/enginePicker';
import { byId, onPress, setEnabled, setText, translatePage } from './view/page';
import { ProblemView } from './view/problemView';
import { TalkButton } from './view/talkButton';
import { TranscriptView } from './view/transcriptView';

/** The page: what its parts say to each other. */
class Console {
  private readonly locale = new Locale(languageOf(navigator.language));
  private readonly problems = new ProblemView(this.locale);
  private readonly transcript = new TranscriptView(this.locale);
  private readonly engine = new EnginePicker(this.locale);
  private readonly delays = new Delays(this.locale);
  private readonly devices = new AudioDevices(
    () => this.locale.language,
    (stats) => this.delays.played(stats),
  );
  private readonly speech = new Speech(
    this.locale,
    this.problems,
    this.delays,
    this.devices,
    () => this.render(),
  );
  private readonly button = new TalkButton(
    this.locale,
    () => this.whenReady((client) => this.speech.fromMicrophone(client, this.fields())),
    () => this.speech.end(),
  );
  private readonly connection = new Connection(this.locale, this.problems, this.delays, {
    stateChanged: () => this.stateChanged(),
    result: (result) => this.transcript.add(result),
    stopped: (stopped) => this.transcript.stopped(stopped),
    audio: (audio) => this.hear(audio),
  });
  private readonly checkup = new Checkup(this.locale, () => this.connection.address);
  private readonly playTones = byId('play-tones', HTMLButtonElement);
  private readonly tonesText = byId('tones-text', HTMLInputElement);
  private readonly measure = byId('measure', HTMLButtonElement);

  start(): void {
    this.connection.address = endpointBeside(location.href);
    const language = byId('locale', HTMLSelectElement);
    language.value = this.locale.language;
    language.addEventListener('change', () => this.locale.change(language.value as Language));
    onSubmit('connection-form', 'connect', () => this.connect());
    onSubmit('tones-form', 'play-tones', () => this.sendTones());
    onPress(byId('disconnect', HTMLButtonElement), () => this.connection.disconnect());
    onPress(this.measure, () => this.connection.measure());
    onPress(byId('export', HTMLButtonElement), () => this.export());
    onPress(byId('bundle', HTMLButtonElement), () => void this.saveBundle());
    this.tonesText.addEventListener('input', () => this.tonesText.setCustomValidity(''));
    this.locale.show(() => translatePage(this.locale));
    this.locale.show(() => this.render());
  }

  private connect(): void {
    // Within the click, or some browsers keep the sound off; if they do, talking will say so.
    this.devices.open().catch(() => undefined);
    this.connection.connect();
  }

  private stateChanged(): void {
    // An utterance outlives a lost connection; one that does not finds out by itself.
    if (this.connection.client?.state === 'CLOSED') {
      this.speech.end();
      void this.devices.close();
    }
    this.render();
  }

  private sendTones(): void {
    const keys = this.tonesText.value.toUpperCase().replace(/\s/g, '');
    const valid = keys !== '' && areKeys(keys);
    this.tonesText.setCustomValidity(valid ? '' : this.locale.text('notKeys'));
    if (this.tonesText.reportValidity()) {
      this.whenReady((client) => this.speech.fromTones(client, this.fields(), keys));
    }
  }

  private whenReady(action: (client: VoiceClient) => void): void {
    const { client } = this.connection;
    if (client?.connected === true) {
      action(client);
    }
  }

  private fields(): StartFields {
    const userId = byId('user-id', HTMLInputElement).value.trim();
    const token = byId('token', HTMLInputElement).value;
    return {
      engineType: this.engine.engine,
      voiceFormat: 1,
      wordInfo: 1,
      ...(userId === '' ? {} : { userId }),
      ...(token === '' ? {} : { token }),
    };
  }

  private hear(audio: ArrayBuffer): void {
    this.delays.received(audio);
    this.devices.playback?.play(audio);
  }

  private render(): void {
    const ready = this.connection.client?.connected === true;
    const { shown } = this.speech;
    this.button.show(ready || shown !== 'idle' ? shown : 'disconnected');
    setEnabled(this.playTones, ready && shown === 'idle');
    setText(this.playTones, this.locale.text('playTones'));
    setEnabled(this.measure, ready);
  }

  private export(): void {
    const { client, journal, address } = this.connection;
    download('realtime-voice-timeline.json', timelineOf(client, journal, address));
  }

  private async saveBundle(): Promise<void> {
    const { client, journal, address } = this.connection;
    const content = supportBundle(
      {
        connection: timelineContent(client, journal, address),
        browser: browserFacts(navigator),
        record: await this.checkup.recordOf(client?.welcome?.nonce),
        check: this.checkup.latest,
      },
      [byId('token', HTMLInputElement).value, byId('user-id', HTMLInputElement).value],
    );
    download('realtime-voice-support.json', content);
  }
}

/** The enter key submits a form even when its button is not to be pressed. */
function onSubmit(form: string, button: string, action: () => void): void {
  const submit = byId(button, HTMLButtonElement);
  byId(form, HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    if (submit.getAttribute('aria-disabled') !== 'true') {
      action();
    }
  });
}

new Console().start();
