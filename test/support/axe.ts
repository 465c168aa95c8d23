import axe from 'axe-core';

// These need a real layout (colours, regions, whether a modal covers the page); the end-to-end run looks at them.
const OFF = {
  'color-contrast': { enabled: false },
  region: { enabled: false },
  'aria-hidden-focus': { enabled: false },
};

/** What an accessibility check finds wrong with the page: "button-name: <button …>"; empty when nothing. */
export async function accessibilityProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { rules: OFF });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
