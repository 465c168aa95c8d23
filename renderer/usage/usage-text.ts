import type { UseWay } from '@core/domain/vendor';

/** How a key is sent in a way, in a sentence. */
export function wayText(way: UseWay): string {
  switch (way.kind) {
    case 'header':
      return way.prefix === undefined
        ? `The key is sent in the HTTP header ${way.name}.`
        : `The key is sent in the HTTP header ${way.name}, after “${way.prefix.trim()}” and a blank.`;
    case 'cookie':
      return `The key is sent in the cookie ${way.name}.`;
    case 'code':
      return 'The key is a parameter of the call.';
  }
}
