import type { Environment } from '@core/domain/environment';

const BASIS: Record<Environment['productionBasis'], { readonly yes: string; readonly no: string }> = {
  vendor: {
    yes: 'The console says that this is production.',
    no: 'The console says that this is not production.',
  },
  name: { yes: 'Its name looks like production.', no: 'Its name does not look like production.' },
  operator: { yes: 'You marked this as production.', no: 'You marked this as not production.' },
};

/** Why an environment counts as production, or does not. */
export const productionReason = ({ production, productionBasis }: Environment): string =>
  BASIS[productionBasis][production ? 'yes' : 'no'];
