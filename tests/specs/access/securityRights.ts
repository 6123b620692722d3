// Who may do what with users, roles, settings and the log: the security procedures, written by hand.

/** Seeing users brings the questions about their rights (S4.09, S2.14). */
export const LOOK_AT_USERS = [
  'user.find',
  'user.read',
  'user.findLocationChoices',
  'access.findHolders',
  'access.printRights',
  // One page for one patient record and one day; what was done stands on it only for readers of the log (N7).
  'access.printDay',
  // Filters kept under a name and the columns one sees, for oneself (screens 6.2).
  'user.findViews',
  'user.addView',
  'user.renameView',
  'user.deleteView',
  'user.readLayout',
  'user.saveLayout',
  // Rights held and not used (P2).
  'access.findUnused',
  'access.readUnused',
  // What the practice expects of its rights (P6).
  'expectation.find',
  'expectation.countBroken',
  // Of a change one may make oneself; of any other it says nothing.
  'expectation.preview',
];
/** A list on paper or in a file leaves the house: a right of its own (S2.25). */
const EXPORT_USERS = ['user.export', 'user.print'];
const MANAGE_USERS = [
  'user.setPhiRestricted',
  'user.findProviderChoices',
  'user.add',
  'user.previewUpdate',
  // Trying a change on the log is for whoever may make it (P1).
  'access.replayUserChange',
  'user.update',
  'user.disable',
  'user.enable',
  'user.lockOut',
  'user.unlock',
  'role.lockOut',
  'role.unlock',
  'workstation.lockOut',
  'workstation.unlock',
  'user.issueActivationCode',
  'user.delete',
  'proposal.approveUserChange',
  'proposal.rejectUserChange',
  'expectation.create',
  'expectation.delete',
];
/** Who sees roles sees which changes of rights wait for a second person (S1.06). */
export const LOOK_AT_ROLES = [
  'role.find',
  'role.read',
  'role.findVersions',
  'role.print',
  'proposal.find',
  'proposal.preview',
];
/** Versions, givings, reasons and approvers on paper (S3.05). */
export const PRINT_BINDER = ['role.printBinder'];
const MANAGE_ROLES = [
  'role.create',
  'role.previewUpdate',
  'role.update',
  'access.replayRoleChange',
  'role.withdrawChange',
  'role.delete',
  'role.applyPack',
  // Whoever may change a role may approve or turn down a change of one, within what they could make themselves (S1.06).
  'proposal.approveRoleChange',
  'proposal.rejectRoleChange',
];
export const LOOK_AT_SETTINGS = [
  'setting.read',
  'workstation.read',
  'rightsRules.read',
  'reasonRules.read',
  'outsideReview.readReviewer',
];
const CHANGE_SETTINGS = [
  'setting.update',
  'rightsRules.setToxicPairs',
  'rightsRules.setBeyondTasks',
  'reasonRules.update',
  'outsideReview.setReviewer',
];
const FOLLOW_CHECKLIST = ['checklist.read', 'checklist.setRoleNeeded', 'checklist.setShown'];
export const SEARCH_LOG = [
  'audit.find',
  'audit.findChoices',
  'audit.readStatus',
  // Filters kept under a name, for oneself (S2.37).
  'audit.findViews',
  'audit.addView',
  'audit.renameView',
  'audit.deleteView',
];
const VERIFY_LOG = ['audit.startVerify', 'proof.run'];
export const EXPORT_LOG = ['audit.print', 'audit.startExport'];
/** What no role and no Access Security tick may carry: it belongs to the Super User tick (S5.08, S5.09, S5.03). */
export const SUPER_USERS_ALONE = [
  'user.setSuperUser',
  'user.setAccessSecurity',
  'session.acknowledgeNotice',
  'setup.renewRecovery',
  'setup.setSecondSuperUser',
  'rightsRules.findExceptions',
  'rightsRules.setModel',
  'rightsRules.setSecondApprover',
  'setup.chooseRoles',
  'setup.confirmSafety',
  'setup.finish',
  'checklist.chooseOfficeSize',
];

/** The practice's own data: a right like others, which opens nothing about sign-in or rights (S4.13). */
export const LOOK_AT_PRACTICE = ['organization.read'];
export const WHOLE_PRACTICE = [...LOOK_AT_PRACTICE, 'organization.update'];

export const WHOLE_SECURITY = [
  ...LOOK_AT_USERS,
  ...EXPORT_USERS,
  ...MANAGE_USERS,
  ...LOOK_AT_ROLES,
  ...PRINT_BINDER,
  ...MANAGE_ROLES,
  ...LOOK_AT_SETTINGS,
  ...CHANGE_SETTINGS,
  ...FOLLOW_CHECKLIST,
  ...SEARCH_LOG,
  ...VERIFY_LOG,
  ...EXPORT_LOG,
];

/** Looking at everything that guards the practice, and taking it to a review; changing nothing. */
export const WATCH_SECURITY = [
  ...LOOK_AT_USERS,
  ...EXPORT_USERS,
  ...LOOK_AT_ROLES,
  ...PRINT_BINDER,
  ...LOOK_AT_SETTINGS,
  ...SEARCH_LOG,
  ...VERIFY_LOG,
  ...EXPORT_LOG,
];
