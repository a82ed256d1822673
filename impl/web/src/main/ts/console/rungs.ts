import type { State } from '../core/types';

/** The lights of the ladder, from the foot up; the last one is beside it. */
export const RUNGS = [
  'CONNECTING',
  'OPEN',
  'HELLO_SENT',
  'WELCOMED',
  'READY',
  'RECOVERING',
] as const;

export type Rung = (typeof RUNGS)[number];

/** Which lights burn: all up to where the client is, or the one that says it is not on the ladder. */
export function isLit(rung: Rung, state: State): boolean {
  if (rung === 'RECOVERING' || state === 'RECOVERING' || state === 'CLOSED') {
    return rung === state;
  }
  return RUNGS.indexOf(rung) <= RUNGS.indexOf(state);
}
