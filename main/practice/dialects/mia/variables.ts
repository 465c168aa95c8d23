type Variables = Readonly<Record<string, string>>;

/** How a configuration names a variable of the runtime environment. */
const VARIABLE = /\{\{([A-Za-z0-9_]+)\}\}/g;

function valueOf(variables: Variables, name: string): string | null {
  return Object.hasOwn(variables, name) ? (variables[name] ?? null) : null;
}

/** The text with the environment's values; null when one of them is missing. */
export function resolveVariables(text: string, variables: Variables): string | null {
  if (missingVariables(text, variables)) return null;
  return text.replace(VARIABLE, (_whole, name: string) => valueOf(variables, name) ?? '');
}

/** Whether the text names a variable that the environment does not have. */
export function missingVariables(text: string, variables: Variables): boolean {
  return [...text.matchAll(VARIABLE)].some(([, name = '']) => valueOf(variables, name) === null);
}
