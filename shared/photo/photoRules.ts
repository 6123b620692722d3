// What the stored photo of a person may be: a small baseline JPEG of one size that carries nothing but the picture.
import { APP0, type JpegSegment, jpegSegments, lengthAt, MARKER, SCAN, TABLES } from './jpegSegments.ts';

/** Width and height of a stored photo. */
export const PHOTO_SIDE_PX = 256;
export const MAX_PHOTO_BYTES = 65_536;
/** The longest base64 text of MAX_PHOTO_BYTES. */
export const MAX_PHOTO_BASE64 = 4 * Math.ceil(MAX_PHOTO_BYTES / 3);

/** The JFIF header without a thumbnail: 16 bytes of parameters. Source: ITU-T T.871 10.1. */
const JFIF = { lengthBytes: 16, word: [0x4a, 0x46, 0x49, 0x46, 0x00], thumbnailAt: 16 } as const;
const PICTURE_MARKERS: readonly number[] = [MARKER.dht, TABLES.dqt, TABLES.dri];

/** Whether the bytes are a JPEG as it is stored: at most MAX_PHOTO_BYTES, baseline, 256 by 256, gray or three colors, one
 *  scan, and no segment that could carry a place, a name, a device or a second picture. Pure; never throws. */
export function isStorablePhoto(bytes: Uint8Array): boolean {
  if (bytes.length > MAX_PHOTO_BYTES) return false;
  const segments = jpegSegments(bytes);
  if (segments === null) return false;
  const frames = segments.filter(({ marker }) => marker === MARKER.sof0);
  const scans = segments.filter(({ marker }) => marker === SCAN);
  const [frame] = frames;
  if (frame === undefined || frames.length !== 1 || scans.length !== 1) return false;
  const middle = segments.slice(1, -1);
  return middle.every((segment) => isPicture(bytes, segment)) && isRightFrame(bytes, frame);
}

/** The same picture without segments that say more than the picture; null when the bytes are no whole JPEG. */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  const kept = jpegSegments(bytes)?.filter(({ marker }) => marker <= APP0) ?? null;
  if (kept === null) return null;
  const clean = new Uint8Array(kept.reduce((sum, { start, end }) => sum + end - start, 0));
  let at = 0;
  for (const { start, end } of kept) {
    clean.set(bytes.subarray(start, end), at);
    at += end - start;
  }
  return clean;
}

function isPicture(bytes: Uint8Array, segment: JpegSegment): boolean {
  const { marker } = segment;
  if (marker === APP0) return isBareJfif(bytes, segment);
  return marker === MARKER.sof0 || marker === SCAN || PICTURE_MARKERS.includes(marker);
}

function isBareJfif(bytes: Uint8Array, { start, end }: JpegSegment): boolean {
  if (end - start !== JFIF.lengthBytes + 2) return false;
  const isNamed = JFIF.word.every((byte, index) => bytes[start + 4 + index] === byte);
  return isNamed && lengthAt(bytes, start + JFIF.thumbnailAt) === 0;
}

/** Eight bits a sample, height, width, and one or three components of three bytes each. */
function isRightFrame(bytes: Uint8Array, { start, end }: JpegSegment): boolean {
  const components = bytes[start + 9] ?? 0;
  return (
    bytes[start + 4] === 8 &&
    lengthAt(bytes, start + 5) === PHOTO_SIDE_PX &&
    lengthAt(bytes, start + 7) === PHOTO_SIDE_PX &&
    (components === 1 || components === 3) &&
    end - start === 10 + 3 * components
  );
}
