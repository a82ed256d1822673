import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';

type Option = WechatMiniprogram.RequestOption;

/**
 * `wx.request` over real HTTP. Redirects are never followed: the client asks to see them.
 *
 * @param target where the URL really leads
 */
export async function ask(option: Option, target: string): Promise<void> {
  await answer(option, target).then(option.success, (error: unknown) =>
    option.fail?.(failure(reasonOf(error))),
  );
}

async function answer(
  { method = 'GET', data, timeout }: Option,
  target: string,
): Promise<WechatMiniprogram.RequestSuccessCallbackResult> {
  const asking = request(target, {
    method,
    agent: false,
    headers: { 'content-type': 'application/json' },
    ...(timeout === undefined ? {} : { timeout }),
  });
  asking.on('timeout', () => asking.destroy(new Error('timeout')));
  asking.end(typeof data === 'string' ? data : undefined);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response.setEncoding('utf8')) {
    text += String(chunk);
  }
  return {
    statusCode: response.statusCode ?? 0,
    data: parsed(text),
    header: response.headers,
    errMsg: 'request:ok',
  } as WechatMiniprogram.RequestSuccessCallbackResult;
}

/** What a request that has failed tells. */
export function failure(reason: string): WechatMiniprogram.RequestFailCallbackErr {
  const told = { errMsg: `request:fail ${reason}`, errno: 0 };
  return told as WechatMiniprogram.RequestFailCallbackErr;
}

/** WeChat gives JSON as what it stands for, and any other text as it is. */
function parsed(text: string): string | WechatMiniprogram.IAnyObject {
  try {
    return JSON.parse(text) as WechatMiniprogram.IAnyObject;
  } catch {
    return text;
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message: string };
  return code === 'ECONNREFUSED'
    ? 'errcode:-102 cronet_error_code:-102 error_msg:net::ERR_CONNECTION_REFUSED'
    : message;
}
