import { createVoiceClient } from './client.js';

let client;
let notes = [];
let waiting = null;
let begun = 0;

function note(what, problem) {
  notes.push({
    what,
    seconds: (performance.now() - begun) / 1000,
    verdict: problem?.verdict ?? '',
    confidence: problem?.confidence ?? '',
    evidence: (problem?.evidence ?? []).join('; '),
  });
  waiting?.();
}

window.begin = () => {
  begun = performance.now();
};

window.look = (url) => {
  notes = [];
  window.begin();
  client = createVoiceClient({ url, maxRetries: 0, language: 'en', log: false, showFinal: false });
  client.on('ready', () => note('READY'));
  client.on('silent', (problem) => note('NOTICE', problem));
  client.on('problem', (problem) => note('NOTICE', problem));
  client.on('final', (problem) => note('END', problem));
  client.connect();
};

window.speak = (fields, bytes) => {
  window.begin();
  client
    .start(fields)
    .then((stream) => bytes > 0 && stream.send(new ArrayBuffer(bytes)))
    .catch(() => {});
};

window.next = (seconds, done) => {
  const timer = setTimeout(() => answer(null), seconds * 1000);
  const answer = (first) => {
    clearTimeout(timer);
    waiting = null;
    done(first);
  };
  waiting = () => answer(notes.shift());
  if (notes.length > 0) {
    waiting();
  }
};

window.over = () => client?.close();
window.loaded = true;
