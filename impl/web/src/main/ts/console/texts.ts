import type { Language, State } from '../core/types';

const TEXTS = {
  address: ['Address', '地址'],
  connect: ['Connect', '连接'],
  connection: ['Connection', '连接'],
  delay: ['Delay', '延迟'],
  delayNote: [
    'Measured with the engine “loopback”: what you say comes back.',
    '使用引擎“loopback”测量：您说的话会传回来。',
  ],
  depth: ['Jitter buffer', '抖动缓冲'],
  disconnect: ['Disconnect', '断开'],
  dismiss: ['Dismiss', '关闭'],
  engine: ['Engine', '引擎'],
  export: ['Save as JSON', '保存为 JSON'],
  holdToTalk: ['Hold to talk', '按住说话'],
  language: ['Language', '语言'],
  level: ['Level', '音量'],
  losses: ['Left out', '丢弃'],
  mouthToEar: ['Mouth to ear', '口到耳'],
  playTones: ['Play', '播放'],
  retries: ['Retries:', '重试次数：'],
  roundTrip: ['Round trip', '往返'],
  rungConnecting: ['connecting', '正在连接'],
  rungHello: ['hello sent', '已问候'],
  rungOpen: ['open', '已打开'],
  rungReady: ['ready', '就绪'],
  rungWelcomed: ['welcomed', '已欢迎'],
  talkHeading: ['Talk', '说话'],
  talking: ['Listening…', '正在聆听…'],
  testTones: ['Test tones, without a microphone', '测试音（不需要麦克风）'],
  timeline: ['Timeline', '时间线'],
  toggleMode: ['Press once to start, once to stop', '按一次开始，再按一次停止'],
  toggleToTalk: ['Press to talk', '按下说话'],
  transcript: ['Transcript', '转写'],
  wrongTones: ['Only 0–9, A–D, * and # are key tones.', '按键音只有 0–9、A–D、* 和 #。'],
} as const;

const STATES: Readonly<Record<State, readonly [string, string]>> = {
  CLOSED: ['not connected', '未连接'],
  CONNECTING: ['connecting', '正在连接'],
  OPEN: ['open, not ready', '已打开，未就绪'],
  HELLO_SENT: ['open, not ready', '已打开，未就绪'],
  WELCOMED: ['open, not ready', '已打开，未就绪'],
  READY: ['ready', '就绪'],
  RECOVERING: ['recovering', '正在恢复'],
};

export type TextId = keyof typeof TEXTS;

export function text(id: TextId, language: Language): string {
  return TEXTS[id][language === 'en' ? 0 : 1];
}

export function stateText(state: State, language: Language): string {
  return STATES[state][language === 'en' ? 0 : 1];
}

/** Writes all texts that stand in the page. */
export function translate(language: Language): void {
  document.documentElement.lang = language;
  document.querySelectorAll<HTMLElement>('[data-text]').forEach((element) => {
    element.textContent = text(element.dataset.text as TextId, language);
  });
}
