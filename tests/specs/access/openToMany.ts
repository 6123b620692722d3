// What needs no right: open to everybody signed in, or to anybody at all; written by hand from the feature inventory.

/** Whoever is signed in may call these about themselves and their own session. */
export const EVERYBODY_SIGNED_IN: Readonly<Record<string, string>> = {
  'session.delete': 'signs oneself out',
  'session.setWorkLocation': 'says where one works now (S2.29)',
  'session.giveReason': 'answers why, where a reason is asked (P7)',
  'session.lock': 'locks one’s own screen (S2.41)',
  'session.touch': 'tells that somebody is at the keyboard (S2.41)',
  'session.keepDraft': 'keeps one’s own typing (S2.41)',
  'session.takeDraft': 'gives one’s own typing back (S2.41)',
  'session.changePassword': 'changes one’s own password (S2.08)',
  'access.explain': 'asks which rule refused oneself; about others it is refused inside (S2.14)',
  'job.read': 'follows a job one started oneself',
  'job.cancel': 'stops a job one started oneself',
  'practice.findPeople': 'names colleagues to choose one from; nothing else is told of them',
  'practice.readStatus': 'shows counts and states in the status bar',
  'setup.saveRecoverySheet': 'puts the code made in one’s own session on paper, also after the recovery code (S2.100)',
  'setup.confirmRecovery': 'proves the code made in one’s own session, also after the recovery code (S2.100)',
};

/** Open at a window nobody is signed in at; they decide by secret and by state, not by right. */
export const OPEN_TO_ANYBODY: Readonly<Record<string, string>> = {
  'session.readState': 'tells the first screen what to show',
  'session.create': 'signs in with login ID and password (S1.07)',
  'session.activate': 'takes a one-time code (S5.06)',
  'session.recover': 'takes the paper code (S2.100)',
  'session.checkPassword': 'judges a new password while it is typed (S2.42)',
  'setup.create': 'makes the first Super User, once (S5.03)',
};
