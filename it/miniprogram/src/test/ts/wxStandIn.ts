import { WebSocket } from 'ws';
import { Listeners } from './listeners';
import type { NeededWx } from './needed';
import { WxRecorder } from './wxRecorder';
import { ask, failure } from './wxRequest';
import { type Order, WxSocket } from './wxSocket';

/** WeChat's own limit. */
const MAX_SOCKETS = 5;

/** As WeChat says it of sockets and of requests alike. */
const NOT_LISTED = 'url not in domain list';

/**
 * WeChat, as far as the client uses it: real sockets, real HTTP, and its rules. A socket is to `wss`
 * and a domain on the list, a request to `https` and a domain on another list; where they really lead
 * is up to the test, since the real server has no certificate for the domain.
 */
export class WxStandIn implements NeededWx {
  readonly recorder = new WxRecorder();
  readonly sockets: WxSocket[] = [];
  readonly modals: WechatMiniprogram.ShowModalOption[] = [];
  readonly urls: string[] = [];
  readonly requests: string[] = [];
  recordAllowed = true;
  /** In which the events of new sockets come. */
  order: Order = 'usual';
  /** Whether the list of domains for sockets is empty. */
  refusing = false;
  /** Whether the domains of the sockets are on the list for requests, too. */
  requestsAllowed = true;
  language: WechatMiniprogram.AppBaseInfo['language'] = 'zh_CN';
  private live = new Set<WxSocket>();
  private readonly hides = new Listeners<WechatMiniprogram.HideOptionsApp>();
  private readonly shows = new Listeners<WechatMiniprogram.LaunchOptionsApp>();
  private readonly networks =
    new Listeners<WechatMiniprogram.OnNetworkStatusChangeListenerResult>();

  /**
   * @param hosts the domains on the list, and where each leads
   */
  constructor(private readonly hosts: Readonly<Record<string, string>>) {}

  /** How many listeners to the app's life and to the network there are. */
  get listeners(): number {
    return this.hides.size + this.shows.size + this.networks.size;
  }

  get liveSockets(): number {
    return this.live.size;
  }

  /** The app goes to the background for longer than WeChat keeps its sockets, and comes back. */
  background(): void {
    this.hide();
    [...this.live].forEach((socket) => socket.cut('interrupted'));
    this.show();
  }

  /** The user leaves the app, */
  hide(): void {
    this.hides.tell({});
  }

  /** and comes back. */
  show(): void {
    this.shows.tell({} as WechatMiniprogram.LaunchOptionsApp);
  }

  /** The phone moves to another network, and its connections do not. */
  switchNetwork(networkType: 'wifi' | '4g'): void {
    [...this.live].forEach((socket) => socket.cut('network'));
    this.networks.tell({ isConnected: true, networkType });
  }

  connectSocket(option: WechatMiniprogram.ConnectSocketOption): WechatMiniprogram.SocketTask {
    this.urls.push(option.url);
    const url = new URL(option.url);
    const target = this.hosts[url.host];
    if (target === undefined || this.refusing) {
      return this.refused(option, `connectSocket:fail ${NOT_LISTED}`);
    }
    if (this.live.size >= MAX_SOCKETS) {
      return this.refused(option, 'connectSocket:fail exceed max task count');
    }
    const socket: WxSocket = new WxSocket(
      new WebSocket(target + url.pathname),
      () => this.live.delete(socket),
      this.order,
    );
    this.live.add(socket);
    this.sockets.push(socket);
    return socket;
  }

  request: NeededWx['request'] = ((option: WechatMiniprogram.RequestOption) => {
    this.requests.push(option.url);
    const url = new URL(option.url);
    const target = this.hosts[url.host]?.replace(/^ws/, 'http');
    if (url.protocol === 'https:' && target !== undefined && this.requestsAllowed) {
      void ask(option, target + url.pathname);
    } else {
      setImmediate(() => option.fail?.(failure(NOT_LISTED)));
    }
  }) as NeededWx['request'];

  getRecorderManager(): WechatMiniprogram.RecorderManager {
    return this.recorder;
  }

  getAppBaseInfo(): WechatMiniprogram.AppBaseInfo {
    return { language: this.language } as WechatMiniprogram.AppBaseInfo;
  }

  getNetworkType: NeededWx['getNetworkType'] = ((option: WechatMiniprogram.GetNetworkTypeOption) =>
    option.success?.({
      networkType: 'wifi',
      errMsg: 'ok',
    } as WechatMiniprogram.GetNetworkTypeSuccessCallbackResult)) as NeededWx['getNetworkType'];

  authorize: NeededWx['authorize'] = ((option: WechatMiniprogram.AuthorizeOption) =>
    this.recordAllowed
      ? option.success?.({ errMsg: 'ok' })
      : option.fail?.({ errMsg: 'authorize:fail auth deny' })) as NeededWx['authorize'];

  openSetting: NeededWx['openSetting'] = ((option: WechatMiniprogram.OpenSettingOption) =>
    option.success?.({
      authSetting: { 'scope.record': this.recordAllowed },
      errMsg: 'ok',
    } as WechatMiniprogram.OpenSettingSuccessCallbackResult)) as NeededWx['openSetting'];

  showModal: NeededWx['showModal'] = ((option: WechatMiniprogram.ShowModalOption) =>
    void this.modals.push(option)) as NeededWx['showModal'];

  onAppHide(listener: WechatMiniprogram.OnAppHideCallback): void {
    this.hides.add(listener);
  }

  offAppHide(listener?: WechatMiniprogram.OffAppHideCallback): void {
    this.hides.remove(listener);
  }

  onAppShow(listener: WechatMiniprogram.OnAppShowCallback): void {
    this.shows.add(listener);
  }

  offAppShow(listener?: WechatMiniprogram.OffAppShowCallback): void {
    this.shows.remove(listener);
  }

  onNetworkStatusChange(listener: WechatMiniprogram.OnNetworkStatusChangeCallback): void {
    this.networks.add(listener);
  }

  offNetworkStatusChange(listener?: WechatMiniprogram.OffNetworkStatusChangeCallback): void {
    this.networks.remove(listener);
  }

  private refused(
    option: WechatMiniprogram.ConnectSocketOption,
    errMsg: string,
  ): WechatMiniprogram.SocketTask {
    setImmediate(() => option.fail?.({ errMsg }));
    return new WxSocket(null, () => undefined, this.order);
  }
}
