// The data areas of the rights matrix and the verbs each area knows (S5.07).

/** Order is that of the matrix: the four areas front desks know come first. */
export const DATA_AREAS = {
  claim: { label: 'Claims', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export', 'approve'] },
  list: { label: 'Lists', reachesPhi: false, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  financial: {
    label: 'Financial',
    reachesPhi: true,
    verbs: ['read', 'create', 'update', 'delete', 'export', 'approve'],
  },
  patient: { label: 'Patients', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  schedule: { label: 'Schedule', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  note: { label: 'Clinical notes', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  inventory: { label: 'Inventory', reachesPhi: false, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  call: { label: 'Calls', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  timeClock: {
    label: 'Time clock',
    reachesPhi: false,
    verbs: ['read', 'create', 'update', 'delete', 'export', 'approve'],
  },
  report: { label: 'Reports', reachesPhi: true, verbs: ['read', 'export'] },
  consent: { label: 'Consents', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  consentTemplate: {
    label: 'Consent templates',
    reachesPhi: false,
    verbs: ['read', 'create', 'update', 'delete', 'export'],
  },
  patientGrant: { label: 'Shared patients', reachesPhi: true, verbs: ['read', 'create', 'update', 'delete', 'export'] },
  organization: { label: 'Practice data', reachesPhi: false, verbs: ['read', 'update'] },
} as const satisfies Record<string, { label: string; reachesPhi: boolean; verbs: readonly Verb[] }>;

export const VERBS = ['read', 'create', 'update', 'delete', 'export', 'approve'] as const;
export type Verb = (typeof VERBS)[number];
export type DataArea = keyof typeof DATA_AREAS;

/** Column heads of the matrix. */
export const VERB_LABELS: Record<Verb, string> = {
  read: 'View',
  create: 'Add Data',
  update: 'Edit Data',
  delete: 'Delete Data',
  export: 'Export',
  approve: 'Approve',
};

/** What a verb brings with it: Edit implies Add and View, Delete implies Edit; Export is never implied. */
export const IMPLIED_VERBS: Record<Verb, readonly Verb[]> = {
  read: [],
  create: ['read'],
  update: ['read', 'create'],
  delete: ['read', 'create', 'update'],
  export: ['read'],
  approve: ['read'],
};
