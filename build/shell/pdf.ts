// Electron's options for printToPDF in the words of Chromium's protocol.

/** Paper sizes in inches. */
const PAPER: Record<string, [number, number]> = {
  A4: [8.27, 11.69],
  A5: [5.83, 8.27],
  Letter: [8.5, 11],
  Legal: [8.5, 14],
};

/** The options Chromium is given; what it does not know is refused by Chromium itself. */
export function toPdfOptions(options: Record<string, unknown>): Record<string, unknown> {
  const { pageSize = 'Letter', ...rest } = options;
  const size = PAPER[String(pageSize)];
  if (!size) throw new Error("chromium shell: a paper size of one's own is not emulated");
  return { ...rest, paperWidth: size[0], paperHeight: size[1] };
}
