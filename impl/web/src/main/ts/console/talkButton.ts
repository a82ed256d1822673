import type { Language } from '../core/types';
import { element } from './elements';
import { text } from './texts';

/** The large button: held while talking, or pressed once to begin and once to end. */
export class TalkButton {
  private readonly button = element('talk', HTMLButtonElement);
  private readonly toggles = element('toggle-mode', HTMLInputElement);
  private talking = false;

  constructor(
    private readonly language: () => Language,
    private readonly begin: () => void,
    private readonly end: () => void,
  ) {
    this.button.addEventListener('pointerdown', (event) => {
      this.button.setPointerCapture(event.pointerId);
      this.press();
    });
    this.button.addEventListener('pointerup', () => this.release());
    this.button.addEventListener('pointercancel', () => this.release());
    this.button.addEventListener('keydown', (event) => {
      if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) {
        event.preventDefault();
        this.press();
      }
    });
    this.button.addEventListener('keyup', (event) => {
      if (event.key === ' ' || event.key === 'Enter') {
        this.release();
      }
    });
    this.button.addEventListener('contextmenu', (event) => event.preventDefault());
    this.toggles.addEventListener('change', () => this.show(this.talking));
  }

  /** Shows whether someone talks. */
  show(talking: boolean): void {
    this.talking = talking;
    this.button.ariaPressed = String(talking);
    const idle = this.toggles.checked ? 'toggleToTalk' : 'holdToTalk';
    this.button.textContent = text(talking ? 'talking' : idle, this.language());
  }

  private press(): void {
    if (this.talking && this.toggles.checked) {
      this.end();
    } else if (!this.talking) {
      this.begin();
    }
  }

  private release(): void {
    if (!this.toggles.checked) {
      this.end();
    }
  }
}
