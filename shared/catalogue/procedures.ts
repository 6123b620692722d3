// Joins the domain files into PROCEDURES: every call a window may make.
import type { z } from 'zod';
import { accessProcedures } from './procedures/access.ts';
import { appointmentProcedures } from './procedures/appointment.ts';
import { auditProcedures } from './procedures/audit.ts';
import { billingProcedures } from './procedures/billing.ts';
import { billingReportProcedures } from './procedures/billingReport.ts';
import { callProcedures } from './procedures/call.ts';
import { checklistProcedures } from './procedures/checklist.ts';
import { expectationProcedures } from './procedures/expectation.ts';
import { expectationPreviewProcedures } from './procedures/expectationPreview.ts';
import { fhirProcedures } from './procedures/fhir.ts';
import { importProcedures, jobProcedures } from './procedures/import.ts';
import { inventoryProcedures } from './procedures/inventory.ts';
import { noteProcedures } from './procedures/note.ts';
import { organizationProcedures } from './procedures/organization.ts';
import { outsideReviewProcedures } from './procedures/outsideReview.ts';
import { patientProcedures } from './procedures/patient.ts';
import { practiceProcedures } from './procedures/practice.ts';
import { proofProcedures } from './procedures/proof.ts';
import { proposalProcedures } from './procedures/proposal.ts';
import { providerProcedures } from './procedures/provider.ts';
import { providerMetricsProcedures } from './procedures/providerMetrics.ts';
import { reasonRulesProcedures } from './procedures/reasonRules.ts';
import { rightsRulesProcedures } from './procedures/rightsRules.ts';
import { roleProcedures } from './procedures/role.ts';
import { roleChangeProcedures } from './procedures/roleChange.ts';
import { savedViewProcedures } from './procedures/savedView.ts';
import { scheduleProcedures } from './procedures/schedule.ts';
import { sessionProcedures } from './procedures/session.ts';
import { setupProcedures } from './procedures/setup.ts';
import { timeClockProcedures } from './procedures/timeClock.ts';
import { userProcedures } from './procedures/user.ts';
import { userListProcedures } from './procedures/userList.ts';
import { workstationProcedures } from './procedures/workstation.ts';
import { RECORD_PROCEDURES } from './records.ts';

export const PROCEDURES = Object.freeze({
  ...sessionProcedures,
  ...setupProcedures,
  ...userProcedures,
  ...userListProcedures,
  ...roleProcedures,
  ...accessProcedures,
  ...expectationProcedures,
  ...expectationPreviewProcedures,
  ...roleChangeProcedures,
  ...rightsRulesProcedures,
  ...reasonRulesProcedures,
  ...proposalProcedures,
  ...RECORD_PROCEDURES,
  ...patientProcedures,
  ...appointmentProcedures,
  ...scheduleProcedures,
  ...noteProcedures,
  ...billingProcedures,
  ...billingReportProcedures,
  ...outsideReviewProcedures,
  ...providerProcedures,
  ...providerMetricsProcedures,
  ...inventoryProcedures,
  ...callProcedures,
  ...timeClockProcedures,
  ...importProcedures,
  ...fhirProcedures,
  ...jobProcedures,
  ...auditProcedures,
  ...savedViewProcedures,
  ...proofProcedures,
  ...practiceProcedures,
  ...organizationProcedures,
  ...workstationProcedures,
  ...checklistProcedures,
});

export type Procedures = typeof PROCEDURES;
export type ProcedureName = keyof Procedures;
/** What a caller passes. */
export type CallInput<N extends ProcedureName> = z.input<Procedures[N]['input']>;
/** What a handler receives after validation. */
export type Input<N extends ProcedureName> = z.output<Procedures[N]['input']>;
export type Output<N extends ProcedureName> = z.output<Procedures[N]['output']>;

export const PROCEDURE_NAMES = Object.keys(PROCEDURES) as ProcedureName[];

/** Whether a word from outside names a procedure; inherited names such as `constructor` do not. */
export function isProcedureName(word: unknown): word is ProcedureName {
  return typeof word === 'string' && Object.hasOwn(PROCEDURES, word);
}
