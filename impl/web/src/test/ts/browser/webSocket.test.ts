import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWebSocket } from '../../../main/ts/browser/webSocket';
import { FakeWebSocket, openPage } from './fakePage';

function opened() {
  openPage();
  const told: unknown[][] = [];
  const socket = openWebSocket('wss://host/x', {
    onOpen: () => told.push(['open']),
    onText: (text) => told.push(['text', text]),
    onBinary: (data) => told.push(['binary', data.byteLength]),
    onClose: (code, reason) => told.push(['close', code, reason]),
    onFailure: (verdict, detail) => told.push(['failure', verdict, detail]),
  });
  const [real] = FakeWebSocket.made;
  if (real === undefined) {
    throw new Error('no socket');
  }
  return { real, socket, told };
}

test('all that can happen is heard in the turn in which the socket is made', () => {
  const { real, told } = opened();
  real.open();
  real.onmessage({ data: '{}' });
  real.onmessage({ data: new ArrayBuffer(640) });
  real.onclose({ code: 1006, reason: '' });

  assert.equal(real.binaryType, 'arraybuffer');
  assert.deepEqual(told, [['open'], ['text', '{}'], ['binary', 640], ['close', 1006, '']]);
});

test('a send to a socket that is not open, or no more, throws not', () => {
  const { real, socket } = opened();
  socket.send('early');
  real.open();
  socket.send('right');
  real.readyState = 2;
  socket.send('late');

  assert.deepEqual(real.sent, ['right']);
});

test('what waits to leave, and the close, are those of the WebSocket', () => {
  const { real, socket } = opened();
  real.bufferedAmount = 7;
  assert.equal(socket.bufferedAmount, 7);
  socket.close(4480, 'CONNECTION_LOST');

  assert.deepEqual(real.closes, [[4480, 'CONNECTION_LOST']]);
});
