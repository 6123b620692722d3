// All handlers; a procedure without one does not compile.
import type { Handlers } from '../ipc/stages.ts';
import { auditHandlers } from './audit.ts';
import { auditViewHandlers } from './auditView.ts';
import { checklistHandlers } from './checklist.ts';
import { importHandlers } from './import.ts';
import { jobHandlers } from './job.ts';
import { listHandlers } from './list.ts';
import { noteHandlers } from './note.ts';
import { patientHandlers } from './patient.ts';
import { practiceHandlers } from './practice.ts';
import { providerHandlers } from './provider.ts';
import { roleHandlers } from './role.ts';
import { sessionHandlers } from './session.ts';
import { settingHandlers } from './setting.ts';
import { setupHandlers } from './setup.ts';
import { userHandlers } from './user.ts';
import { workstationHandlers } from './workstation.ts';

export const HANDLERS: Handlers = {
  ...sessionHandlers,
  ...setupHandlers,
  ...userHandlers,
  ...roleHandlers,
  ...listHandlers,
  ...providerHandlers,
  ...patientHandlers,
  ...noteHandlers,
  ...importHandlers,
  ...jobHandlers,
  ...auditHandlers,
  ...auditViewHandlers,
  ...practiceHandlers,
  ...settingHandlers,
  ...workstationHandlers,
  ...checklistHandlers,
};
