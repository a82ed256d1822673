import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VERDICTS, type VerdictId } from 'generated/protocol';
import { verdictPage } from '../../../main/ts/console/verdictPage';

interface Fix {
  readonly place: string;
  readonly name: string;
  readonly setting: string;
}

interface Texts {
  readonly title: string;
  readonly advice: string;
  readonly explanation: string;
  readonly evidence: string;
}

interface Entry {
  readonly id: VerdictId;
  readonly actors: readonly string[];
  readonly en: Texts;
  readonly zh: Texts;
  readonly fixes: readonly Fix[];
}

const SITE = new URL('../../classes/META-INF/resources/realtime-voice/', import.meta.url);
const API = new URL('../../../../../api/src/main/resources/', import.meta.url);
const PAGE = readFileSync(new URL('verdicts.html', SITE), 'utf8');
const ENTRIES = (
  JSON.parse(readFileSync(new URL('verdicts.json', SITE), 'utf8')) as { verdicts: Entry[] }
).verdicts;
const FIXES = readFileSync(new URL('io/realtimevoice/diagnosis/fixes.properties', API), 'utf8');

test('every verdict is there once, with its texts in both languages', () => {
  assert.deepEqual(ENTRIES.map(({ id }) => id), Object.keys(VERDICTS));
  for (const { id, en, zh, actors } of ENTRIES) {
    assert.deepEqual({ title: en.title, advice: en.advice }, VERDICTS[id].en);
    assert.deepEqual({ title: zh.title, advice: zh.advice }, VERDICTS[id].zh);
    assert.ok(actors.length > 0, id);
    for (const text of [...Object.values(en), ...Object.values(zh)]) {
      assert.notEqual(text, '', id);
    }
  }
});

test('every fix of the catalogue is there', () => {
  const wanted = [...FIXES.matchAll(/^([A-Z_]+)\.([A-Z_]+)=/gm)].map(([, id, place]) => [id, place]);
  const found = ENTRIES.flatMap(({ id, fixes }) => fixes.map(({ place }) => [id, place]));

  assert.ok(wanted.length > 20);
  assert.deepEqual(found.map(String).sort(), wanted.map(String).sort());
});

test('the page has an article for every verdict and language, with all texts and fixes', () => {
  for (const entry of ENTRIES) {
    for (const [texts, anchor] of [[entry.en, entry.id], [entry.zh, `${entry.id}-zh`]] as const) {
      const article = articleOf(anchor);
      for (const text of Object.values(texts)) {
        assert.ok(article.includes(escaped(text)), `${anchor}: ${text}`);
      }
      const written = entry.fixes.map(
        ({ name, setting }) =>
          `<p class="place">${escaped(name)}</p>\n<pre><code>${escaped(setting)}</code></pre>`,
      );
      written.forEach((fix) => assert.ok(article.includes(fix), `${anchor}: ${fix}`));
      assert.equal(article.split('<pre>').length - 1, entry.fixes.length, anchor);
    }
  }
});

test('each language says that it is, and has a table of contents that leads everywhere', () => {
  for (const [id, tag, suffix] of [['en', 'en', ''], ['zh', 'zh-CN', '-zh']] as const) {
    const start = PAGE.indexOf(`<section lang="${tag}" id="${id}"`);
    assert.ok(start >= 0, id);
    const contents = PAGE.slice(PAGE.indexOf('<nav', start), PAGE.indexOf('</nav>', start));
    const links = [...contents.matchAll(/href="#([\w-]+)"/g)].map(([, to]) => to);
    assert.deepEqual(links, ENTRIES.map((entry) => entry.id + suffix));
  }
});

test('every link within the page leads somewhere, and every id is there once', () => {
  const ids = [...PAGE.matchAll(/\sid="([\w-]+)"/g)].map(([, id]) => id ?? '');
  const links = [...PAGE.matchAll(/href="#([\w-]+)"/g)].map(([, to]) => to ?? '');

  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(links.filter((to) => !ids.includes(to)), []);
});

test('the console leads to the verdict, in the language of the page', () => {
  assert.equal(verdictPage('IDLE_CUT', 'en'), 'verdicts.html#IDLE_CUT');
  assert.equal(verdictPage('IDLE_CUT', 'zh'), 'verdicts.html#IDLE_CUT-zh');
  for (const { id } of ENTRIES) {
    articleOf(verdictPage(id, 'en').split('#')[1] ?? '');
    articleOf(verdictPage(id, 'zh').split('#')[1] ?? '');
  }
});

test('nothing is inline, nothing is a script, and nothing comes from elsewhere', () => {
  assert.doesNotMatch(PAGE, /<script|<style|\sstyle=|\son\w+=/);
  assert.doesNotMatch(PAGE, /(?:src|href)="(?:\w+:|\/)/);
});

function articleOf(anchor: string): string {
  const start = PAGE.indexOf(`<article id="${anchor}"`);
  assert.ok(start >= 0, anchor);
  return PAGE.slice(start, PAGE.indexOf('</article>', start));
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
