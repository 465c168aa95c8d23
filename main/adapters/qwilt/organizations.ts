import { AppError } from '@core/domain/app-error';

/** Stands for the default organization where nothing says how it is called. */
export const DEFAULT_ORGANIZATION = 'default';

const MOST_ORGANIZATIONS = 100;
const LONGEST = 200;

/** The organizations an operator named, separated by commas; none means the default one. */
export function namedOrganizations(text = ''): string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  if (names.length <= MOST_ORGANIZATIONS && names.every((name) => name.length <= LONGEST)) return names;
  throw new AppError('invalid-input', 'Type the short names of your organizations, separated by commas.', {
    field: 'organization',
  });
}
