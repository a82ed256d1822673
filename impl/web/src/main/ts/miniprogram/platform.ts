import type { Clock, HttpAnswer, Language, Platform, VerdictId, VoiceProblem } from '../core/types';
import { openSocketTask } from './socketTask';

const LABELS = {
  en: { retry: 'Try again', dismiss: 'Close' },
  zh: { retry: '重试', dismiss: '关闭' },
} as const;

const ANSWER_MS = 3_000;

const HOST = /^wss:\/\/[^/?#\s]+/;

const appClock: Clock = {
  now: () => Date.now(),
  schedule: (task, delayMs) => {
    const id = setTimeout(task, delayMs);
    return { cancel: () => clearTimeout(id) };
  },
};

/** A WeChat mini program. */
export interface MiniProgram extends Platform {
  /** The kind of network has changed. */
  useNetwork(name: string): void;
  /** The user has left it, or come back. */
  useHidden(hidden: boolean): void;
}

export function miniProgram(): MiniProgram {
  const language = languageOf(wx.getAppBaseInfo().language);
  let network = '';
  let hidden = false;
  wx.getNetworkType({ success: (result) => (network = result.networkType) });
  return {
    name: 'wechat',
    clock: appClock,
    language,
    random: () => Math.random(),
    network: () => network,
    useNetwork: (name) => (network = name),
    nonce: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`,
    checkUrl,
    connect: openSocketTask,
    hidden: () => hidden,
    useHidden: (now) => (hidden = now),
    httpGet,
    httpPost: (url, data) => void wx.request({ url, data, method: 'POST' }),
    showFinal: (problem, retry, chosen) => showModal(problem, chosen, retry),
    log: (line) => console.info(line),
  };
}

function httpGet(url: string, told: (answer: HttpAnswer | null) => void): void {
  wx.request({
    url,
    timeout: ANSWER_MS,
    redirect: 'manual',
    success: ({ statusCode: status, data: json }) =>
      told({ status, redirected: status >= 300 && status < 400, json }),
    // A domain that may not be asked says nothing of who would answer there.
    fail: ({ errMsg }) =>
      told(/domain list/i.test(errMsg) ? { status: 0, redirected: false, json: null } : null),
  });
}

function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

function checkUrl(url: string): VerdictId | null {
  if (HOST.test(url)) {
    return null;
  }
  return url.startsWith('ws://') ? 'NOT_WSS' : 'BAD_URL';
}

function showModal(problem: VoiceProblem, language: Language, retry: () => void): void {
  wx.showModal({
    title: problem.title,
    content: problem.advice,
    confirmText: LABELS[language].retry,
    cancelText: LABELS[language].dismiss,
    success: (result) => {
      if (result.confirm) {
        retry();
      }
    },
  });
}
