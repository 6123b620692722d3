// The record types of the practice, and their procedures joined (one declaration per type, nothing listed twice).

import { adjustment } from './records/adjustment.ts';
import { appointment } from './records/appointment.ts';
import { call } from './records/call.ts';
import { charge } from './records/charge.ts';
import { claim } from './records/claim.ts';
import { consent } from './records/consent.ts';
import { consentTemplate } from './records/consentTemplate.ts';
import { diagnosisCode } from './records/diagnosisCode.ts';
import { feeItem } from './records/feeItem.ts';
import { invoice } from './records/invoice.ts';
import { location } from './records/location.ts';
import { note } from './records/note.ts';
import { noteAddendum } from './records/noteAddendum.ts';
import { orderLine } from './records/orderLine.ts';
import { patient } from './records/patient.ts';
import { patientGrant } from './records/patientGrant.ts';
import { payer } from './records/payer.ts';
import { payment } from './records/payment.ts';
import { procedureCode } from './records/procedureCode.ts';
import { product } from './records/product.ts';
import { provider } from './records/provider.ts';
import { providerBreak } from './records/providerBreak.ts';
import { punch } from './records/punch.ts';
import { purchaseOrder } from './records/purchaseOrder.ts';
import { rating } from './records/rating.ts';
import { reconciliation } from './records/reconciliation.ts';
import { recordProcedures } from './records/recordProcedures.ts';
import type { RecordType } from './records/recordType.ts';
import { refund } from './records/refund.ts';
import { stockMovement } from './records/stockMovement.ts';
import { workingHours } from './records/workingHours.ts';

export const RECORD_TYPES: readonly RecordType[] = [
  location,
  payer,
  provider,
  patient,
  patientGrant,
  rating,
  consentTemplate,
  consent,
  appointment,
  workingHours,
  providerBreak,
  note,
  noteAddendum,
  procedureCode,
  diagnosisCode,
  feeItem,
  claim,
  charge,
  invoice,
  payment,
  adjustment,
  refund,
  reconciliation,
  product,
  purchaseOrder,
  orderLine,
  stockMovement,
  call,
  punch,
] as unknown as RecordType[];

export const RECORD_PROCEDURES = {
  ...recordProcedures(location),
  ...recordProcedures(payer),
  ...recordProcedures(provider),
  ...recordProcedures(patient),
  ...recordProcedures(patientGrant),
  ...recordProcedures(rating),
  ...recordProcedures(consentTemplate),
  ...recordProcedures(consent),
  ...recordProcedures(appointment),
  ...recordProcedures(workingHours),
  ...recordProcedures(providerBreak),
  ...recordProcedures(procedureCode),
  ...recordProcedures(diagnosisCode),
  ...recordProcedures(feeItem),
  ...recordProcedures(claim),
  ...recordProcedures(charge),
  ...recordProcedures(invoice),
  ...recordProcedures(payment),
  ...recordProcedures(adjustment),
  ...recordProcedures(refund),
  ...recordProcedures(reconciliation),
  ...recordProcedures(product),
  ...recordProcedures(purchaseOrder),
  ...recordProcedures(orderLine),
  ...recordProcedures(stockMovement),
  ...recordProcedures(call),
  ...recordProcedures(punch),
  ...recordProcedures(note),
  ...recordProcedures(noteAddendum),
};

/** The type of that name, or null. */
export function recordTypeNamed(name: string): RecordType | null {
  return RECORD_TYPES.find((type) => type.name === name) ?? null;
}
