import { randomUUID } from 'node:crypto';
import { Problem } from '../../problem';
import { editable, etagOf, keyAnswer } from './answers';
import { environmentOf, keyOf, readBody } from './input';
import { settle, type SettledFields } from './key-rules';
import type { KeyRecord } from './key-store';
import type { QodlyAnswer, QodlyCall, QodlyDesk, QodlyRoute } from './route';
import { KeyAnswer, KeyChanges } from './schema';

/** Whether an If-Match header names the key as it is. Weak validators never match (RFC 9110). */
function matches(ifMatch: string, key: KeyRecord): boolean {
  const named = ifMatch.split(',').map((etag) => etag.trim());
  return ifMatch.trim() === '*' || named.includes(etagOf(key));
}

function checkUnchanged(ifMatch: string, key: KeyRecord): void {
  if (!matches(ifMatch, key))
    throw new Problem(
      'changed-meanwhile',
      'The key was changed since it was read: read it again and decide.',
    );
}

/** An unchanged expiry is not judged anew: an expired key can still be renamed. */
function withoutSameExpiry(changes: KeyChanges, key: KeyRecord): KeyChanges {
  const { expiresAt, ...others } = changes;
  const same =
    expiresAt !== undefined && (expiresAt === null ? null : Date.parse(expiresAt)) === key.expiresAt;
  return same ? others : changes;
}

function changed(call: QodlyCall, desk: QodlyDesk): SettledFields {
  const { environment, key } = keyOf(call, desk);
  const changes = withoutSameExpiry(readBody(KeyChanges, call.body), key);
  return settle(changes, {
    environment,
    roleNames: desk.environments.roles(environment.id).map(({ name }) => name),
    now: desk.context.clock(),
    assumptions: desk.context.assumptions,
  });
}

function editKey(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  if (!editable(environmentOf(call, desk)))
    throw new Problem('not-editable', 'Keys of the first generation are deleted and made anew, not edited.', {
      headers: { Allow: 'GET, DELETE' },
    });
  const { key } = keyOf(call, desk);
  const ifMatch = call.header('if-match');
  if (ifMatch === undefined)
    throw new Problem('if-match-required', 'Send the ETag of the key that you edit as If-Match.');
  checkUnchanged(ifMatch, key);
  const secret = desk.context.assumptions.editKeepsSecret ? key.secret : randomUUID();
  const edited = { ...key, ...changed(call, desk), secret, revision: key.revision + 1 };
  desk.keys.update(edited);
  return { status: 200, body: keyAnswer(edited), headers: { ETag: etagOf(edited) } };
}

function deleteKey(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  const { key } = keyOf(call, desk);
  const ifMatch = call.header('if-match');
  if (ifMatch !== undefined) checkUnchanged(ifMatch, key);
  desk.keys.revoke(key.id, desk.context.clock());
  return { status: 204 };
}

const PATH = '/environments/{environment}/keys/{key}';

/** Editing and deleting a key. */
export const KEY_CHANGE_ROUTES: readonly QodlyRoute[] = [
  {
    method: 'PATCH',
    path: PATH,
    right: 'keys:write',
    doc: {
      operationId: 'editKey',
      summary: 'Changes the given fields of a key. A new expiration date is judged from now.',
      headers: { 'If-Match': true },
      body: KeyChanges,
      status: 200,
      answer: KeyAnswer,
      answerHeaders: ['ETag'],
      problems: ['not-found', 'no-such-key', 'not-editable', 'changed-meanwhile', 'if-match-required'],
    },
    handle: editKey,
  },
  {
    method: 'DELETE',
    path: PATH,
    right: 'keys:write',
    doc: {
      operationId: 'deleteKey',
      summary: 'Deletes a key for good; the data plane refuses it at once.',
      headers: { 'If-Match': false },
      status: 204,
      problems: ['not-found', 'no-such-key', 'changed-meanwhile'],
    },
    handle: deleteKey,
  },
];
