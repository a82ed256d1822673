// Puts the built client into the mini program, and builds the tests; see package.json.
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const CLIENT = '../../impl/web/target/npm';
const LIBRARY = 'app/miniprogram/lib';
const TESTS = 'target/test-js';

await rm(LIBRARY, { recursive: true, force: true });
await mkdir(LIBRARY, { recursive: true });
await cp(`${CLIENT}/miniprogram/index.js`, `${LIBRARY}/realtime-voice.js`);
for (const types of ['core', 'generated', 'miniprogram']) {
  await cp(`${CLIENT}/types/${types}`, `${LIBRARY}/types/${types}`, { recursive: true });
}
await writeFile(`${LIBRARY}/realtime-voice.d.ts`, "export * from './types/miniprogram/index';\n");

await rm(TESTS, { recursive: true, force: true });
const sources = (await readdir('src/test/ts')).filter(
  (name) => name.endsWith('.test.ts') || name === 'observer.ts',
);
await build({
  bundle: true,
  entryPoints: sources.map((name) => `src/test/ts/${name}`),
  outdir: TESTS,
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  platform: 'node',
  target: 'node18',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
// As the developer tools do: each page by itself, with the library beside it.
await build({
  bundle: true,
  entryPoints: ['app/miniprogram/pages/realtime-voice/index.ts'],
  outfile: `${TESTS}/page.cjs`,
  format: 'cjs',
  platform: 'node',
  target: 'es2017',
  logLevel: 'warning',
});
