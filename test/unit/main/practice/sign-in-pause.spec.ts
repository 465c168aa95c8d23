import { describe, expect, it } from 'vitest';
import { Problem } from '@main/practice/problem';
import { SignInPause } from '@main/practice/sign-in-pause';

describe('SignInPause', () => {
  const paused = (pause: SignInPause, name: string): string | null => {
    try {
      pause.check(name);
      return null;
    } catch (error) {
      return error instanceof Problem ? (error.extras.headers?.['Retry-After'] ?? '') : 'bug';
    }
  };

  it('says how long to wait, in whole seconds, and ends by itself', () => {
    let now = 0;
    const pause = new SignInPause({ clock: () => now, attempts: 2, pauseMs: 2500 });
    pause.failed('ada');
    expect(paused(pause, 'ada')).toBeNull();
    pause.failed('ada');
    expect(paused(pause, 'ada')).toBe('3');
    expect(paused(pause, 'bo')).toBeNull();
    now = 1600;
    expect(paused(pause, 'ada')).toBe('1');
    now = 2500;
    expect(paused(pause, 'ada')).toBeNull();
    pause.failed('ada');
    expect(paused(pause, 'ada')).toBeNull();
  });

  it('begins to count anew after a success', () => {
    const pause = new SignInPause({ clock: () => 0, attempts: 2, pauseMs: 1000 });
    pause.failed('ada');
    pause.succeeded('ada');
    pause.failed('ada');
    expect(paused(pause, 'ada')).toBeNull();
  });
});
