/**
 * All of WeChat that the client and the page use: the stand-in must have it, in WeChat's own types
 * (miniprogram-api-typings), or this does not compile. A test looks that nothing else is used.
 */
export const NEEDED = [
  'authorize',
  'connectSocket',
  'getAppBaseInfo',
  'getNetworkType',
  'getRecorderManager',
  'offAppHide',
  'offAppShow',
  'offNetworkStatusChange',
  'onAppHide',
  'onAppShow',
  'onNetworkStatusChange',
  'openSetting',
  'request',
  'showModal',
] as const;

export type NeededWx = Pick<WechatMiniprogram.Wx, (typeof NEEDED)[number]>;
