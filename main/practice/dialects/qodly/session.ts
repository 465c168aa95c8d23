import { sameSecret, type Operator } from '../../operators';
import { Problem } from '../../problem';
import { readBody } from './input';
import type { QodlyCall, QodlyDesk, QodlyRoute } from './route';
import { Credentials, OperatorAnswer, SessionAnswer } from './schema';

/** Unknown user names share one count: they can neither be told from known ones nor fill the memory. */
const UNKNOWN_NAME = '';

function operatorAnswer({ id, name, email, rights }: Operator): Record<string, unknown> {
  return { id, name, email, rights };
}

function signIn(call: QodlyCall, { context }: QodlyDesk): Operator {
  const { userName, password } = readBody(Credentials, call.body);
  const operator = context.operators.byUserName(userName);
  const name = operator?.userName ?? UNKNOWN_NAME;
  context.signInPause.check(name);
  if (!operator || !sameSecret(operator.password, password)) {
    context.signInPause.failed(name);
    throw new Problem('wrong-credentials', 'The user name or the password is wrong.');
  }
  context.signInPause.succeeded(name);
  return operator;
}

/** Signing in, and who is signed in. */
export const SESSION_ROUTES: readonly QodlyRoute[] = [
  {
    method: 'POST',
    path: '/session',
    right: 'open',
    doc: {
      operationId: 'signIn',
      summary: 'Signs in with user name and password. A personal token needs no session.',
      body: Credentials,
      status: 201,
      answer: SessionAnswer,
      problems: ['wrong-credentials', 'too-many-attempts'],
    },
    handle: (call, desk) => {
      const operator = signIn(call, desk);
      const { token, expiresAt } = desk.context.sessions.open(operator);
      return {
        status: 201,
        body: {
          token,
          expiresAt: new Date(expiresAt).toISOString(),
          operator: operatorAnswer(operator),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/operator',
    right: 'signed-in',
    doc: {
      operationId: 'getOperator',
      summary: 'Says who is signed in, and what they may do.',
      status: 200,
      answer: OperatorAnswer,
    },
    handle: (call) => ({ status: 200, body: operatorAnswer(call.operator) }),
  },
];
