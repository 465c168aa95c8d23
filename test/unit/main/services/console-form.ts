import { AppError } from '@core/domain/app-error';
import type { ConsoleDraft } from '@core/domain/console';
import { ACME } from '@test/support/key-desk';

/** A disk that takes nothing more. */
export const full = new AppError('storage', 'The disk is full.');

/** What a console says to wrong credentials. */
export const refusal = new AppError('unauthorized', 'The console does not accept them.');

const address = {
  vendor: 'qodly',
  label: 'Second',
  baseUrl: 'https://second.example/',
  method: 'password',
  allowLoopback: false,
  allowPrivate: false,
} as const;

/** The filled-in form of a second console. */
export const draft = (over: Partial<ConsoleDraft> = {}): ConsoleDraft => ({
  ...address,
  credentials: { userName: 'ada', password: 'hunter22' },
  ...over,
});

/** The form of Acme, its credentials left as they are. */
export const acme = (over: Partial<ConsoleDraft> = {}): ConsoleDraft => ({
  ...address,
  label: ACME.label,
  baseUrl: ACME.baseUrl,
  ...over,
});
