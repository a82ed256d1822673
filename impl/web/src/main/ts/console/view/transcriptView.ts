import type { Stopped, VoiceResult, VoiceWord } from '../../core/types';
import type { Locale } from '../locale';
import { byId, make, onPress } from './page';

/** What was recognised: what is final, and behind it what may still change. */
export class TranscriptView {
  private readonly final = byId('transcript-final', HTMLElement);
  private readonly partial = byId('transcript-partial', HTMLElement);
  private readonly empty = byId('transcript-empty', HTMLElement);
  private readonly heard = byId('heard', HTMLElement);
  private readonly words = byId('words', HTMLDetailsElement);
  private readonly rows = byId('word-rows', HTMLTableSectionElement);
  private heardMs: number | null = null;

  constructor(private readonly locale: Locale) {
    onPress(byId('clear', HTMLButtonElement), () => this.clear());
    locale.show(() => this.render());
  }

  clear(): void {
    this.final.replaceChildren();
    this.partial.textContent = '';
    this.rows.replaceChildren();
    this.heardMs = null;
    this.render();
  }

  add({ text, isFinal, wordList }: VoiceResult): void {
    if (isFinal) {
      this.final.append(make('span', text));
      this.rows.append(...(wordList ?? []).map(rowOf));
    }
    this.partial.textContent = isFinal ? '' : text;
    this.render();
  }

  stopped({ duration }: Stopped): void {
    this.partial.textContent = '';
    this.heardMs = duration ?? null;
    this.render();
  }

  private render(): void {
    this.empty.hidden = this.final.hasChildNodes() || this.partial.textContent !== '';
    this.words.hidden = !this.rows.hasChildNodes();
    this.heard.hidden = this.heardMs === null;
    const seconds = ((this.heardMs ?? 0) / 1_000).toFixed(1);
    this.heard.textContent = this.locale.text('heard', { seconds });
  }
}

function rowOf({ word, start_time, end_time }: VoiceWord): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.append(make('td', word), make('td', `${start_time} ms`), make('td', `${end_time} ms`));
  return row;
}
