import assert from 'node:assert/strict';
import { test } from 'node:test';

const page = { protocol: 'https:' };
Object.defineProperty(globalThis, 'location', { value: page, configurable: true });
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });
const { browser } = await import('../../../main/ts/browser/platform');

for (const [protocol, url, verdict] of [
  ['https:', 'wss://host/x', null],
  ['https:', 'ws://host/x', 'NOT_WSS'],
  ['http:', 'ws://host/x', null],
  ['http:', 'wss://host/x', null],
  ['http:', 'http://host/x', 'BAD_URL'],
  ['http:', 'host/x', 'BAD_URL'],
  ['http:', '', 'BAD_URL'],
] as const) {
  test(`${url || 'nothing'} on a page of ${protocol} is ${verdict ?? 'right'}`, () => {
    page.protocol = protocol;

    assert.equal(browser.checkUrl(url), verdict);
  });
}
