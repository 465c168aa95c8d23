import { describe, expect, it } from 'vitest';
import { AppError } from '@core/domain/app-error';
import { stateOf, troubleError, troubleOf } from '@main/storage/keychain-trouble';

describe('troubleOf', () => {
  it.each([
    ['Cannot create an item in a locked collection', 'locked'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'locked'],
    ['GDBus.Error:org.freedesktop.Secret.Error.IsLocked: The object is locked', 'locked'],
    ['Prompt was dismissed', 'locked'],
    ['User interaction is not allowed.', 'locked'],
    ['User canceled the operation.', 'locked'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'unavailable'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'unavailable'],
    ['Could not connect: No such file or directory', 'unavailable'],
    ['libsecret-1.so.0: cannot open shared object file: No such file or directory', 'unavailable'],
    ['GDBus.Error:org.freedesktop.DBus.Error.AccessDenied: An AppArmor policy prevents this', 'denied'],
    ['', 'unavailable'],
  ])('reads "%s" as %s', (message, trouble) => {
    expect(troubleOf(message)).toBe(trouble);
  });
});

describe('stateOf', () => {
  it('reads its own failures back, and lets others through', () => {
    const troubles = ['locked', 'unavailable', 'denied', 'unresponsive'] as const;
    const states = troubles.map((trouble) => stateOf(troubleError(trouble)));
    expect(states).toEqual(['locked', 'unavailable', 'unavailable', 'unresponsive']);
    const other = new AppError('storage', 'The disk is full.');
    expect(() => stateOf(other)).toThrow(other);
  });
});
