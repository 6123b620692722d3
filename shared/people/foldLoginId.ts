// The form in which login ids are compared: without regard to case.

/** Two login ids are the same login when their folded forms are equal (S5.05). */
export function foldLoginId(loginId: string): string {
  return loginId.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}
