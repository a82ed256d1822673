/** The channel's endpoint beside the page: `./stream`, as ws or wss. */
export function endpointBeside(page: string): string {
  const url = new URL('./stream', page);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

/** An address without what may be secret in it. */
export function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/\/\/[^/]*@/, '//');
}
