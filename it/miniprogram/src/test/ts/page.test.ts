import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { logged, page, type PageInstance, phone, SampleServer, Watch } from './fixture';

const KEYS = '0123456789*#ABCD';
const HEADER = 44;
const SAMPLE = new URL('../../../app/target/realtime-voice-sample.jar', import.meta.url).pathname;

const PAGE = new URL('../../app/miniprogram/pages/realtime-voice', import.meta.url).pathname;

let server: SampleServer;
let speech: Buffer;

before(async () => {
  server = await SampleServer.start();
  const wav = join(mkdtempSync(join(tmpdir(), 'realtime-voice-')), 'keys.wav');
  execFileSync('java', ['-jar', SAMPLE, 'tones', KEYS, wav], { stdio: 'ignore' });
  speech = readFileSync(wav).subarray(HEADER);
});

after(() => server.stop());

/** A short touch, as WeChat tells of it. */
function touch(shown: PageInstance): void {
  shown.press();
  shown.release();
  shown.tap();
}

/** In pieces of odd sizes, as phones deliver them. */
function pieces(audio: Buffer): ArrayBuffer[] {
  const cut: ArrayBuffer[] = [];
  for (let from = 0, size = 1; from < audio.length; from += size, size = (size * 7) % 4099) {
    cut.push(Uint8Array.from(audio.subarray(from, from + size)).buffer);
  }
  return cut;
}

/** Lets everything else happen first. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Presses the button of a page that is ready, and waits until the server takes audio. */
async function press(shown: PageInstance, watch: Watch): Promise<{ said: Promise<void> }> {
  const lines = logged(watch.told);
  await watch.until(() => shown.data.ready === true);
  const said = shown.talk();
  await watch.until(() => lines.some((line) => line.endsWith(' started')));
  return { said };
}

test('hold to talk: the words of the user appear on the page, exactly', async () => {
  const wx = phone(server.origin);
  const watch = new Watch();
  const shown = page(watch.told);
  shown.onLoad();
  const { said } = await press(shown, watch);
  for (const piece of pieces(speech)) {
    wx.recorder.hear(piece);
    await turn();
  }
  shown.release();
  await said;

  assert.equal(shown.data.final, KEYS);
  assert.equal(shown.data.problem, null);
  assert.equal(wx.recorder.isRecording, false);
  shown.onUnload();
  assert.equal(wx.liveSockets, 0);
  assert.equal(wx.listeners, 0);
});

test('the limit of ten minutes and a telephone call end a recording, not the utterance', async () => {
  const wx = phone(server.origin);
  const watch = new Watch();
  const shown = page(watch.told);
  shown.onLoad();
  const { said } = await press(shown, watch);
  const all = pieces(speech);
  for (const [i, piece] of all.entries()) {
    if (i === Math.floor(all.length / 3)) {
      wx.recorder.reachLimit();
    }
    if (i === Math.floor(all.length / 2)) {
      wx.recorder.interrupt();
      wx.recorder.hear(new ArrayBuffer(640));
      wx.recorder.resumeAfterInterruption();
    }
    wx.recorder.hear(piece);
    await turn();
  }
  shown.release();
  await said;

  assert.equal(shown.data.final, KEYS);
  assert.equal(wx.recorder.starts.length, 3);
  shown.onUnload();
});

test('a refused microphone is explained, and the way to the settings shown', async () => {
  const wx = phone(server.origin);
  wx.recordAllowed = false;
  const watch = new Watch();
  const shown = page(watch.told);
  shown.onLoad();
  await watch.until(() => shown.data.ready === true);
  await shown.talk();

  assert.equal((shown.data.problem as { title: string }).title, '没有麦克风权限。');
  assert.equal(shown.data.refused, true);
  wx.recordAllowed = true;
  await shown.allow();
  assert.equal(shown.data.refused, false);
  shown.onUnload();
});

