// What people ask about rights, answered where they look for help (S1.27, S1.28).

export const RIGHTS_ANSWERS: readonly { readonly question: string; readonly answer: string }[] = [
  {
    question: 'Can we make roles of our own?',
    answer:
      'Yes. Under Security, Roles you copy a role or make one from its tasks. Shipped roles stay as they are, and every version of yours is kept.',
  },
  {
    question: 'Can one person do the work of several roles?',
    answer:
      'Yes. Give them each role; their rights add up, and “Comes from” says which role gave what. Where two rights should not meet in one hand, a mark says so.',
  },
  {
    question: 'Can somebody have more for a while?',
    answer:
      'Yes, with an end: give a role or a single right until a day, or share one patient until a day. It ends by itself, and nobody can hand on what they were lent.',
  },
  {
    question: 'Is every change of a right written down?',
    answer:
      'Yes, with who, when, why, and what it was before and after. Under Who can you also ask who could do something on a past day.',
  },
  {
    question: 'Can somebody from outside, such as a technician, get in?',
    answer:
      'Not by themselves: Keyward has no way in from outside and no login that is not a person of yours. If somebody must work here, a Super User adds a login in their own name with a role that ends the same day, and disables it afterwards; the activity log shows what they did.',
  },
];
