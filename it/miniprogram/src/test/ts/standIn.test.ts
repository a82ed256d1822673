import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { NEEDED } from './needed';

const HERE = new URL('../..', import.meta.url).pathname;
const TSC = `${HERE}node_modules/typescript/bin/tsc`;

function used(file: string): string[] {
  const source = readFileSync(`${HERE}${file}`, 'utf8');
  return [...source.matchAll(/\bwx\.(\w+)/g)].map(([, name]) => name ?? '');
}

test('the stand-in has what the client and the page use, and nothing more', () => {
  const all = [
    ...used('app/miniprogram/lib/realtime-voice.js'),
    ...used('app/miniprogram/pages/realtime-voice/index.ts'),
    ...used('app/miniprogram/pages/realtime-voice/microphone.ts'),
  ];

  assert.deepEqual([...new Set(all)].sort(), [...NEEDED].sort());
});

for (const method of ['connectSocket', 'request', 'onAppHide', 'onAppShow', 'offNetworkStatusChange']) {
  test(`a stand-in without ${method} does not compile`, () => {
    const copy = mkdtempSync(`${HERE}target/without-`);
    try {
      cpSync(`${HERE}src/test/ts`, `${copy}/ts`, { recursive: true });
      const file = `${copy}/ts/wxStandIn.ts`;
      const source = readFileSync(file, 'utf8');
      writeFileSync(file, source.replace(new RegExp(`^  ${method}\\b`, 'm'), `  ${method}IsMissing`));
      writeFileSync(
        `${copy}/tsconfig.json`,
        JSON.stringify({ extends: '../../tsconfig.test.json', include: ['ts/wxStandIn.ts'] }),
      );
      const { status, stdout } = spawnSync(process.execPath, [TSC, '-p', copy], {
        encoding: 'utf8',
      });

      assert.notEqual(status, 0);
      assert.match(stdout, new RegExp(`'${method}' is missing`));
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
}
