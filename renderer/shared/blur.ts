/** Takes the focus off an element that is about to go: browsers complain when what is hidden still has it. */
export function blurInside(node: HTMLElement): void {
  const focused = node.ownerDocument.activeElement;
  if (focused instanceof HTMLElement && node.contains(focused)) focused.blur();
}
