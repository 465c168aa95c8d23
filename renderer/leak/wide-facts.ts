/** The look of what depends on a key: facts side by side where there is room. */
export const WIDE_FACTS = {
  mt: 1.25,
  pt: 1.25,
  borderTop: 1,
  borderColor: 'house.line',
  containerType: 'inline-size',
  '@container (min-width: 640px)': {
    '& dl': {
      gridTemplateColumns:
        'minmax(96px, max-content) minmax(0, 1fr) minmax(96px, max-content) minmax(0, 1fr)',
    },
  },
} as const;
