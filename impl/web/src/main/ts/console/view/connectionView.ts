import type { State } from '../../core/types';
import type { Locale } from '../locale';
import { isLit, type Rung } from '../rungs';
import { byId, setEnabled, setText } from './page';

/** Shows the state in words and as lights. */
export class ConnectionView {
  private readonly words = byId('state', HTMLElement);
  private readonly rungs = [...document.querySelectorAll<HTMLElement>('[data-rung]')];
  private readonly retries = byId('retries', HTMLOutputElement);
  private readonly retryNote = byId('retry-note', HTMLElement);
  private readonly connect = byId('connect', HTMLButtonElement);
  private readonly disconnect = byId('disconnect', HTMLButtonElement);

  constructor(private readonly locale: Locale) {}

  show(state: State, retries: number, note: string): void {
    this.words.dataset.state = state;
    setText(this.words, this.locale.text(`state${state}`));
    for (const rung of this.rungs) {
      const lit = isLit(rung.dataset.rung as Rung, state);
      rung.dataset.lit = String(lit);
      const unseen = rung.querySelector<HTMLElement>('.unseen');
      if (unseen !== null) {
        setText(unseen, this.locale.text(lit ? 'reached' : 'notReached'));
      }
    }
    setText(this.retries, String(retries));
    setText(this.retryNote, note);
    setEnabled(this.connect, state === 'CLOSED');
    setEnabled(this.disconnect, state !== 'CLOSED');
  }
}
