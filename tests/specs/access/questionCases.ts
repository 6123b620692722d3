// Access to questions about rights and to the proof run, case by case.
import { type AccessCase, lacks, permits } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';

const whoCan = (procedure: string) => async () => ({ procedure, targetId: null });
const whyNot =
  (holder: string, procedure: string, of: 'own' | null = null) =>
  async ({ userIds, patientId }: CaseWorld) => ({
    userId: userIds.get(holder) ?? '',
    procedure,
    targetId: of === null ? null : patientId[of],
  });
const sheetOf = (holder: string) => async (world: CaseWorld) => ({
  userId: holder === 'plain' ? world.plainUserId : (world.userIds.get(holder) ?? ''),
});
const changeOf =
  (holder: string) =>
  async ({ userIds }: CaseWorld) => ({
    userId: userIds.get(holder) ?? '',
    ...{ roleIds: [], exceptions: [], scope: { kind: 'all' }, days: 30 },
  });
const proofOfEverybody = async () => ({ userId: null });

export const QUESTION_CASES: readonly AccessCase[] = [
  ...permits(
    'access_explained',
    [
      'S2.14 a security officer asks why the front desk deletes no patient',
      'security-officer',
      'access.explain',
      whyNot('front-desk', 'patient.delete'),
    ],
    [
      'S2.14 the front desk asks which rule refuses it itself',
      'front-desk',
      'access.explain',
      whyNot('front-desk', 'patient.delete'),
    ],
    [
      'S2.14 a provider without any patient asks about one all the same',
      { who: 'provider', limitedTo: 'none' },
      'access.explain',
      whyNot('provider', 'patient.read', 'own'),
    ],
  ),
  ...permits(
    'access_holders_listed',
    [
      'N1 a privacy officer asks who can open patients',
      'privacy-officer',
      'access.findHolders',
      whoCan('patient.read'),
    ],
    ['N1 Access Security asks who can add users', 'access-security', 'access.findHolders', whoCan('user.add')],
  ),
  ...lacks(
    'user:read',
    'access_holders_listed',
    ['N1 a manager does not learn who holds a right', 'manager', 'access.findHolders', whoCan('user.add')],
    ['N1 nor does billing', 'billing', 'access.findHolders', whoCan('refund.approve')],
  ),
  ...permits('access_day_printed', [
    'N7 an owner prints who could open a patient today, and who did',
    'owner-admin',
    'access.printDay',
    async ({ patientId }) => ({ patientId: patientId.own, day: '2026-11-22' }),
  ]),
  ...lacks('user:read', 'access_day_printed', [
    'N7 the front desk does not print who could open a patient',
    'front-desk',
    'access.printDay',
    async ({ patientId }) => ({ patientId: patientId.own, day: '2026-11-22' }),
  ]),
  ...permits('user_change_replayed', [
    'P1 Access Security tries a change of a person on the log',
    'access-security',
    'access.replayUserChange',
    changeOf('front-desk'),
  ]),
  ...lacks('user:update', 'user_change_replayed', [
    'P1 a privacy officer cannot try what they may not change',
    'privacy-officer',
    'access.replayUserChange',
    changeOf('front-desk'),
  ]),
  ...permits(
    'user_rights_printed',
    ['S4.09 an owner prints what a user is allowed', 'owner-admin', 'access.printRights', sheetOf('plain')],
    [
      'S4.09 a security officer prints what a Super User is allowed',
      'security-officer',
      'access.printRights',
      sheetOf('super-user'),
    ],
  ),
  ...lacks('user:read', 'user_rights_printed', [
    'S4.09 the front desk prints nobody’s rights',
    'front-desk',
    'access.printRights',
    sheetOf('plain'),
  ]),
  ...permits('enforcement_proved', [
    'N2 a security officer runs the proof',
    'security-officer',
    'proof.run',
    proofOfEverybody,
  ]),
  ...lacks(
    'audit:verify',
    'enforcement_proved',
    ['N2 a privacy officer reads the log and runs no proof', 'privacy-officer', 'proof.run', proofOfEverybody],
    ['N2 a manager runs no proof', 'manager', 'proof.run', proofOfEverybody],
  ),
];
