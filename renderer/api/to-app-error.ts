import { AppError } from '@core/domain/app-error';

/** Any thrown value as an `AppError`; what is not one is a bug of ours and says so. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  return new AppError('unexpected', 'Something unexpected happened in the window.');
}
