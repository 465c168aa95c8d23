const stories = new Map<string, string>();

/** Keeps how the key of a drill came to light for as long as the window lives; the record says it in short. */
export const keepStory = (incidentId: string, story: string): void => void stories.set(incidentId, story);

/** The story of a drill that was begun in this window. */
export const storyOf = (incidentId: string): string | undefined => stories.get(incidentId);
