import type { KeyboardEvent } from 'react';
import { decisionOf } from './decisions';
import type { Judging } from './use-judging';

/** What the letters act on. */
export interface Letters extends Pick<Judging, 'decide' | 'undo' | 'next' | 'back'> {
  readonly note: () => void;
}

const WRITTEN = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]';

/** Answers to the letters of decisions in the table and beside it, never while something is typed. */
export function pressLetter(letters: Letters, event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  // What is opened from here is inside for React, and has the keyboard for itself.
  if (!(target instanceof Element) || !currentTarget.contains(target)) return;
  const writing = target.matches(WRITTEN);
  if (writing && event.key !== 'Escape') return;
  const act = writing ? letters.back : actOf(letters, event);
  if (act === null) return;
  event.preventDefault();
  act();
}

function actOf(letters: Letters, event: KeyboardEvent): (() => void) | null {
  const letter = event.key.toLowerCase();
  const control = event.ctrlKey !== event.metaKey;
  if (event.altKey || event.shiftKey) return null;
  if (control) return letter === 'z' ? letters.undo : null;
  if (letter === 'u') return letters.undo;
  if (letter === 'n') return letters.note;
  if (letter === 'j') return letters.next;
  const decision = decisionOf(letter);
  return decision === null ? null : () => letters.decide(decision);
}
