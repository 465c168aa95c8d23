import fc from 'fast-check';

/** Texts that somebody else chose, made to break out of where they are put. */
export const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '\n',
        '\r',
        '\u2028',
        '\u0085',
        '$(touch x)',
        '`id`',
        ';',
        '&&',
        '#',
        '{{x}}',
        '</script>',
        '-o/tmp/x',
        '\0',
        'name',
        ' ',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
