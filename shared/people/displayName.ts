// How a person's name is written in lists, titles and the activity log: `Last, First M.`

export interface NameParts {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleInitial?: string;
}

/** `Ortiz, Lena M.`; parts that are empty are left out. */
export function displayName({ lastName, firstName, middleInitial = '' }: NameParts): string {
  const initial = middleInitial === '' ? '' : `${middleInitial.toUpperCase()}.`;
  const given = [firstName, initial].filter((part) => part !== '').join(' ');
  return [lastName, given].filter((part) => part !== '').join(', ');
}
