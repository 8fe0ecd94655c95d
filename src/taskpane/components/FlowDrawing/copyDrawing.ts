/** The drawing as a picture on the clipboard, or as a file where the clipboard is not allowed. */
import type { FlowLayout } from '../../../report/layout/types';
import { flowSvg } from '../../../report/svg/flowSvg';

/** Pixels of the picture for one of the drawing: sharp in print. */
const scale = 3;

/** True when it is on the clipboard, false when it was saved as a file. Always on white: it goes into a document. */
export async function copyDrawing(layout: FlowLayout): Promise<boolean> {
  const picture = pictureOf(layout);
  try {
    // Handed over before it is drawn: browsers ask for the user's press, which does not last.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch (error) {
    const isRefused =
      error instanceof DOMException || error instanceof TypeError || error instanceof ReferenceError;
    if (!isRefused) throw error;
    save(await picture);
    return false;
  }
}

async function pictureOf(layout: FlowLayout): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([flowSvg(layout)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = layout.width * scale;
    canvas.height = layout.height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('The drawing could not be made into a picture.'));
        else resolve(blob);
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(picture: Blob): void {
  const address = URL.createObjectURL(picture);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'looplens.png';
  link.click();
  // The browser has taken it when the next task runs.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
