/**
 * A mini program for the fault laboratory: `observer.mjs ORIGIN PATH` connects once, and writes what
 * its client tells as lines of JSON; each line that it reads is a command.
 */
import { createInterface } from 'node:readline';
import { client } from './fixture';
import { WxStandIn } from './wxStandIn';

interface Command {
  /** Counts the seconds from now on. */
  readonly begin?: true;
  /** What a stream is opened with. */
  readonly start?: Record<string, string>;
  /** The size of a message on it; 0 for none. */
  readonly bytes?: number;
}

interface Told {
  readonly verdict?: string;
  readonly confidence?: string;
  readonly evidence?: readonly string[];
}

const DOMAIN = 'voice.example.com';
const [origin = '', path = ''] = process.argv.slice(2);
Object.assign(globalThis, { wx: new WxStandIn({ [DOMAIN]: origin }) });

let begun = performance.now();

function note(what: 'READY' | 'NOTICE' | 'END', { verdict, confidence, evidence = [] }: Told): void {
  const seconds = (performance.now() - begun) / 1000;
  const told = { what, seconds, verdict, confidence, evidence: evidence.join('; ') };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}

const voice = client().createVoiceClient({
  url: `wss://${DOMAIN}${path}`,
  maxRetries: 0,
  language: 'en',
  log: false,
  showFinal: false,
});
voice.on('ready', () => note('READY', {}));
voice.on('silent', (problem) => note('NOTICE', problem));
voice.on('problem', (problem) => note('NOTICE', problem));
voice.on('final', (problem) => note('END', problem));

createInterface({ input: process.stdin }).on('line', (line) => {
  const { begin, start, bytes = 0 } = JSON.parse(line) as Command;
  if (begin) {
    begun = performance.now();
  }
  if (start !== undefined) {
    voice
      .start(start)
      .then((stream) => bytes > 0 && stream.send(new ArrayBuffer(bytes)))
      .catch(() => undefined);
  }
});
voice.connect();
