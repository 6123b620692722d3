// The acts a right decides about as they are asked about: their words, and what they can aim at.
import type { AboutKind } from './aboutKinds.ts';
import type { ProcedureEntry } from './entry.ts';
import { isPermissionId, PERMISSIONS, type PermissionId } from './permissions.ts';
import { isProcedureName, PROCEDURES, type ProcedureName } from './procedures.ts';
import { recordTypeNamed } from './records.ts';

/** An act somebody can be expected to be able to do or not: a call that needs a right, or holding a right itself. */
export type ExpectedAct =
  | { readonly kind: 'procedure'; readonly name: ProcedureName }
  | { readonly kind: 'right'; readonly permission: PermissionId };

/** The act a stored word stands for; null for a word that no right decides about, such as one of another version. */
export function expectedAct(word: string): ExpectedAct | null {
  if (isPermissionId(word)) return { kind: 'right', permission: word };
  return isProcedureName(word) && needsRight(word) ? { kind: 'procedure', name: word } : null;
}

/** Whether the call needs a right and stands in the log: the others are open to everybody who is signed in. */
export function needsRight(name: ProcedureName): boolean {
  const { access, audit }: ProcedureEntry = PROCEDURES[name];
  return access.kind === 'permission' && !('none' in audit);
}

/** What an expectation about the act can be narrowed to. A right by itself aims at nothing. */
export function aboutKindsOf(word: string): readonly AboutKind[] {
  const act = expectedAct(word);
  if (act?.kind !== 'procedure') return ['any'];
  const { target }: ProcedureEntry = PROCEDURES[act.name];
  if (target === undefined) return ['any'];
  if (target.kind === 'user') return ['any', 'record'];
  const type = recordTypeNamed(target.type);
  if (type === null) return ['any'];
  return [
    'any',
    ...(type.actions.includes('find') ? (['record'] as const) : []),
    ...(type.patient === undefined ? [] : (['patient'] as const)),
    ...(type.scope.providers.by === 'none' || type.scope.providers.by === 'self' ? [] : (['provider'] as const)),
  ];
}

/** The record type (or `user`) whose rows a narrowing of the act names; null for one that names none. */
export function aboutTypeOf(word: string, kind: AboutKind): string | null {
  if (kind === 'any') return null;
  if (kind === 'patient' || kind === 'provider') return kind;
  const act = expectedAct(word);
  const target = act?.kind === 'procedure' ? (PROCEDURES[act.name] as ProcedureEntry).target : undefined;
  if (target === undefined) return null;
  return target.kind === 'user' ? 'user' : target.type;
}

/** `open a clinical note`, `delete a claim`, or `hold the right “Claims: View”`: what somebody does, as a task. */
export function taskWords(word: string): string {
  const act = expectedAct(word);
  if (act === null) return `do “${word}”, which is not known here any more`;
  if (act.kind === 'right') return `hold the right “${PERMISSIONS[act.permission].label}”`;
  const { audit }: ProcedureEntry = PROCEDURES[act.name];
  return 'none' in audit ? act.name : inTheInfinitive(audit.says);
}

/** `gave or took the tick` becomes `give or take the tick`: the first word, and one joined to it. */
function inTheInfinitive(says: string): string {
  const words = says.split(' ');
  const isVerb = (at: number) => at === 0 || (at === 2 && (words[1] === 'or' || words[1] === 'and'));
  return words.map((word, at) => (isVerb(at) ? (TASK_OF[word] ?? word) : word)).join(' ');
}

/** The past form the log uses, and the task. Every first word of the catalogue stands here; a test sees to it. */
export const TASK_OF: Readonly<Record<string, string>> = {
  added: 'add',
  approved: 'approve',
  asked: 'ask',
  booked: 'book',
  cancelled: 'cancel',
  changed: 'change',
  checked: 'check',
  chose: 'choose',
  closed: 'close',
  completed: 'complete',
  confirmed: 'confirm',
  corrected: 'correct',
  decided: 'decide',
  deleted: 'delete',
  disabled: 'disable',
  enabled: 'enable',
  ended: 'end',
  entered: 'enter',
  exported: 'export',
  finished: 'finish',
  fired: 'fire',
  gave: 'give',
  handed: 'hand',
  imported: 'import',
  lifted: 'lift',
  locked: 'lock',
  looked: 'look',
  made: 'make',
  marked: 'mark',
  moved: 'move',
  named: 'name',
  opened: 'open',
  paid: 'pay',
  previewed: 'preview',
  printed: 'print',
  punched: 'punch',
  put: 'put',
  recorded: 'record',
  rejected: 'reject',
  removed: 'remove',
  renamed: 'rename',
  reversed: 'reverse',
  reviewed: 'review',
  saved: 'save',
  searched: 'search',
  set: 'set',
  signed: 'sign',
  started: 'start',
  took: 'take',
  tried: 'try',
  turned: 'turn',
  unlocked: 'unlock',
  wrote: 'write',
};
