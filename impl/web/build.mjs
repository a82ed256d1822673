// Builds what the jar serves, or with the argument "test" the tests; see package.json.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const SOURCE = 'src/main/ts';
const SITE = 'target/classes/META-INF/resources/realtime-voice';
const PACKAGE = 'target/npm';
const TESTS = 'target/test-js';
const TSC = 'node_modules/typescript/bin/tsc';
const GZIPPED_LIMIT = 20 * 1024;

const { version } = JSON.parse(await readFile('package.json'));

const common = {
  bundle: true,
  charset: 'utf8',
  define: { CLIENT_VERSION: JSON.stringify(version) },
  legalComments: 'none',
  logLevel: 'warning',
  minify: true,
  tsconfig: 'tsconfig.json',
};

/** The files of the jar: what they are made of, their form, and whether their size is limited. */
const outputs = [
  { file: 'client.js', entry: 'browser/index.ts', format: 'esm', target: 'es2020', limited: true },
  { file: 'audio.js', entry: 'audio/index.ts', format: 'esm', target: 'es2020' },
  { file: 'console.js', entry: 'console/main.ts', format: 'esm', target: 'es2020' },
  { file: 'capture-worklet.js', entry: 'audio/worklet/capture.ts', format: 'iife', target: 'es2020' },
  { file: 'playback-worklet.js', entry: 'audio/worklet/playback.ts', format: 'iife', target: 'es2020' },
  { file: 'miniprogram.js', entry: 'miniprogram/index.ts', format: 'cjs', target: 'es2017', limited: true },
];

async function buildSite() {
  await mkdir(SITE, { recursive: true });
  for (const { file, entry, format, target, limited } of outputs) {
    const outfile = `${SITE}/${file}`;
    await build({ ...common, entryPoints: [`${SOURCE}/${entry}`], format, target, outfile });
    const gzipped = gzipSync(await readFile(outfile), { level: 9 }).length;
    console.log(`${file}: ${gzipped} bytes gzipped`);
    if (limited && gzipped > GZIPPED_LIMIT) {
      throw new Error(`${file} is larger than ${GZIPPED_LIMIT} bytes gzipped`);
    }
  }
  await cp('src/main/web', SITE, { recursive: true });
}

/** The same files in the shape of an npm package, with types. */
async function buildPackage() {
  await rm(PACKAGE, { recursive: true, force: true });
  for (const config of ['browser', 'miniprogram']) {
    const types = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false'];
    const where = ['--rootDir', '.', '--outDir', `${PACKAGE}/all`];
    execFileSync('node', [TSC, '-p', `tsconfig.${config}.json`, ...types, ...where]);
  }
  await cp(`${PACKAGE}/all/${SOURCE}`, `${PACKAGE}/types`, { recursive: true });
  await cp(`${PACKAGE}/all/target/generated`, `${PACKAGE}/types/generated`, { recursive: true });
  await rm(`${PACKAGE}/all`, { recursive: true });
  await rm(`${PACKAGE}/types/console`, { recursive: true, force: true });
  for (const name of await readdir(`${PACKAGE}/types`, { recursive: true })) {
    if (name.endsWith('.d.ts')) {
      const file = `${PACKAGE}/types/${name}`;
      const up = '../'.repeat(name.split(/[\\/]/).length - 1) || './';
      const text = await readFile(file, 'utf8');
      await writeFile(file, text.replaceAll("'generated/", `'${up}generated/`));
    }
  }
  for (const { file } of outputs.filter(({ file }) => !file.startsWith('console'))) {
    const inPackage = file === 'miniprogram.js' ? 'miniprogram/index.js' : file;
    await cp(`${SITE}/${file}`, `${PACKAGE}/${inPackage}`);
  }
  await writeFile(`${PACKAGE}/miniprogram/package.json`, '{ "type": "commonjs" }\n');
  const { scripts, devDependencies, ...published } = JSON.parse(await readFile('package.json'));
  await writeFile(`${PACKAGE}/package.json`, `${JSON.stringify(published, null, 2)}\n`);
}

async function buildTests() {
  await rm(TESTS, { recursive: true, force: true });
  const entries = (await readdir('src/test/ts', { recursive: true })).filter((name) =>
    name.endsWith('.test.ts'),
  );
  await build({
    ...common,
    minify: false,
    sourcemap: 'inline',
    entryPoints: entries.map((name) => `src/test/ts/${name}`),
    outdir: TESTS,
    outExtension: { '.js': '.mjs' },
    format: 'esm',
    platform: 'node',
    target: 'node18',
  });
}

if (!existsSync('target/generated/protocol.ts')) {
  throw new Error('target/generated/protocol.ts is missing: Maven makes it, in generate-sources');
}
if (process.argv[2] === 'test') {
  await buildTests();
} else {
  await buildSite();
  await buildPackage();
}
