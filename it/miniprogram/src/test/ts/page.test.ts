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

let server: SampleServer;
let speech: Buffer;

before(async () => {
  server = await SampleServer.start();
  const wav = join(mkdtempSync(join(tmpdir(), 'realtime-voice-')), 'keys.wav');
  execFileSync('java', ['-jar', SAMPLE, 'tones', KEYS, wav], { stdio: 'ignore' });
  speech = readFileSync(wav).subarray(HEADER);
});

after(() => server.stop());

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
