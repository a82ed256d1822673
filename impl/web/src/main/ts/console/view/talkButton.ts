import type { Locale } from '../locale';
import type { Phase } from '../talk';
import type { TextKey } from '../texts';
import { byId, setEnabled, setText } from './page';

/** What the button shows: what the utterance is at, or that there can be none. */
export type TalkPhase = Phase | 'disconnected' | 'tones';

const BUSY: ReadonlySet<TalkPhase> = new Set<TalkPhase>(['opening', 'talking']);
const DEAF: ReadonlySet<TalkPhase> = new Set<TalkPhase>(['disconnected', 'stopping', 'tones']);
const OWN_KEYS = 'input, select, textarea, button, summary, a, [tabindex]';

/**
 * The large button: held while talking, or pressed once to begin and once to end. Its words say what
 * a press does next, so it has no pressed state besides: "Release to stop, pressed" is nothing.
 */
export class TalkButton {
  private readonly button = byId('talk', HTMLButtonElement);
  private readonly toggle = byId('toggle-mode', HTMLInputElement);
  private phase: TalkPhase = 'disconnected';

  constructor(
    private readonly locale: Locale,
    private readonly begin: () => void,
    private readonly end: () => void,
  ) {
    this.listenToPointer();
    this.listenToKeys();
    // Whoever looks elsewhere does not let go here. What loses the focus to the button is no such
    // thing: a press moves it there, from wherever it was.
    window.addEventListener('blur', () => this.release());
    this.button.addEventListener('blur', () => this.release());
    this.toggle.addEventListener('change', () => this.render());
    locale.show(() => this.render());
  }

  show(phase: TalkPhase): void {
    this.phase = phase;
    this.render();
  }

  private listenToPointer(): void {
    this.button.addEventListener('pointerdown', (event) => {
      if (event.button === 0) {
        this.button.setPointerCapture(event.pointerId);
        this.press();
      }
    });
    this.button.addEventListener('pointerup', () => this.release());
    this.button.addEventListener('pointercancel', () => this.release());
    this.button.addEventListener('contextmenu', (event) => event.preventDefault());
    // A click that no pointer has made is a screen reader's or a switch's: they cannot hold.
    this.button.addEventListener('click', (event) => {
      if (event.detail === 0) {
        this.turn();
      }
    });
  }

  /** The space key talks wherever it has no other meaning, the enter key on the button. */
  private listenToKeys(): void {
    document.addEventListener('keydown', (event) => {
      if (this.isMine(event)) {
        event.preventDefault();
        if (!event.repeat) {
          this.press();
        }
      }
    });
    document.addEventListener('keyup', (event) => {
      if (this.isMine(event)) {
        event.preventDefault();
        this.release();
      }
    });
  }

  private isMine({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
    if (ctrlKey || altKey || metaKey) {
      return false;
    }
    if (target === this.button) {
      return key === ' ' || key === 'Enter';
    }
    return key === ' ' && !(target instanceof Element && target.closest(OWN_KEYS) !== null);
  }

  private press(): void {
    if (this.toggle.checked) {
      this.turn();
    } else if (this.phase === 'idle') {
      this.begin();
    }
  }

  private release(): void {
    if (!this.toggle.checked && BUSY.has(this.phase)) {
      this.end();
    }
  }

  private turn(): void {
    if (BUSY.has(this.phase)) {
      this.end();
    } else if (this.phase === 'idle') {
      this.begin();
    }
  }

  private render(): void {
    this.button.dataset.phase = this.phase;
    setEnabled(this.button, !DEAF.has(this.phase));
    setText(this.button, this.locale.text(this.label()));
  }

  private label(): TextKey {
    switch (this.phase) {
      case 'disconnected':
        return 'connectFirst';
      case 'idle':
        return this.toggle.checked ? 'pressToTalk' : 'holdToTalk';
      case 'talking':
        return this.toggle.checked ? 'pressToStop' : 'releaseToStop';
      case 'tones':
        return 'playing';
      default:
        return this.phase;
    }
  }
}
