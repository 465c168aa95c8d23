/** Where in *Leak response* one is. */
export type LeakPlace =
  /** `addTo`: what is found is added to this record. */
  | { readonly at: 'start'; readonly addTo?: string }
  | { readonly at: 'search'; readonly addTo?: string }
  | { readonly at: 'incident'; readonly incidentId: string };

/** The way in. */
export const LEAK_START: LeakPlace = { at: 'start' };

/** Goes somewhere else within the screen. */
export type GoTo = (place: LeakPlace) => void;
