// Writes the access cases of one record type from a table an auditor can read: who, and in words what they may do.
import type { PermissionId } from '../../../shared/catalogue/permissions.ts';
import type { ProcedureName } from '../../../shared/catalogue/procedures.ts';
import type { AccessCase } from './accessCase.ts';
import type { CaseWorld } from './caseInputs.ts';
import { permittedAnswers } from './permittedAnswers.ts';

/** Everybody who stands in a table, as a sentence begins with them. */
const WHO: Readonly<Record<string, string>> = {
  'office-administrator': 'an office administrator',
  'office-staff': 'somebody of the office staff',
  'security-officer': 'a security officer',
  'privacy-officer': 'a privacy officer',
  'medical-care-staff': 'somebody of the medical care staff',
  'primary-care-provider': 'a primary care provider',
  'referred-care-provider': 'a referred care provider',
  patient: 'the role Patient',
  'owner-admin': 'the owner role',
  manager: 'a manager',
  provider: 'a provider',
  'front-desk': 'the front desk',
  billing: 'billing',
  inventory: 'inventory',
  'call-handling': 'call handling',
  'super-user': 'a Super User',
  'access-security': 'Access Security',
  'no-role': 'whoever has no role',
};

/** What a table knows: `looks` is the list and one record of it; `own` at an act means one's own rows alone. */
type Act = 'looks' | 'changes' | 'deletes' | 'saves';
export type May = Act | 'looks own' | 'changes own';

export interface AreaTable {
  /** The row of the inventory it comes from. */
  readonly because: string;
  readonly type: string;
  readonly area: string;
  readonly one: string;
  readonly many: string;
  /** What the type has no act for. */
  readonly without?: readonly Act[];
  /** Opening one counts as opening a patient's data. */
  readonly isAboutPatient: boolean;
  readonly may: Readonly<Record<string, readonly May[]>>;
}

interface Column {
  readonly act: Act;
  readonly action: string;
  readonly verb: string;
  readonly done: string;
  readonly yes: (table: AreaTable) => string;
  readonly no: (table: AreaTable) => string;
  /** Aims at one record, here always one of somebody else. */
  readonly isAimed: boolean;
}

const a = (one: string) => (/^[aeiou]/.test(one) ? `an ${one}` : `a ${one}`);
const COLUMNS: readonly Column[] = [
  {
    act: 'looks',
    action: 'find',
    verb: 'read',
    done: 'listed',
    yes: ({ many }) => `looks at the list of ${many}`,
    no: ({ many }) => `sees no list of ${many}`,
    isAimed: false,
  },
  {
    act: 'looks',
    action: 'read',
    verb: 'read',
    done: 'opened',
    yes: ({ one }) => `opens ${a(one)}`,
    no: ({ one }) => `opens no ${one}`,
    isAimed: true,
  },
  {
    act: 'changes',
    action: 'update',
    verb: 'update',
    done: 'changed',
    yes: ({ one }) => `may change ${a(one)}, though not one that somebody changed meanwhile`,
    no: ({ one }) => `changes no ${one}`,
    isAimed: true,
  },
  {
    act: 'deletes',
    action: 'delete',
    verb: 'delete',
    done: 'deleted',
    yes: ({ one }) => `may delete ${a(one)}, though not one that somebody changed meanwhile`,
    no: ({ one }) => `deletes no ${one}`,
    isAimed: true,
  },
  {
    act: 'saves',
    action: 'export',
    verb: 'export',
    done: 'exported',
    yes: ({ many }) => `saves a list of ${many} to a file`,
    no: ({ many }) => `saves no list of ${many}`,
    isAimed: false,
  },
];

/** One case for each person and act of the table. */
export function casesOf(table: AreaTable): AccessCase[] {
  const columns = COLUMNS.filter(({ act }) => !table.without?.includes(act));
  return Object.entries(table.may).flatMap(([who, may]) => columns.map((column) => caseOf(table, column, who, may)));
}

function caseOf(table: AreaTable, column: Column, who: string, may: readonly May[]): AccessCase {
  const { act, action, verb, yes, no } = column;
  const call = `${table.type}.${action}` as ProcedureName;
  const base = { who, call, event: eventOf(table, column), input: inputOf(call) };
  const begin = `${table.because} ${WHO[who] ?? who}`;
  if (may.includes(act)) {
    const sentence = `${begin} ${yes(table)}`;
    if (act === 'changes' || act === 'deletes') return { ...base, answer: 'CONFLICT', reason: 'CONFLICT', sentence };
    return { ...base, answer: 'ok', sentence };
  }
  if (!may.some((one) => one === `${act} own`)) {
    const needs = `${table.area}:${verb}` as PermissionId;
    return { ...base, answer: 'FORBIDDEN', reason: 'noRight', needs, sentence: `${begin} ${no(table)}` };
  }
  return column.isAimed
    ? { ...base, answer: 'NOT_FOUND', reason: 'outOfScope', sentence: `${begin} ${no(table)} of somebody else` }
    : { ...base, answer: 'ok', sentence: `${begin} ${yes(table)}, their own alone` };
}

function eventOf({ type, isAboutPatient }: AreaTable, { action, done }: Column): string {
  const stored = type.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return action === 'read' && isAboutPatient ? 'sensitive_read' : `${stored}_${done}`;
}

/** The input of the access matrix: real ids, and an older state for changes. */
function inputOf(call: ProcedureName) {
  return async (world: CaseWorld) => permittedAnswers(world)[call]?.input;
}

/** Whoever is limited to one provider sees the record of their patient, and the record of another's is not there. */
export function limitCases(who: string, tables: readonly AreaTable[]): AccessCase[] {
  return tables.flatMap((table): AccessCase[] => {
    const call = `${table.type}.read` as ProcedureName;
    const base = { who, call, event: 'sensitive_read', input: inputOf(call) } as const;
    const begin = `S5.14 ${WHO[who] ?? who}`;
    return [
      {
        ...base,
        limitedTo: 'own' as const,
        answer: 'ok' as const,
        sentence: `${begin} opens ${a(table.one)} of their provider`,
      },
      ...(['other', 'none'] as const).map((limitedTo): AccessCase => {
        const limit = limitedTo === 'other' ? 'limited to another provider' : 'with no provider at all';
        const sentence = `${begin} ${limit} finds no such ${table.one}`;
        return { ...base, limitedTo, answer: 'NOT_FOUND', reason: 'outOfScope', sentence };
      }),
    ];
  });
}
