import { URL } from '../../config';
import {
  createVoiceClient,
  type Language,
  openRecorder,
  Utterance,
  type VoiceClient,
  VoiceError,
  type VoiceProblem,
} from '../../lib/realtime-voice';
import { allowed, openSettings } from './microphone';
import { textsIn } from './texts';

interface Shown {
  readonly title: string;
  readonly advice: string;
}

const language: Language = wx.getAppBaseInfo().language.startsWith('zh') ? 'zh' : 'en';
const texts = textsIn(language);

let client: VoiceClient | null = null;
let utterance: Utterance | null = null;

/** Hold to talk, or tap to start and to stop; and read what was said. */
Page({
  data: {
    texts,
    state: 'CLOSED',
    stateText: texts.state.CLOSED,
    ready: false,
    closed: false,
    talking: false,
    toggle: false,
    talkText: texts.hold,
    refused: false,
    final: '',
    partial: '',
    problem: null as Shown | null,
  },

  onLoad() {
    const created = createVoiceClient({ url: URL, language });
    client = created;
    created.on('state', ({ to }) => {
      this.setData({
        state: to,
        stateText: texts.state[to],
        ready: to === 'READY',
        closed: to === 'CLOSED',
      });
    });
    created.on('ready', () => this.setData({ problem: null }));
    created.on('resumed', () => this.setData({ problem: null }));
    created.on('result', ({ text, isFinal }) =>
      this.setData(
        isFinal ? { final: this.data.final + text, partial: '' } : { partial: text },
      ),
    );
    created.on('silent', (problem) => this.show(problem));
    created.on('problem', (problem) => this.show(problem));
    created.on('final', (problem) => this.show(problem));
    created.connect();
  },

  onUnload() {
    utterance?.end();
    client?.close();
    client = null;
  },

  onHide() {
    // WeChat takes the microphone away in the background.
    utterance?.end();
  },

  async talk() {
    const current = client;
    if (current === null || utterance !== null || !this.data.ready) {
      return;
    }
    this.setData({ final: '', partial: '', problem: null });
    this.showButton(true, this.data.toggle);
    const said = new Utterance(current, { engineType: '16k_zh', wordInfo: 1 }, (sink) =>
      this.microphone(sink),
    );
    utterance = said;
    try {
      await said.finished;
    } catch (error) {
      this.show(error instanceof VoiceError ? error : new VoiceError('UNKNOWN', language));
    } finally {
      utterance = null;
      this.setData({ partial: '' });
      this.showButton(false, this.data.toggle);
    }
  },

  press() {
    if (!this.data.toggle) {
      void this.talk();
    }
  },

  release() {
    if (!this.data.toggle) {
      utterance?.end();
    }
  },

  tap() {
    if (this.data.toggle && utterance !== null) {
      utterance.end();
    } else if (this.data.toggle) {
      void this.talk();
    }
  },

  /** Who cannot hold a button, or has it pressed by a screen reader, taps it. */
  chooseMode({ detail }: WechatMiniprogram.SwitchChange) {
    utterance?.end();
    this.showButton(this.data.talking, detail.value);
  },

  connect() {
    this.setData({ problem: null });
    client?.connect();
  },

  async allow() {
    this.setData({ refused: !(await openSettings()), problem: null });
  },

  async microphone(sink: (frame: ArrayBuffer) => void) {
    if (!(await allowed())) {
      this.setData({ refused: true });
      throw new VoiceError('MICROPHONE_REFUSED', language);
    }
    return openRecorder(sink, {
      failed: (verdict, detail) => {
        this.show(new VoiceError(verdict, language, { detail }));
        utterance?.end();
      },
      interrupted: (now) =>
        this.setData({ problem: now ? { title: texts.interrupted, advice: '' } : null }),
    });
  },

  showButton(talking: boolean, toggle: boolean) {
    const [idle, busy] = toggle
      ? [texts.tapToTalk, texts.tapToStop]
      : [texts.hold, texts.listening];
    this.setData({ talking, toggle, talkText: talking ? busy : idle });
  },

  show({ title, advice }: VoiceProblem) {
    this.setData({ problem: { title, advice } });
  },
});
