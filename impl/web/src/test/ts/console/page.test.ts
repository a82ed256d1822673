import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { eventText } from '../../../main/ts/console/events';
import { endpointBeside, withoutQuery } from '../../../main/ts/console/endpoint';
import { isLit, RUNGS } from '../../../main/ts/console/rungs';
import { format, TEXTS } from '../../../main/ts/console/texts';
import type { State } from '../../../main/ts/core/types';

const PAGE = readFileSync(new URL('../../../src/main/web/console.html', import.meta.url), 'utf8');

test('the endpoint is beside the page, and as secure as it', () => {
  assert.equal(
    endpointBeside('https://host/app/realtime-voice/console.html?a=1#b'),
    'wss://host/app/realtime-voice/stream',
  );
  assert.equal(
    endpointBeside('http://localhost:8080/realtime-voice/console.html'),
    'ws://localhost:8080/realtime-voice/stream',
  );
});

test('nothing secret of an address is exported', () => {
  assert.equal(withoutQuery('wss://me:secret@host/x?token=secret#secret'), 'wss://host/x');
});

test('the lights burn up to where the client is', () => {
  const lit = (state: State): string[] => RUNGS.filter((rung) => isLit(rung, state));

  assert.deepEqual(lit('CLOSED'), []);
  assert.deepEqual(lit('CONNECTING'), ['CONNECTING']);
  assert.deepEqual(lit('READY'), ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY']);
  assert.deepEqual(lit('RECOVERING'), ['RECOVERING']);
});

test('every text of the page exists, in both languages, with the same places in it', () => {
  const named = [...PAGE.matchAll(/data-(?:text|label)="(\w+)"/g)].map(([, key]) => key ?? '');
  const places = (text: string): string[] => [...(text.match(/\{\w+\}/g) ?? [])].sort();

  assert.ok(named.length > 30);
  assert.deepEqual(named.filter((key) => !(key in TEXTS.en)), []);
  for (const [key, text] of Object.entries(TEXTS.en)) {
    const chinese = TEXTS.zh[key as keyof typeof TEXTS.zh];
    assert.notEqual(chinese, '', key);
    assert.deepEqual(places(chinese), places(text), key);
  }
});

test('values take their places in a text, zero as well', () => {
  assert.equal(format('{a} of {b}', { a: 0, b: 'x' }), '0 of x');
  assert.equal(format('{a}'), '{a}');
});

test('nothing is inline, and nothing comes from elsewhere', () => {
  assert.doesNotMatch(PAGE, /\sstyle=|<style|\son\w+=|<script(?![^>]*\ssrc=)/);
  assert.doesNotMatch(PAGE, /(?:src|href)="(?:\w+:)?\/\//);
  assert.match(PAGE, /Content-Security-Policy[^>]*default-src 'none'/);
});

test('every field has a label, and every id is there once', () => {
  const ids = [...PAGE.matchAll(/\sid="([\w-]+)"/g)].map(([, id]) => id ?? '');
  const fields = [...PAGE.matchAll(/<(?:input|select)[^>]*\sid="([\w-]+)"/g)].map(([, id]) => id);
  const unlabelled = fields.filter(
    (id) =>
      !PAGE.includes(`for="${id}"`) &&
      !new RegExp(`<label[^>]*>(?:(?!</label>)[\\s\\S])*id="${id}"`).test(PAGE),
  );

  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(unlabelled, []);
});

test('the steps of the timeline have names in both languages', () => {
  assert.equal(eventText('silent', 'en'), 'silent');
  assert.equal(eventText('silent', 'zh'), '服务器无响应');
  assert.equal(eventText('of-a-later-client', 'zh'), 'of-a-later-client');
});

test('a button whose words change has no pressed state besides', () => {
  assert.doesNotMatch(PAGE, /<button[^>]*\sid="talk"[^>]*\saria-pressed=/);
});
