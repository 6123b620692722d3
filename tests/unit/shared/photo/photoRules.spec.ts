import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { GRAY_PHOTO_BASE64 } from '../../../../shared/photo/grayPhoto.ts';
import { jpegSegments } from '../../../../shared/photo/jpegSegments.ts';
import { isStorablePhoto, MAX_PHOTO_BYTES, withoutMetadata } from '../../../../shared/photo/photoRules.ts';

const GRAY = Uint8Array.from(Buffer.from(GRAY_PHOTO_BASE64, 'base64'));

/** The gray photo with further bytes behind its first marker. */
const withSegment = (...bytes: number[]) => Uint8Array.from([...GRAY.slice(0, 2), ...bytes, ...GRAY.slice(2)]);
const segment = (marker: number, content: readonly number[]) => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 0xff,
  ...content,
];
const changed = (at: number, byte: number) => Uint8Array.from(GRAY, (old, index) => (index === at ? byte : old));
/** Where the frame's marker stands. */
const FRAME_AT = (jpegSegments(GRAY) ?? []).find(({ marker }) => marker === 0xc0)?.start ?? -1;
const JFIF = [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1];

describe('a photo that may be stored (S2.32)', () => {
  it('is a small baseline JPEG of 256 by 256 pixels, with or without a bare JFIF header', () => {
    expect(isStorablePhoto(GRAY)).toBe(true);
    expect(isStorablePhoto(withSegment(...segment(0xe0, [...JFIF, 0, 0])))).toBe(true);
  });

  it.each([
    ['EXIF with a place', 0xe1],
    ['a color profile', 0xe2],
    ['an Adobe segment', 0xee],
    ['a comment', 0xfe],
    ['an unknown segment', 0xf5],
    ['a second frame', 0xc2],
  ])('carries no %s', (_what, marker) => {
    expect(isStorablePhoto(withSegment(...segment(marker, [1, 2, 3, 4])))).toBe(false);
  });

  it('carries no thumbnail', () => {
    expect(isStorablePhoto(withSegment(...segment(0xe0, [...JFIF, 1, 1, 9, 9, 9])))).toBe(false);
    expect(isStorablePhoto(withSegment(...segment(0xe0, [...JFIF, 1, 1])))).toBe(false);
  });

  it('has no other size, depth, kind or number of components', () => {
    for (const [offset, byte] of [
      [1, 0xc2],
      [4, 12],
      [5, 2],
      [6, 1],
      [7, 0],
      [8, 255],
      [9, 4],
    ] as const)
      expect([offset, isStorablePhoto(changed(FRAME_AT + offset, byte))]).toEqual([offset, false]);
  });

  it('has its end, and nothing behind it', () => {
    expect(isStorablePhoto(GRAY.slice(0, -2))).toBe(false);
    expect(isStorablePhoto(Uint8Array.from([...GRAY, 0]))).toBe(false);
    expect(isStorablePhoto(Uint8Array.from([...GRAY, ...GRAY]))).toBe(false);
  });

  it('is no larger than 64 KiB', () => {
    const scan = Array.from({ length: MAX_PHOTO_BYTES - GRAY.length }, () => 0);
    const largest = Uint8Array.from([...GRAY.slice(0, -2), ...scan, 0xff, 0xd9]);
    expect([largest.length, isStorablePhoto(largest)]).toEqual([MAX_PHOTO_BYTES, true]);
    expect(isStorablePhoto(Uint8Array.from([...GRAY.slice(0, -2), ...scan, 0, 0xff, 0xd9]))).toBe(false);
  });

  it('is none of the other kinds of file', () => {
    const starts = [
      '',
      'GIF89a',
      '\x89PNG\r\n\x1a\n',
      'RIFF....WEBPVP8 ',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'MZ',
      '%PDF-1.7',
    ];
    for (const start of starts) expect(isStorablePhoto(Buffer.from(start, 'latin1'))).toBe(false);
  });

  property.prop([fc.uint8Array({ maxLength: 2_000 })])('is not read from chance bytes, and reading ends', (bytes) => {
    expect(isStorablePhoto(bytes)).toBe(false);
    expect(isStorablePhoto(Uint8Array.from([0xff, 0xd8, ...bytes]))).toBe(false);
  });

  property.prop([fc.array(fc.tuple(fc.nat(GRAY.length - 1), fc.nat(255)), { maxLength: 20 }), fc.nat(GRAY.length)])(
    'is judged without a fault however it is damaged, and whole segments stay within the file',
    (damage, length) => {
      const bytes = Uint8Array.from(GRAY);
      for (const [at, byte] of damage) bytes[at] = byte;
      const cut = bytes.slice(0, length);
      expect(typeof isStorablePhoto(cut)).toBe('boolean');
      const segments = jpegSegments(cut) ?? [];
      for (const { start, end } of segments) expect(start < end && end <= cut.length).toBe(true);
    },
  );
});

describe('taking away what says more than the picture', () => {
  property.prop([
    fc.array(fc.tuple(fc.integer({ min: 0xe1, max: 0xfe }), fc.uint8Array({ maxLength: 300 })), { maxLength: 5 }),
  ])('leaves the picture as it was', (segments) => {
    const bytes = withSegment(...segments.flatMap(([marker, content]) => segment(marker, [...content])));
    expect(withoutMetadata(bytes)).toEqual(GRAY);
  });

  it('gives nothing for what is no JPEG', () => {
    expect(withoutMetadata(Buffer.from('GIF89a'))).toBeNull();
  });
});
