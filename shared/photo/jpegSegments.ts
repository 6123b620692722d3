// Walks the segments of a JPEG file. Source: ITU-T T.81 (ISO/IEC 10918-1) Annex B.

/** One marker of the file, with its parameters where it has any. */
export interface JpegSegment {
  readonly marker: number;
  /** Where the marker's 0xFF stands. */
  readonly start: number;
  /** The first byte behind the segment; of a scan, the first behind its coded data. */
  readonly end: number;
}

export const MARKER = { sof0: 0xc0, dht: 0xc4, rst0: 0xd0, rst7: 0xd7, soi: 0xd8, eoi: 0xd9 } as const;
export const SCAN = 0xda;
export const TABLES = { dqt: 0xdb, dri: 0xdd } as const;
export const APP0 = 0xe0;

/** Every segment from the start to the end of the image, or null when the bytes are no whole JPEG: wrong magic, a marker
 *  where none can be, a length beyond the end, no end, or anything behind the end. Pure; never throws. */
export function jpegSegments(bytes: Uint8Array): readonly JpegSegment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== MARKER.soi) return null;
  const segments: JpegSegment[] = [{ marker: MARKER.soi, start: 0, end: 2 }];
  for (let at = 2; ; ) {
    const marker = bytes[at + 1];
    if (bytes[at] !== 0xff || marker === undefined) return null;
    if (marker === MARKER.eoi) {
      segments.push({ marker, start: at, end: at + 2 });
      return at + 2 === bytes.length ? segments : null;
    }
    if (marker < MARKER.sof0 || marker === 0xff || (marker >= MARKER.rst0 && marker <= MARKER.soi)) return null;
    const behind = at + 2 + lengthAt(bytes, at + 2);
    if (behind < at + 4 || behind > bytes.length) return null;
    const end = marker === SCAN ? behindCodedData(bytes, behind) : behind;
    segments.push({ marker, start: at, end });
    at = end;
  }
}

/** The two bytes at `at` as a number; 0 beyond the end. */
export function lengthAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

/** Coded data ends at the first 0xFF that neither stands for itself (FF 00) nor restarts the decoder. */
function behindCodedData(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < MARKER.rst0 || next > MARKER.rst7)) return at;
  }
  return bytes.length;
}
