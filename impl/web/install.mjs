// Installs what package-lock.json names, unless that is what is there.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = 'package-lock.json';
const INSTALLED = 'node_modules/.installed-lock.json';

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

// 18.17 brings readdir(…, { recursive }); before it, the option is silently ignored.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 18 || (major === 18 && minor < 17)) {
  throw new Error(`Node.js 18.17 or newer is needed, not ${process.versions.node}`);
}
if (read(INSTALLED) !== read(LOCK)) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  writeFileSync(INSTALLED, read(LOCK));
}
