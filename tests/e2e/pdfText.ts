// The letters of a PDF as Chromium writes it: glyph numbers in packed streams, with a map to letters beside each font.
import { inflateSync } from 'node:zlib';

/** All letters without spaces, as each font of the file would read them: wide letters are placed one by one, and what
 *  is written in one font stands whole in the reading of that font. */
export function pdfTexts(pdf: Buffer): string[] {
  const streams = unpackedStreams(pdf);
  const shown = streams.flatMap((stream) =>
    [...stream.matchAll(/<([0-9a-f]+)>(?=[^<>]*?T[jJ])/gi)].map(([, hex = '']) => hex),
  );
  return streams.filter((stream) => stream.includes('begincmap')).map((map) => readWith(lettersOf(map), shown));
}

function unpackedStreams(pdf: Buffer): string[] {
  const found: string[] = [];
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    if (pdf.subarray(at - 3, at).toString('latin1') === 'end') continue;
    const packed = pdf.subarray(at + 'stream\n'.length, pdf.indexOf('endstream', at));
    try {
      found.push(inflateSync(packed).toString('latin1'));
    } catch {
      // Not every stream is packed; pictures and fonts hold no words.
    }
  }
  return found;
}

function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  const letter = (code: number) => String.fromCharCode(code);
  for (const [, block = ''] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, glyph = '', to = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      letters.set(Number.parseInt(glyph, 16), letter(Number.parseInt(to, 16)));
  for (const [, block = ''] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph++)
        letters.set(glyph, letter(Number.parseInt(first, 16) + glyph - Number.parseInt(from, 16)));
  return letters;
}

function readWith(letters: Map<number, string>, shown: readonly string[]): string {
  const glyphs = (hex: string) => (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16));
  return shown
    .map((hex) =>
      glyphs(hex)
        .map((glyph) => letters.get(glyph) ?? '')
        .join(''),
    )
    .join('')
    .replace(/\s/g, '');
}
