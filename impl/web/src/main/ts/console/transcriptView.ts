import type { VoiceResult } from '../core/types';
import { element } from './elements';

/** Shows what was recognised: what is final, and behind it what may change. */
export class TranscriptView {
  private readonly final = element('transcript-final', HTMLElement);
  private readonly partial = element('transcript-partial', HTMLElement);
  private readonly words = element('words', HTMLElement);

  clear(): void {
    this.final.textContent = '';
    this.partial.textContent = '';
    this.words.textContent = '';
  }

  add({ text, isFinal, wordList }: VoiceResult): void {
    if (isFinal) {
      this.final.textContent += text;
      this.words.textContent = wordList
        .map(({ word, start_time, end_time }) => `${word} ${start_time}–${end_time} ms`)
        .join(' · ');
    }
    this.partial.textContent = isFinal ? '' : text;
  }
}
