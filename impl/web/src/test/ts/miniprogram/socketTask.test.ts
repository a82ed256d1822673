import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSocketTask } from '../../../main/ts/miniprogram/socketTask';
import { phone } from './fakeWx';

function opened() {
  const wx = phone();
  const told: unknown[][] = [];
  const socket = openSocketTask('wss://host/x', {
    onOpen: () => told.push(['open']),
    onText: (text) => told.push(['text', text]),
    onBinary: (data) => told.push(['binary', data.byteLength]),
    onClose: (code, reason) => told.push(['close', code, reason]),
    onFailure: (verdict, detail) => told.push(['failure', verdict, detail]),
  });
  return { wx, task: wx.task, socket, told };
}

test('every listener is attached in the turn in which the socket is made', () => {
  const { wx, task } = opened();

  assert.deepEqual(task.listeners, ['open', 'message', 'close', 'error']);
  assert.equal(wx.tasks.length, 1);
  assert.equal(task.option.url, 'wss://host/x');
});

test('texts, audio and the close come through as they are', () => {
  const { task, told } = opened();
  task.open({});
  task.message({ data: '{}' });
  task.message({ data: new ArrayBuffer(640) });
  task.closed({ code: 4503, reason: 'draining' });

  assert.deepEqual(told, [['open'], ['text', '{}'], ['binary', 640], ['close', 4503, 'draining']]);
});

for (const [errMsg, verdict] of [
  ['connectSocket:fail url not in domain list', 'DOMAIN_NOT_ALLOWED'],
  ['connectSocket:fail exceed max task count', 'TOO_MANY_SOCKETS'],
  ['connectSocket:fail invalid url "x"', 'BAD_URL'],
  ['connectSocket:fail timeout', 'CONNECT_TIMED_OUT'],
  ['connectSocket:fail Unknown error', 'CONNECT_FAILED'],
  ['net::ERR_NAME_NOT_RESOLVED', 'DNS_FAILED'],
  ['connect ECONNREFUSED 192.0.2.1:443', 'CONNECTION_REFUSED'],
  ['connectSocket:fail errcode:-118 errormsg:connect failed', 'CONNECT_TIMED_OUT'],
  ['net::ERR_CERT_DATE_INVALID', 'TLS_EXPIRED'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'TLS_WRONG_HOST'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'TLS_UNTRUSTED'],
  ['connectSocket:fail ssl hand shake error', 'TLS_FAILED'],
  ['Unexpected server response: 401', 'UNAUTHORIZED'],
  ['Invalid HTTP status code 403', 'FORBIDDEN'],
  ['Invalid HTTP status code 404', 'NOT_FOUND'],
  ['Invalid HTTP status code 503', 'BAD_GATEWAY'],
  ['Unexpected server response: 301', 'REDIRECTED'],
] as const) {
  test(`${errMsg} is ${verdict}, told by fail() or by onError()`, () => {
    const byFail = opened();
    byFail.task.option.fail({ errMsg });
    const byError = opened();
    byError.task.error({ errMsg });

    assert.deepEqual(byFail.told, [['failure', verdict, errMsg]]);
    assert.deepEqual(byError.told, [['failure', verdict, errMsg]]);
  });
}

for (const errMsg of ['Software caused connection abort', 'The operation timed out']) {
  test(`"${errMsg}" after the open is a connection that was lost`, () => {
    const { task, told } = opened();
    task.open({});
    task.error({ errMsg });

    assert.deepEqual(told[1], ['failure', 'CONNECTION_LOST', errMsg]);
  });
}

test('what was given to WeChat and has not left is what waits', () => {
  const { task, socket } = opened();
  socket.send('four');
  socket.send(new ArrayBuffer(640));
  assert.equal(socket.bufferedAmount, 644);
  task.sent[0]?.complete();
  assert.equal(socket.bufferedAmount, 640);
  task.sent[1]?.complete();

  assert.equal(socket.bufferedAmount, 0);
});

test('a close has a code and a reason', () => {
  const { task, socket } = opened();
  socket.close(4480, 'SERVER_SILENT');

  assert.deepEqual(task.closes, [{ code: 4480, reason: 'SERVER_SILENT' }]);
});
