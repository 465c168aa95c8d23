import { AppError } from '@core/domain/app-error';
import type { EnvironmentId } from '@core/domain/environment';
import type { KeyChanges } from '@core/domain/key-draft';
import type { DecidedDraft, Intent, IssuedKey, IssueTrace, KeyPage, VendorKey } from '@main/adapters/adapter';
import { newcomer } from '@main/adapters/newcomer';
import type { Missing } from './client';
import type { Configurations } from './configurations';
import { keysOf, withChanges, withKey, withoutKey, type KeyItem } from './document';
import { usesOf } from './endpoints';
import { Identities, type Wanted } from './identities';
import { markOf } from './mark';
import { isVariable, toKey, toSecret } from './transform';

/** The keys of configurations. Every change is a save of the whole configuration they are in. */
export class MiaKeys {
  private readonly identities = new Identities();
  /** Marks of the values that were sent, by the intent they were sent for. */
  private readonly sent = new Map<string, string>();

  constructor(private readonly configurations: Configurations) {}

  async page(environmentId: EnvironmentId, signal?: AbortSignal): Promise<KeyPage> {
    const { text, save } = await this.configurations.read(environmentId, 'not-found', signal);
    const keys = keysOf(text);
    this.identities.note(environmentId, keys);
    const uses = usesOf(text);
    return { keys: keys.map((key) => toKey(key, uses)), total: keys.length, save };
  }

  async key(environmentId: EnvironmentId, id: string): Promise<VendorKey | null> {
    const { text, key } = await this.look(environmentId, { id }, 'bad-answer');
    return key === null ? null : toKey(key, usesOf(text));
  }

  async secret(environmentId: EnvironmentId, id: string): Promise<string> {
    const { key } = await this.look(environmentId, { id }, 'bad-answer');
    if (key === null) throw gone();
    if (!isVariable(key.fields.secret)) return key.fields.secret;
    const sentence =
      'The value of this key is a variable of the runtime environment, which the console does not show.';
    throw new AppError('forbidden', sentence);
  }

  /** All but those whose value only the runtime environment has. */
  async secrets(
    environmentId: EnvironmentId,
    signal?: AbortSignal,
  ): Promise<readonly { keyId: string; secret: string }[]> {
    const { text } = await this.configurations.read(environmentId, 'not-found', signal);
    const keys = keysOf(text);
    this.identities.note(environmentId, keys);
    return keys.flatMap(({ id, fields: { secret } }) => (isVariable(secret) ? [] : [{ keyId: id, secret }]));
  }

  /** By its value, where it was sent in this run; else by its name. */
  async findIssued(environmentId: EnvironmentId, trace: IssueTrace): Promise<VendorKey | null> {
    const { text } = await this.configurations.read(environmentId, 'bad-answer');
    const [keys, uses] = [keysOf(text), usesOf(text)];
    const value = this.sent.get(trace.clientRef);
    if (value === undefined)
      return newcomer(
        keys.map((key) => toKey(key, uses)),
        trace,
      );
    const found = keys.find((key) => key.value === value);
    if (found === undefined) return null;
    this.identities.note(environmentId, [found]);
    return toKey(found, uses);
  }

  /** Once for one intent: what was sent for it before, and arrived, is not sent again. */
  async issue(environmentId: EnvironmentId, draft: DecidedDraft, { clientRef }: Intent): Promise<IssuedKey> {
    const secret = toSecret(draft);
    const arrived = await this.arrived(environmentId, clientRef);
    if (arrived !== null && arrived.key.name !== secret.clientType) throw otherKey();
    if (arrived !== null) return arrived;
    const value = markOf(secret.secret);
    const { text } = await this.configurations.change(environmentId, {
      title: `Keydesk: created the API key of ${secret.clientType}`,
      change: (current, first) => {
        refuseTwin(current, first, { value, name: secret.clientType });
        this.sent.set(clientRef, value);
        return withKey(current, secret);
      },
    });
    const issued = keysOf(text).at(-1);
    if (issued === undefined) throw gone();
    return this.told(environmentId, text, issued);
  }

  async edit(environmentId: EnvironmentId, wanted: Wanted, changes: KeyChanges): Promise<VendorKey> {
    let at = -1;
    const { text } = await this.configurations.change(environmentId, {
      title: `Keydesk: changed the API key of ${wanted.id.slice(0, 200)}`,
      change: (current) => {
        const key = this.current(environmentId, current, wanted);
        at = key.at;
        return withChanges(current, key, changes);
      },
    });
    const key = keysOf(text)[at];
    if (key === undefined) throw gone();
    this.identities.note(environmentId, [key]);
    return toKey(key, usesOf(text));
  }

  async stop(environmentId: EnvironmentId, wanted: Wanted): Promise<void> {
    await this.configurations.change(environmentId, {
      title: `Keydesk: deleted the API key of ${wanted.id.slice(0, 200)}`,
      change: (current) => withoutKey(current, this.current(environmentId, current, wanted)),
    });
  }

  /** The key that was made for an intent before, although nobody heard of it. */
  private async arrived(environmentId: EnvironmentId, clientRef: string): Promise<IssuedKey | null> {
    const sent = this.sent.get(clientRef);
    if (sent === undefined) return null;
    const { text } = await this.configurations.read(environmentId, 'bad-answer');
    const found = keysOf(text).find(({ value }) => value === sent);
    return found === undefined ? null : this.told(environmentId, text, found);
  }

  private async look(
    environmentId: EnvironmentId,
    wanted: Wanted,
    missing: Missing,
  ): Promise<{ text: string; key: KeyItem | null }> {
    const { text } = await this.configurations.read(environmentId, missing);
    const key = this.identities.find(environmentId, keysOf(text), wanted);
    if (key !== null) this.identities.noteFirst(environmentId, wanted.id, key);
    return { text, key };
  }

  /** The key as it is in this configuration. `not-found` when it is gone, `conflict` when it is another than it was. */
  private current(environmentId: EnvironmentId, text: string, wanted: Wanted): KeyItem {
    const key = this.identities.find(environmentId, keysOf(text), wanted);
    if (key === null) throw gone();
    if (wanted.revision === undefined || key.revision === wanted.revision) return key;
    throw new AppError('conflict', 'Somebody else changed this key meanwhile. Nothing was written.');
  }

  private told(environmentId: EnvironmentId, text: string, key: KeyItem): IssuedKey {
    this.identities.note(environmentId, [key]);
    return { key: toKey(key, usesOf(text)), secret: key.fields.secret };
  }
}

const gone = (): AppError =>
  new AppError('not-found', 'The configuration does not have this key (any more).');

const otherKey = (): AppError =>
  new AppError('invalid-input', 'This was sent before, and asked for another key.', { field: 'name' });

/**
 * Two keys of one value cannot be told apart, by us or by the gateway.
 * Where the console refused our save and then has a new key of this name, that may be ours.
 */
function refuseTwin(
  text: string,
  first: string | null,
  { value, name }: { value: string; name: string },
): void {
  const keys = keysOf(text);
  const before = new Set((first === null ? keys : keysOf(first)).map((key) => key.value));
  if (keys.some((key) => key.fields.clientType === name && !before.has(key.value)))
    throw new AppError(
      'bad-answer',
      'The console refused the key, and now has a new one of this ClientType.',
    );
  const twin = keys.find((key) => key.value === value);
  if (twin === undefined) return;
  const sentence = `This API key is taken already, by the ClientType ${twin.fields.clientType.slice(0, 100)}. Use another one.`;
  throw new AppError('invalid-input', sentence, { field: 'secret' });
}
