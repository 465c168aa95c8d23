import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { PracticeContext } from '../../context';
import { delayAnswers } from '../../loopback-app';
import { qwiltApp, QwiltRefusal } from './app';
import { SESSION_COOKIE } from './names';
import { QwiltSessions } from './sessions';
import { UserStore, type QwiltUser } from './users';

/** What the published sample says, although the token lives shorter. */
const COOKIE_SECONDS = 21_600;

const BASIC = /^Basic ([A-Za-z0-9+/=]+)$/i;
const Query = z.object({ orgId: z.string().min(1).max(200).optional() });

/** Unknown user names share one count: they can neither be told from known ones nor fill the memory. */
const pauseName = (user: QwiltUser | null): string => `qwilt/${user?.userName ?? ''}`;

function basicOf({ headers }: FastifyRequest): [userName: string, password: string] {
  const [, coded = ''] = BASIC.exec(headers.authorization ?? '') ?? [];
  const text = Buffer.from(coded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) throw new QwiltRefusal(401, 'Send user name and password.');
  return [text.slice(0, colon), text.slice(colon + 1)];
}

function userOf(request: FastifyRequest, { store, signInPause }: PracticeContext): QwiltUser {
  const users = new UserStore(store);
  const [userName, password] = basicOf(request);
  const name = pauseName(users.find(userName));
  signInPause.check(name);
  const user = users.withPassword(userName, password);
  if (user === null) {
    signInPause.failed(name);
    throw new QwiltRefusal(401, 'The user name or the password is wrong.');
  }
  signInPause.succeeded(name);
  return user;
}

function organizationOf(request: FastifyRequest, { organizations }: QwiltUser): string {
  const query = Query.safeParse(request.query);
  if (!query.success) throw new QwiltRefusal(400, 'The orgId is not well formed.');
  const { orgId = organizations[0] ?? '' } = query.data;
  if (!organizations.includes(orgId)) throw new QwiltRefusal(403, 'You do not belong to this organization.');
  return orgId;
}

function signIn(request: FastifyRequest, reply: FastifyReply, context: PracticeContext): void {
  const user = userOf(request, context);
  const organization = organizationOf(request, user);
  const token = new QwiltSessions(context).open({ user, organization });
  void reply
    .code(302)
    .headers({
      'Set-Cookie': `${SESSION_COOKIE}=${token}; Path=/; Max-Age=${COOKIE_SECONDS}; HttpOnly; Secure`,
      'Content-Type': 'text/plain; charset=UTF-8',
      Location: '/',
    })
    .send('OK');
}

/** Signing in: a redirect whose cookie is the session. */
export function buildLogin(context: PracticeContext): FastifyInstance {
  return qwiltApp(context, (app) => {
    delayAnswers(app, context.latencyMs);
    app.get('/login', (request, reply) => signIn(request, reply, context));
  });
}
