import { describe, expect, it } from 'vitest';
import { emptyForm, formOf, formProblems, toDraft } from '@renderer/consoles/console-form';
import { isPlainHttp, looksPrivate, needsLoopbackTick } from '@renderer/consoles/console-url';
import { aConsole } from '@test/support/builders';

const filled = {
  ...emptyForm(),
  label: ' Acme ',
  baseUrl: ' https://console.acme.example ',
  credentials: { userName: 'ada', password: 'pw' },
};

describe('the form of a new console', () => {
  it('names everything that is missing', () => {
    expect(Object.keys(formProblems(emptyForm(), null))).toEqual([
      'label',
      'baseUrl',
      'userName',
      'password',
    ]);
  });

  it('refuses what is no address', () => {
    expect(formProblems({ ...filled, baseUrl: 'console.acme.example' }, null)['baseUrl']).toContain(
      'https://',
    );
  });

  it('becomes a draft without blanks around it', () => {
    expect(toDraft(filled, null)).toEqual({
      vendor: 'qodly',
      label: 'Acme',
      baseUrl: 'https://console.acme.example',
      method: 'password',
      credentials: { userName: 'ada', password: 'pw' },
      allowLoopback: false,
      allowPrivate: false,
    });
  });

  it('sends only the fields of the chosen way to sign in', () => {
    const token = { ...filled, method: 'token', credentials: { token: 't', password: 'left over' } };
    expect(toDraft(token, null).credentials).toEqual({ token: 't' });
  });

  it('drops a tick that its address no longer shows', () => {
    expect(toDraft({ ...filled, allowLoopback: true }, null).allowLoopback).toBe(false);
    const local = { ...filled, baseUrl: 'http://127.0.0.1:4000', allowLoopback: true };
    expect(toDraft(local, null).allowLoopback).toBe(true);
  });

  it('takes a certificate with it, takes one away, or leaves it', () => {
    expect(toDraft({ ...filled, certificate: { fileName: 'ca.pem', pem: 'PEM' } }, null).caPem).toBe('PEM');
    expect(toDraft({ ...filled, certificate: null }, null).caPem).toBeNull();
    expect(toDraft(filled, null)).not.toHaveProperty('caPem');
  });
});

describe('the form of a known console', () => {
  const known = aConsole();

  it('keeps the credentials when none are typed', () => {
    expect(formProblems(formOf(known), known)).toEqual({});
    expect(toDraft(formOf(known), known)).not.toHaveProperty('credentials');
  });

  it('asks for all of them when one is typed', () => {
    const form = { ...formOf(known), credentials: { userName: 'eve' } };
    expect(formProblems(form, known)).toEqual({ password: 'Password is required.' });
  });

  it('asks for new ones when the way to sign in changes, or none are kept', () => {
    expect(formProblems({ ...formOf(known), method: 'token' }, known)).toHaveProperty('token');
    const lost = aConsole({ credentials: 'missing' });
    expect(formProblems(formOf(lost), lost)).toHaveProperty('password');
  });
});

describe('addresses', () => {
  it.each(['http://127.0.0.1:3000', 'http://[::1]/', 'https://localhost', 'http://127.1.2.3'])(
    '%s is this computer',
    (url) => {
      expect(needsLoopbackTick(url)).toBe(true);
      expect(looksPrivate(url)).toBe(false);
    },
  );

  it.each([
    'https://10.1.2.3',
    'https://192.168.0.4',
    'https://172.16.9.1',
    'https://qcmc.corp',
    'https://qcmc',
    'https://[fd00::1]',
  ])('%s looks private', (url) => expect(looksPrivate(url)).toBe(true));

  it.each([
    'https://console.example.com',
    'https://172.32.0.1',
    'https://127.0.0.1.example.com',
    'half typed',
  ])('%s takes no tick', (url) =>
    expect([needsLoopbackTick(url), looksPrivate(url)]).toEqual([false, false]),
  );

  it('tells plain http', () => {
    expect([isPlainHttp(' HTTP://127.0.0.1'), isPlainHttp('https://a.example')]).toEqual([true, false]);
  });
});
