/** How much of a countdown is left: "45 s", "4 min 12 s". */
export function leftText(ms: number): string {
  const { minutes, seconds } = split(ms);
  return minutes * 60 + seconds < 90 ? `${minutes * 60 + seconds} s` : `${minutes} min ${seconds} s`;
}

/** The same where there is little room: "4:12". */
export function leftClock(ms: number): string {
  const { minutes, seconds } = split(ms);
  return `${minutes}:${String(seconds).padStart(2, '0')}`;
}

function split(ms: number): { minutes: number; seconds: number } {
  const all = Math.max(0, Math.ceil(ms / 1_000));
  return { minutes: Math.floor(all / 60), seconds: all % 60 };
}
