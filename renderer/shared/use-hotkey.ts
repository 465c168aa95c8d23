import { useEffect, useEffectEvent } from 'react';

/** A key with Ctrl (Cmd on a Mac), anywhere in the window except under a dialog. */
export interface Hotkey {
  /** As `KeyboardEvent.key` says it, in lower case. */
  readonly key: string;
  readonly shift?: boolean;
}

const matches = (event: KeyboardEvent, { key, shift = false }: Hotkey): boolean =>
  event.key.toLowerCase() === key &&
  event.ctrlKey !== event.metaKey &&
  event.shiftKey === shift &&
  !event.altKey;

const dialogIsOpen = (): boolean => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;

/** Runs `action` on Ctrl/Cmd + the key; not while a dialog is open, which has the keyboard for itself. */
export function useHotkey(hotkey: Hotkey, action: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!matches(event, hotkey) || dialogIsOpen()) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
