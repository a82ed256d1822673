import type { Language } from '../core/types';
import { format, type TextKey, TEXTS, type TextValues } from './texts';

/** The language of the page, and its texts in it. */
export class Locale {
  private readonly listeners: Array<() => void> = [];

  constructor(private current: Language) {}

  get language(): Language {
    return this.current;
  }

  text(key: TextKey, values?: TextValues): string {
    return format(TEXTS[this.current][key], values);
  }

  /** Shows something now, and again in every other language. */
  show(render: () => void): void {
    this.listeners.push(render);
    render();
  }

  change(language: Language): void {
    this.current = language;
    this.listeners.forEach((listener) => listener());
  }
}
