// Why a call was denied, in one sentence for each reason the judge knows.
import type { DenyReason } from '../../shared/authorization/decide.ts';

export const DENIALS: Record<DenyReason, string> = {
  accountNotActive: 'Denied: the login was not active.',
  lockedOut: 'Denied: the login was locked out.',
  reviewMode: 'Denied: the practice was open to Super Users only until an alarm was explained.',
  setupUnfinished: 'Denied: the set-up was not finished, so patient data stayed closed.',
  recoverySession: 'Denied: whoever enters with the recovery code may only bring Super Users back.',
  phiRestricted: 'Denied: the login is marked ePHI Restricted and reaches no patient data.',
  noRight: 'Denied: no role and no single right of this person gave it.',
  rightNotYet: 'Denied: the right was given from a later day on.',
  rightEnded: 'Denied: the right was given until a day that was past.',
  outsideHours: 'Denied: the role that gives the right did not count at this hour.',
  otherLocation: 'Denied: the right was given for another location than the one worked at.',
  reasonRequired: 'Denied: a reason was asked for and none was given.',
  stepUpRequired: 'Denied: the password was not typed again for this act.',
  notFound: 'Denied: the record did not exist.',
  outOfScope: 'Denied: the record lies outside this person’s limits: providers, locations, labels or conditions.',
  conditionNotMet: 'Denied: the record did not meet the conditions under which the role gives the right.',
  leavesScope: 'Denied: the record would have lain outside this person’s limits afterwards.',
  targetIsSuperUser: 'Denied: only a Super User may change a Super User.',
  ownRights: 'Denied: nobody may widen their own rights or share a patient with themselves.',
  givesWhatTheyLack:
    'Denied: nobody may hand on what they do not have for good: a right, or a patient shared with them.',
  onlySuperUserGives: 'Denied: only a Super User may give this right.',
  widensScope: 'Denied: nobody may give more providers or locations than they have themselves.',
  lastSuperUser: 'Denied: one active Super User must always remain.',
  error: 'Denied: the decision could not be made, and then the answer is no.',
};
