import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Checked } from '../../../main/ts/console/checkup';
import { browserFacts, redacted, supportBundle } from '../../../main/ts/console/supportBundle';
import { finding } from '../../../main/ts/core/judging';
import { Journal } from '../../../main/ts/console/measure/journal';

const ADDRESS = 'wss://me:secret@host/app/realtime-voice/stream?token=secret#secret';

const NAVIGATOR = {
  userAgent: 'Browser/1',
  language: 'zh-CN',
  onLine: true,
  connection: { effectiveType: '4g', rtt: 50, downlink: 10, unasked: 'secret' },
} as unknown as Navigator;

const CHECK: Checked = {
  address: ADDRESS,
  at: '2026-01-01T00:00:00.000Z',
  steps: [{ name: 'open', outcome: 'failed', ms: 7, facts: { code: 1006 } }],
  finding: finding('UPGRADE_STRIPPED', 'HIGH', `no ${ADDRESS}`, 'token hush-hush is wrong'),
  record: { helloSeen: true, connectionId: 'c-1' },
};

test('the bundle has everything once, and nothing that is secret', () => {
  const text = supportBundle(
    {
      connection: {
        url: ADDRESS,
        at: '2026-01-01T00:00:01.000Z',
        userAgent: 'Browser/1',
        state: 'CLOSED',
        retries: 1,
        dropped: 0,
        timeline: [
          { at: 3, event: 'lost', detail: { verdict: 'IDLE_CUT' } },
          { at: 4, event: 'lost', detail: { verdict: 'IDLE_CUT', code: 1006 } },
        ],
        rows: new Journal(() => 0).rows,
      },
      browser: browserFacts(NAVIGATOR),
      record: null,
      check: CHECK,
    },
    ['hush-hush', ''],
  );
  const bundle = JSON.parse(text) as Record<string, unknown>;

  assert.doesNotMatch(text, /secret|hush/);
  assert.match(text, /wss:\/\/host\/app\/realtime-voice\/stream/);
  assert.deepEqual(bundle.client, { version: '0.1.0', protocol: 1 });
  assert.deepEqual(bundle.verdicts, ['IDLE_CUT', 'UPGRADE_STRIPPED']);
  assert.deepEqual(bundle.browser, {
    userAgent: 'Browser/1',
    language: 'zh-CN',
    online: true,
    connection: { effectiveType: '4g', rtt: 50, downlink: 10 },
  });
  assert.deepEqual((bundle.check as Checked).steps, CHECK.steps);
});

test('a browser that tells nothing of its network', () => {
  const facts = browserFacts({ userAgent: '', language: 'en', onLine: false } as Navigator);
  assert.equal(facts.connection, null);
});

test('addresses lose their users and queries, texts what was typed', () => {
  assert.equal(redacted('wss://a:b@host/x?y#z and https://q/?r', []), 'wss://host/x and https://q/');
  assert.equal(redacted('mail@host at 12?', []), 'mail@host at 12?');
  assert.equal(redacted('my tok123 here', ['tok123']), 'my … here');
  assert.equal(redacted('a name', ['a']), 'a name');
});
