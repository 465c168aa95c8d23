import { userInfo } from 'node:os';

/** Who is signed in to the system; in a container that may be a number without a name. */
export function personName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
