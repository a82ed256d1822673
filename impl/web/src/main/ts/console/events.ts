import type { Language, TimelineEventName } from '../core/types';

/** The steps of the timeline; English has the client's own names, as they stand in its log. */
const ZH: Readonly<Record<TimelineEventName, string>> = {
  connecting: '正在连接',
  open: '已打开',
  hello: '已发送问候',
  welcome: '收到欢迎',
  ready: '就绪',
  resume: '请求恢复会话',
  resumed: '会话已恢复',
  heartbeat: '心跳无应答',
  goaway: '服务器即将停止',
  gap: '下行音频缺失',
  slow: '服务器要求放慢',
  silent: '服务器无响应',
  failed: '连接失败',
  retry: '稍后重试',
  start: '请求开始',
  started: '已开始',
  result: '识别结果',
  stop: '请求停止',
  stopped: '已停止',
  error: '服务器报错',
  problem: '问题',
  lost: '连接断开',
  check: '检查连接',
  final: '不再重试',
  closed: '已关闭',
};

const ZH_OF: ReadonlyMap<string, string> = new Map(Object.entries(ZH));

export function eventText(name: string, language: Language): string {
  return (language === 'zh' ? ZH_OF.get(name) : undefined) ?? name;
}
