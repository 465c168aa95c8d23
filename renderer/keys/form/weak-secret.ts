/** As many random letters and digits hold 128 bits. */
const SHORT = 22;
/** Random text of that length has more different characters than this, practically always. */
const FEW = 8;
/** A text that has no more than this beside words and digits is made of them. */
const REST = 5;

/** What people type where a secret is asked for, and what stands on the keys beside each other. */
const WORDS =
  /password|passwort|passphrase|secret|geheim|admin|root|user|login|welcome|letmein|changeme|default|example|sample|dummy|demo|test|prod|dev|staging|local|mobile|client|server|service|backend|frontend|public|private|internal|partner|customer|company|token|access|apikey|api|key|qwertz?u?i?o?p?|asdf(ghjkl)?|abc(def)?(ghi)?|iloveyou|dragon|monkey|master|hello|summer|winter|spring|autumn|monday|friday|this|that|your|our|the|for|and|new|old|my|of|is/g;

const LOOKALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};

/**
 * Why a secret that somebody made up may be guessed, as the end of "This key …"; null where nothing speaks for it.
 * SECURITY: says nothing of the text itself but its length.
 */
export function weaknessOf(secret: string): string | null {
  const length = [...secret].length;
  if (length < SHORT) return `is short: ${length} characters, where ${SHORT} random ones are hard to guess`;
  if (new Set(secret).size < FEW) return 'has few different characters';
  return isMadeOfWords(secret) ? 'is made of common words' : null;
}

/** Words stay words with a digit in the place of a letter, in capitals, and with signs in between. */
function isMadeOfWords(secret: string): boolean {
  const lower = secret.toLowerCase();
  const read = lower.replace(/[013457@$]/g, (sign) => LOOKALIKES[sign] ?? sign);
  return [lower, read].some((text) => text.replace(WORDS, '').replace(/[^\p{L}]/gu, '').length <= REST);
}
