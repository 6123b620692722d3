// Tables of the reference pages.

/** A Markdown table; cells may hold any text. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(heads), `|${'---|'.repeat(heads.length)}`, ...rows.map(line)].join('\n');
}

/** A page of the reference with its title and the note that it is not written by hand. */
export function page(title: string, ...parts: readonly string[]): string {
  const note = 'Written by `npm run reference` from the code; change the code, not this page.';
  return `${[`# ${title}`, note, ...parts].join('\n\n')}\n`;
}

export const code = (text: string): string => `\`${text}\``;

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
