import type { Language, State } from '../../lib/realtime-voice';

/** What the page says, in one language. */
export interface Texts {
  readonly hold: string;
  readonly listening: string;
  readonly tapToTalk: string;
  readonly tapToStop: string;
  readonly toggle: string;
  readonly connect: string;
  readonly allow: string;
  readonly hint: string;
  readonly interrupted: string;
  readonly state: Readonly<Record<State, string>>;
}

const EN: Texts = {
  hold: 'Hold to talk',
  listening: 'Listening…',
  tapToTalk: 'Tap to talk',
  tapToStop: 'Listening… Tap to stop',
  toggle: 'Tap to start, again to stop',
  connect: 'Connect again',
  allow: 'Allow the microphone',
  hint: 'Your words appear here.',
  interrupted: 'Another app has the microphone.',
  state: {
    CLOSED: 'not connected',
    CONNECTING: 'connecting…',
    OPEN: 'connecting…',
    HELLO_SENT: 'connecting…',
    WELCOMED: 'connecting…',
    READY: 'ready',
    RECOVERING: 'connecting again…',
  },
};

const ZH: Texts = {
  hold: '按住说话',
  listening: '正在聆听…',
  tapToTalk: '点击说话',
  tapToStop: '正在聆听…点击停止',
  toggle: '点击开始，再次点击停止',
  connect: '重新连接',
  allow: '允许使用麦克风',
  hint: '您的话会显示在这里。',
  interrupted: '麦克风正被其他应用使用。',
  state: {
    CLOSED: '未连接',
    CONNECTING: '正在连接…',
    OPEN: '正在连接…',
    HELLO_SENT: '正在连接…',
    WELCOMED: '正在连接…',
    READY: '就绪',
    RECOVERING: '正在重新连接…',
  },
};

export function textsIn(language: Language): Texts {
  return language === 'zh' ? ZH : EN;
}