test('whoever cannot hold the button taps it: once to start, and once to stop', async () => {
  const wx = phone(server.origin);
  const watch = new Watch();
  const shown = page(watch.told);
  const lines = logged(watch.told);
  shown.onLoad();
  await watch.until(() => shown.data.ready === true);
  assert.equal(shown.data.talkText, '按住说话');
  shown.chooseMode({ detail: { value: true } });
  assert.equal(shown.data.talkText, '点击说话');
  touch(shown);
  assert.equal(shown.data.talking, true);
  assert.equal(shown.data.talkText, '正在聆听…点击停止');
  await watch.until(() => lines.some((line) => line.endsWith(' started')));
  for (const piece of pieces(speech)) {
    wx.recorder.hear(piece);
    await turn();
  }
  touch(shown);
  await watch.until(() => shown.data.talking === false);

  assert.equal(shown.data.final, KEYS);
  assert.equal(shown.data.talkText, '点击说话');
  shown.chooseMode({ detail: { value: false } });
  assert.equal(shown.data.talkText, '按住说话');
  shown.onUnload();
});

test('held, the button records for as long as it is; the tap behind it means nothing', async () => {
  const wx = phone(server.origin);
  const watch = new Watch();
  const shown = page(watch.told);
  const lines = logged(watch.told);
  shown.onLoad();
  await watch.until(() => shown.data.ready === true);
  shown.press();
  assert.equal(shown.data.talking, true);
  await watch.until(() => lines.some((line) => line.endsWith(' started')));
  assert.equal(wx.recorder.isRecording, true);
  shown.release();
  shown.tap();
  await watch.until(() => shown.data.talking === false);

  assert.equal(wx.recorder.starts.length, 1);
  assert.equal(wx.recorder.isRecording, false);
  shown.onUnload();
});

test('after the dialog was closed, a button connects again', async () => {
  const wx = phone(server.origin);
  wx.refusing = true;
  const watch = new Watch();
  const shown = page(watch.told);
  logged(watch.told);
  shown.onLoad();
  await watch.until(() => shown.data.closed === true);
  await turn();
  assert.equal(wx.modals.length, 1);
  wx.modals[0]?.success?.({ confirm: false, cancel: true, content: '', errMsg: 'ok' });
  assert.equal(wx.urls.length, 1);
  wx.refusing = false;
  shown.connect();
  assert.equal(shown.data.closed, false);
  assert.equal(shown.data.problem, null);
  await watch.until(() => shown.data.ready === true);

  assert.equal(wx.liveSockets, 1);
  shown.onUnload();
});

test('each thing that the page can do is within reach of its user', () => {
  const source = readFileSync(`${PAGE}/index.ts`, 'utf8');
  const template = readFileSync(`${PAGE}/index.wxml`, 'utf8');
  const bound = new Set([...template.matchAll(/\bbind:\w+="(\w+)"/g)].map(([, name]) => name ?? ''));
  const called = new Set([...source.matchAll(/\bthis\.(\w+)\(/g)].map(([, name]) => name ?? ''));
  phone(server.origin);
  const shown = page(() => undefined) as unknown as Record<string, unknown>;
  const methods = Object.keys(shown).filter(
    (name) => typeof shown[name] === 'function' && !/^on[A-Z]|^setData$/.test(name),
  );

  assert.deepEqual(methods.filter((name) => !bound.has(name) && !called.has(name)), []);
  assert.deepEqual([...bound].filter((name) => !methods.includes(name)), []);
});

test('each button and switch says to a screen reader what it is for', () => {
  const template = readFileSync(`${PAGE}/index.wxml`, 'utf8');
  const controls = [...template.matchAll(/<(button|switch)\b((?:"[^"]*"|[^>"])*)>/g)];

  assert.ok(controls.length >= 4);
  for (const [all, , attributes] of controls) {
    assert.match(attributes ?? '', /\baria-label="\{\{[\w.]+\}\}"/, all);
  }
});
