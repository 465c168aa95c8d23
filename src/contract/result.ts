import type { AppErrorShape } from '@core/domain/app-error';
import { AppError } from '@core/domain/app-error';

/** What every call answers over the bridge: a value, or an expected failure as plain data. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: AppErrorShape };

/** Wraps a value for the bridge. */
export const success = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps an expected failure for the bridge; errors cannot cross as objects (only their message survives). */
export const failure = (error: AppError): Result<never> => ({ ok: false, error: error.toShape() });

/** Turns an envelope back into a value, or throws the `AppError` it carries. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw AppError.fromShape(result.error);
}
