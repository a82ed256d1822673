import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpGet } from '../../../main/ts/browser/http';
import { openPage } from './fakePage';

const HERE = 'https://host/ping';
const ELSEWHERE = 'https://elsewhere/ping';

test('an answer comes with its status and its JSON', async () => {
  openPage().http = () => response({ status: 200, json: () => Promise.resolve({ a: 1 }) });

  assert.deepEqual(await httpGet(HERE, 100), { status: 200, redirected: false, json: { a: 1 } });
});

test('an answer without JSON is one, too', async () => {
  openPage().http = () => response({ status: 502 });

  assert.deepEqual(await httpGet(HERE, 100), { status: 502, redirected: false, json: null });
});

test('a redirect is not followed, but told', async () => {
  openPage().http = () => response({ status: 0, type: 'opaqueredirect' });

  assert.deepEqual(await httpGet(HERE, 100), { status: 0, redirected: true, json: null });
});

test('what nobody answers is null', async () => {
  openPage();

  assert.equal(await httpGet(HERE, 100), null);
  assert.equal(await httpGet(ELSEWHERE, 100), null);
});

test('what may not be read is known to be there', async () => {
  let asked = 0;
  openPage().http = () => (asked++ === 0 ? Promise.reject(new TypeError()) : response({}));

  assert.deepEqual(await httpGet(ELSEWHERE, 100), { status: 0, redirected: false, json: null });
});

function response(of: Record<string, unknown>): Promise<unknown> {
  return Promise.resolve({ type: 'basic', json: () => Promise.reject(new SyntaxError()), ...of });
}
