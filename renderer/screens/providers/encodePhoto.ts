// Makes a chosen picture into the photo that is stored: decoded, cut square and encoded anew, so that nothing of the file survives.
import { isStorablePhoto, PHOTO_SIDE_PX, withoutMetadata } from '../../../shared/photo/photoRules.ts';

/** Kinds of picture the file chooser offers; what counts is whether the file can be decoded. */
export const PHOTO_KINDS = 'image/jpeg,image/png,image/webp';
const MAX_FILE_BYTES = 20_000_000;
/** Tried one after the other until the photo is small enough. */
const QUALITIES = [0.86, 0.7, 0.5, 0.3];

const TOO_LARGE = 'This file is larger than 20 MB. Choose a smaller picture.';
const NO_PICTURE = 'This file is no picture that can be read. Choose a JPEG, PNG or WebP picture.';

export type EncodedPhoto = { readonly jpegBase64: string } | { readonly trouble: string };

/** The picture as JPEG of 256 by 256 pixels, or in a sentence why not. */
export async function encodePhoto(file: Blob): Promise<EncodedPhoto> {
  if (file.size > MAX_FILE_BYTES) return { trouble: TOO_LARGE };
  const picture = await createImageBitmap(file).catch(() => null);
  if (picture === null) return { trouble: NO_PICTURE };
  const canvas = drawnSquare(picture);
  picture.close();
  for (const quality of QUALITIES) {
    const encoded = await canvas?.convertToBlob({ type: 'image/jpeg', quality });
    const bytes = encoded === undefined ? null : withoutMetadata(new Uint8Array(await encoded.arrayBuffer()));
    if (bytes !== null && isStorablePhoto(bytes)) return { jpegBase64: base64Of(bytes) };
  }
  return { trouble: NO_PICTURE };
}

/** The middle of the picture on white, which shows where it is transparent. */
function drawnSquare(picture: ImageBitmap): OffscreenCanvas | null {
  const canvas = new OffscreenCanvas(PHOTO_SIDE_PX, PHOTO_SIDE_PX);
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const side = Math.min(picture.width, picture.height);
  context.fillStyle = 'white';
  context.fillRect(0, 0, PHOTO_SIDE_PX, PHOTO_SIDE_PX);
  context.imageSmoothingQuality = 'high';
  const [left, top] = [(picture.width - side) / 2, (picture.height - side) / 2];
  context.drawImage(picture, left, top, side, side, 0, 0, PHOTO_SIDE_PX, PHOTO_SIDE_PX);
  return canvas;
}

function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
