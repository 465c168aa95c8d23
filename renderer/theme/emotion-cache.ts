import createCache, { type EmotionCache } from '@emotion/cache';

/**
 * Emotion's cache for this window.
 * SECURITY: `speedy` adds rules through the CSSOM, which lets the page forbid every style text but the empty one.
 */
export const createEmotionCache = (): EmotionCache => createCache({ key: 'kd', speedy: true, prepend: true });
