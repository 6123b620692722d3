// How large an imported file may be; everything beyond is refused before it is read further.

export const MAX_FILE_BYTES = 200 * 1024 * 1024;
export const MAX_ROWS = 500_000;
export const MAX_COLUMNS = 500;
export const MAX_CELL_CHARACTERS = 10_000;
/** One row in bytes; a quotation mark that is never closed swallows the rest of the file and ends here. */
export const MAX_ROW_BYTES = 2 * 1024 * 1024;
