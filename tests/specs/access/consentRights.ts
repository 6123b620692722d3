// Who may do what with consents and their templates, which have rows of their own in the table of rights (S4.12).

const both = (...actions: readonly string[]) =>
  ['consent', 'consentTemplate'].flatMap((type) => actions.map((action) => `${type}.${action}`));

export const LOOK_AT_CONSENTS = both('find', 'read', 'readHistory');
/** Taking a consent at the desk; changing or withdrawing it is for others, and so is the wording. */
export const TAKE_CONSENTS = [...LOOK_AT_CONSENTS, 'consent.create'];
/** Of one's own patients. */
export const CHANGE_CONSENTS = [...TAKE_CONSENTS, 'consent.update'];
export const MANAGE_CONSENTS = [...LOOK_AT_CONSENTS, ...both('create', 'update'), 'consent.export'];
export const WHOLE_CONSENTS = [...MANAGE_CONSENTS, ...both('delete'), 'consentTemplate.export'];

/** Sharing one patient for a time; looking after what was shared is for others as well (S2.106). */
export const SHARE = ['find', 'read', 'readHistory', 'create'].map((action) => `patientGrant.${action}`);
export const WHOLE_SHARES = [...SHARE, ...['update', 'delete', 'export'].map((action) => `patientGrant.${action}`)];
