import { useEffect, useEffectEvent } from 'react';

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Takes a file that is dropped anywhere on the window; of several, the first. */
export function useFileDrop(onFile: (file: File) => void): void {
  const drop = useEffectEvent((event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    if (!holdsFiles(event)) return;
    event.preventDefault();
    if (file !== undefined) onFile(file);
  });
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // Without this, nothing can be dropped.
      if (holdsFiles(event)) event.preventDefault();
    };
    const listen = (event: DragEvent): void => drop(event);
    document.addEventListener('dragover', over);
    document.addEventListener('drop', listen);
    return () => {
      document.removeEventListener('dragover', over);
      document.removeEventListener('drop', listen);
    };
  }, []);
}
