import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Player } from '../../../main/ts/audio/player';

const BLOCK = 128;

function pcm(samples: number, value: (index: number) => number): ArrayBuffer {
  return Int16Array.from({ length: samples }, (_, i) => 32767 * value(i)).buffer;
}

function fill(player: Player, samples: number): number[] {
  const heard: number[] = [];
  const block = new Float32Array(BLOCK);
  while (heard.length < samples) {
    player.fill(block);
    heard.push(...block);
  }
  return heard;
}

function largestStep(heard: readonly number[]): number {
  return heard.reduce((most, sample, i) => Math.max(most, Math.abs(sample - (heard[i - 1] ?? 0))), 0);
}

for (const rate of [8000, 16000, 44100, 48000, 96000]) {
  test(`at ${rate} Hz it is told exactly when a sample is heard`, () => {
    const player = new Player(rate);
    const mark = 1600;
    player.play(pcm(2400, (i) => (i === mark ? 0.9 : 0)));
    const before = fill(player, 0.05 * rate);
    const { playedSamples } = player.stats;
    const told = before.length / rate + player.behindSeconds + (mark - playedSamples) / 16000;
    const heard = before.concat(fill(player, 0.2 * rate));
    const loudest = heard.reduce((best, each, i) => (each > (heard[best] ?? 0) ? i : best), 0);
    console.log(`told ${(1000 * told).toFixed(3)} ms, heard ${((1000 * loudest) / rate).toFixed(3)} ms`);

    assert.ok(playedSamples < mark);
    assert.ok(Math.abs(loudest / rate - told) < 1.5 / Math.min(rate, 16000));
  });
}

test('a reset within sound fades out, and what comes then fades in', () => {
  const player = new Player(48000);
  const loud = (i: number): number => Math.cos((2 * Math.PI * 100 * i) / 16000);
  player.play(pcm(3200, loud));
  const heard = fill(player, 4800);
  player.reset();
  player.play(pcm(3200, (i) => -loud(i)));
  heard.push(...fill(player, 9600));

  assert.ok(largestStep(heard) < 0.05, `${largestStep(heard)}`);
  assert.equal(player.stats.playedSamples, 3200);
});
