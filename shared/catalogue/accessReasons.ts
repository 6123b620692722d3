// Reasons people pick from where a reason is asked before an act (P7, S3.14).
import type { PermissionId } from './permissions.ts';

export const ACCESS_REASONS = {
  treatment: 'Treatment of the patient',
  payment: 'Payment or a claim',
  scheduling: 'Scheduling or a call',
  patientAsked: 'The patient asked for it',
  covering: 'Covering for a colleague',
  quality: 'Quality, audit or a complaint',
  other: 'Another reason',
} as const;

export type AccessReason = keyof typeof ACCESS_REASONS;
export const ACCESS_REASON_IDS = Object.keys(ACCESS_REASONS) as [AccessReason, ...AccessReason[]];

/** Whether acts under a right can ask for a reason. Looking never does by itself: a list asks page by page. What is about
 *  a patient asks where it is opened out of pattern. */
export function canAskReason(permission: PermissionId): boolean {
  return !/:(read|use)/.test(permission);
}

/** Somebody who is neither one of the patient's providers nor within this many days of a visit opens out of pattern. */
export const VISIT_NEAR_DAYS = 7;
