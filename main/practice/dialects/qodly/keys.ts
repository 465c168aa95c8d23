import { encodeCursor } from '../../cursor';
import { etagOf, keyAnswer } from './answers';
import { environmentOf, keyOf, readCursor, readQuery } from './input';
import type { QodlyAnswer, QodlyCall, QodlyDesk, QodlyRoute } from './route';
import { KeyAnswer, KeyPage, KeyQuery, SecretAnswer } from './schema';

function listKeys(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  const environmentId = environmentOf(call, desk).id;
  const scope = `keys of ${environmentId}`;
  const { limit, cursor, clientRef = null } = readQuery(KeyQuery, call.query);
  const filter = { environmentId, clientRef };
  const found = desk.keys.page(filter, readCursor(scope, cursor), limit + 1);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const more = found.length > limit && last;
  const nextCursor = more ? encodeCursor(scope, [last.createdAt, last.id]) : null;
  return {
    status: 200,
    body: { items: page.map(keyAnswer), nextCursor, total: desk.keys.count(filter) },
  };
}

function getKey(call: QodlyCall, desk: QodlyDesk): QodlyAnswer {
  const { key } = keyOf(call, desk);
  return { status: 200, body: keyAnswer(key), headers: { ETag: etagOf(key) } };
}

/** Reading keys. */
export const KEY_ROUTES: readonly QodlyRoute[] = [
  {
    method: 'GET',
    path: '/environments/{environment}/keys',
    right: 'keys:read',
    doc: {
      operationId: 'listKeys',
      summary: 'Lists the keys, oldest first. A cursor survives inserts and deletes between two pages.',
      query: KeyQuery,
      status: 200,
      answer: KeyPage,
      problems: ['not-found'],
    },
    handle: listKeys,
  },
  {
    method: 'GET',
    path: '/environments/{environment}/keys/{key}',
    right: 'keys:read',
    doc: {
      operationId: 'getKey',
      summary: 'Gets one key, without its secret.',
      status: 200,
      answer: KeyAnswer,
      answerHeaders: ['ETag'],
      problems: ['not-found', 'no-such-key'],
    },
    handle: getKey,
  },
  {
    method: 'GET',
    path: '/environments/{environment}/keys/{key}/secret',
    right: 'keys:reveal',
    doc: {
      operationId: 'revealSecret',
      summary: 'Shows the secret of a key.',
      status: 200,
      answer: SecretAnswer,
      problems: ['not-found', 'no-such-key'],
    },
    handle: (call, desk) => ({ status: 200, body: { secret: keyOf(call, desk).key.secret } }),
  },
];
