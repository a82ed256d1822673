import assert from 'node:assert/strict';
import { test } from 'node:test';
import { selfTestOf } from '../../../main/ts/console/check/places';
import { diagnosticsOf } from '../../../main/ts/core/inquiry';

test('the diagnostics are beside the channel, without its query and user', () => {
  assert.equal(
    diagnosticsOf('wss://me:secret@host:8443/app/realtime-voice/stream?token=secret'),
    'https://host:8443/app/realtime-voice/diagnostics',
  );
  assert.equal(
    diagnosticsOf('ws://localhost/realtime-voice/stream'),
    'http://localhost/realtime-voice/diagnostics',
  );
});

test('the self-test is beside the channel, with its query', () => {
  assert.equal(
    selfTestOf('wss://host/app/realtime-voice/stream?gate=1'),
    'wss://host/app/realtime-voice/test?gate=1',
  );
});

test('what is at no such path has neither', () => {
  assert.equal(diagnosticsOf('wss://host/chat'), null);
  assert.equal(selfTestOf('wss://host/chat/stream'), null);
  assert.equal(diagnosticsOf('nothing'), null);
});
