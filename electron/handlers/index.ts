// All handlers; a procedure without one does not compile.
import type { Handlers } from '../ipc/stages.ts';
import { accessHandlers } from './access.ts';
import { accessReasonHandlers } from './accessReason.ts';
import { accessReplayHandlers } from './accessReplay.ts';
import { auditHandlers } from './audit.ts';
import { claimHandlers } from './billing/claim.ts';
import { codeHandlers } from './billing/codes.ts';
import { invoiceHandlers } from './billing/invoice.ts';
import { paymentHandlers } from './billing/payment.ts';
import { reconciliationHandlers } from './billing/reconciliation.ts';
import { refundHandlers } from './billing/refund.ts';
import { billingReportHandlers } from './billing/report.ts';
import { statementHandlers } from './billing/statement.ts';
import { callHandlers } from './call.ts';
import { checklistHandlers } from './checklist.ts';
import { consentHandlers } from './consent.ts';
import { expectationHandlers } from './expectation.ts';
import { expectationPreviewHandlers } from './expectationPreview.ts';
import { fhirHandlers } from './fhir.ts';
import { importHandlers } from './import.ts';
import { jobHandlers } from './job.ts';
import { listHandlers } from './list.ts';
import { noteHandlers } from './note.ts';
import { orderHandlers } from './order.ts';
import { organizationHandlers } from './organization.ts';
import { outsideReviewHandlers } from './outsideReview.ts';
import { patientHandlers } from './patient.ts';
import { patientAccessesHandlers } from './patientAccesses.ts';
import { patientGrantHandlers } from './patientGrant.ts';
import { practiceHandlers } from './practice.ts';
import { proofHandlers } from './proof.ts';
import { proposalHandlers } from './proposal.ts';
import { providerHandlers } from './provider.ts';
import { providerMetricsHandlers } from './providerMetrics.ts';
import { punchHandlers } from './punch.ts';
import { ratingHandlers } from './rating.ts';
import { recordCopyHandlers } from './recordCopy.ts';
import { rightsRulesHandlers } from './rightsRules.ts';
import { roleHandlers } from './role.ts';
import { savedViewHandlers } from './savedView.ts';
import { scheduleHandlers } from './schedule.ts';
import { sessionHandlers } from './session.ts';
import { settingHandlers } from './setting.ts';
import { setupHandlers } from './setup.ts';
import { stockHandlers } from './stock.ts';
import { timeWeekHandlers } from './timeWeek.ts';
import { userHandlers } from './user.ts';
import { userListHandlers } from './userList.ts';
import { workLocationHandlers } from './workLocation.ts';
import { workstationHandlers } from './workstation.ts';

export const HANDLERS: Handlers = {
  ...sessionHandlers,
  ...workLocationHandlers,
  ...setupHandlers,
  ...userHandlers,
  ...userListHandlers,
  ...roleHandlers,
  ...rightsRulesHandlers,
  ...accessReasonHandlers,
  ...proposalHandlers,
  ...accessHandlers,
  ...accessReplayHandlers,
  ...expectationHandlers,
  ...expectationPreviewHandlers,
  ...listHandlers,
  ...codeHandlers,
  ...claimHandlers,
  ...invoiceHandlers,
  ...paymentHandlers,
  ...refundHandlers,
  ...reconciliationHandlers,
  ...statementHandlers,
  ...billingReportHandlers,
  ...outsideReviewHandlers,
  ...providerHandlers,
  ...providerMetricsHandlers,
  ...ratingHandlers,
  ...consentHandlers,
  ...patientHandlers,
  ...patientAccessesHandlers,
  ...recordCopyHandlers,
  ...patientGrantHandlers,
  ...scheduleHandlers,
  ...noteHandlers,
  ...stockHandlers,
  ...orderHandlers,
  ...callHandlers,
  ...punchHandlers,
  ...timeWeekHandlers,
  ...importHandlers,
  ...fhirHandlers,
  ...jobHandlers,
  ...auditHandlers,
  ...savedViewHandlers,
  ...proofHandlers,
  ...practiceHandlers,
  ...organizationHandlers,
  ...settingHandlers,
  ...workstationHandlers,
  ...checklistHandlers,
};
