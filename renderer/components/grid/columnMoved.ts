// Another order of columns.

/** The columns with one of them put to the place of another; a name that is not among them changes nothing. */
export function columnMoved<Id extends string>(columns: readonly Id[], columnId: string, toColumnId: string): Id[] {
  const ids: readonly string[] = columns;
  const [from, to] = [ids.indexOf(columnId), ids.indexOf(toColumnId)];
  if (from < 0 || to < 0) return [...columns];
  return columns.toSpliced(from, 1).toSpliced(to, 0, ...columns.slice(from, from + 1));
}
