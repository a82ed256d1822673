import type { Locale } from '../locale';
import { byId, onPress, setText } from './page';

const HINTS = { tones: 'engineTones', loopback: 'engineLoopback' } as const;

/** The field for the engine's name, and the buttons that fill it in. */
export class EnginePicker {
  private readonly field = byId('engine', HTMLInputElement);
  private readonly hint = byId('engine-hint', HTMLElement);
  private readonly buttons = [
    ...document.querySelectorAll<HTMLButtonElement>('button[data-engine]'),
  ];

  constructor(private readonly locale: Locale) {
    this.buttons.forEach((button) =>
      onPress(button, () => {
        this.field.value = button.dataset.engine ?? '';
        this.render();
      }),
    );
    this.field.addEventListener('input', () => this.render());
    locale.show(() => this.render());
  }

  get engine(): string {
    return this.field.value.trim();
  }

  private render(): void {
    this.buttons.forEach((button) =>
      button.setAttribute('aria-pressed', String(button.dataset.engine === this.engine)),
    );
    const hint = HINTS[this.engine as keyof typeof HINTS] ?? 'engineAny';
    setText(this.hint, this.locale.text(hint));
  }
}
