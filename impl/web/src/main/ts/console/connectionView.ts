import type { Language, State } from '../core/types';
import { element } from './elements';
import { stateText } from './texts';

const RUNGS: readonly State[] = ['CONNECTING', 'OPEN', 'HELLO_SENT', 'WELCOMED', 'READY'];

/** Shows the state in words and as lights. */
export function showState(state: State, retries: number, language: Language): void {
  const words = element('state', HTMLElement);
  words.dataset.state = state;
  words.textContent = stateText(state, language);
  const reached = RUNGS.indexOf(state);
  document.querySelectorAll<HTMLElement>('[data-rung]').forEach((rung) => {
    const lit = RUNGS.indexOf(rung.dataset.rung as State) <= reached;
    rung.dataset.lit = String(lit);
    rung.ariaCurrent = rung.dataset.rung === state ? 'step' : null;
  });
  element('retries', HTMLOutputElement).value = String(retries);
  element('connect', HTMLButtonElement).disabled = state !== 'CLOSED';
  element('disconnect', HTMLButtonElement).disabled = state === 'CLOSED';
  element('talk', HTMLButtonElement).disabled = state !== 'READY';
  element('play-tones', HTMLButtonElement).disabled = state !== 'READY';
}
