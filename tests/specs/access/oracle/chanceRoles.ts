// Random roles: lines of parents up to the longest and beyond, policies stacked on them, and now and then a role as only a
// damaged file could hold it.
import { PERMISSION_IDS } from '../../../../shared/catalogue/permissions.ts';
import { drawHours, drawRules } from './chanceRows.ts';
import type { Draws } from './draws.ts';
import type { PaperRole } from './practice.ts';

export const ROLES = ['a', 'b', 'c', 'd'];
const POLICIES = ['e', 'f'];
/** Names a role that is not there (any more). */
export const GONE = 'gone';
export const WORDS: readonly string[] = [...PERMISSION_IDS, 'patient:fly', 'ghost:read', '__proto__'];
const AREAS = [...new Set(PERMISSION_IDS.map((id) => id.slice(0, id.indexOf(':'))))];

export function isCell(word: string): boolean {
  return PERMISSION_IDS.some((id) => id === word);
}

/** Four roles, two policies and the role Patient. */
export function drawRoles(draws: Draws): PaperRole[] {
  const roles: PaperRole[] = [];
  for (const name of ROLES) roles.push(drawRole(draws, name, roles));
  const policies = POLICIES.map((name) => drawPolicy(draws, name));
  const patient = ['patient:read', 'patient:readPhone'];
  return [
    ...roles,
    ...policies,
    { name: 'patient', cells: patient, parent: null, crossed: [], hours: [], rules: [], policies: [] },
  ];
}

/** One of the roles or policies with one to three of its parts drawn anew. */
export function drawSavedRole(draws: Draws, roles: readonly PaperRole[]): PaperRole {
  const role = draws.one(roles);
  const isPolicy = POLICIES.includes(role.name);
  const other = isPolicy ? drawPolicy(draws, role.name) : drawRole(draws, role.name, roles);
  let saved = role;
  for (let times = 1 + draws.below(3); times > 0; times--)
    saved = draws.one<() => PaperRole>([
      () => ({ ...saved, cells: draws.some(saved.cells, 0.8) }),
      () => ({ ...saved, cells: other.cells }),
      () => ({ ...saved, rules: other.rules }),
      () => ({ ...saved, hours: other.hours }),
      () => ({ ...saved, parent: other.parent }),
      () => ({ ...saved, crossed: other.crossed }),
      () => ({ ...saved, policies: other.policies }),
    ])();
  return saved;
}

function drawPolicy(draws: Draws, name: string): PaperRole {
  const cells = drawCells(draws);
  return { name, cells, parent: null, crossed: [], hours: [], rules: drawRulesOn(draws, cells), policies: [] };
}

/** A child of one of the roles so far as often as not; it mostly narrows. */
function drawRole(draws: Draws, name: string, before: readonly PaperRole[]): PaperRole {
  const parent = drawParent(draws, before);
  const offered = [
    ...new Set(before.filter((one) => parent !== null && one.name <= parent).flatMap((one) => one.cells)),
  ];
  const cells = parent !== null && draws.chance(0.5) ? [] : drawCells(draws);
  return {
    name,
    cells,
    parent,
    crossed: parent === null ? [] : [...draws.some(offered, draws.one([0, 0.1, 0.5])), ...draws.some(WORDS, 0.01)],
    hours: draws.chance(0.2) ? drawHours(draws) : [],
    rules: drawRulesOn(draws, [...cells, ...offered]),
    policies: draws.some([...POLICIES, ...(draws.chance(0.05) ? [GONE] : [])], 0.2),
  };
}

function drawParent(draws: Draws, before: readonly PaperRole[]): string | null {
  // A parent that is not there, a line that comes back to itself, and a role that is its own parent.
  if (draws.chance(0.04)) return draws.one([...ROLES, GONE]);
  return before.length > 0 && draws.chance(0.5) ? draws.one(before).name : null;
}

function drawCells(draws: Draws): string[] {
  const areas = draws.some(AREAS, 0.35);
  const part = draws.one([0.1, 0.5, 0.9]);
  const ofAreas = PERMISSION_IDS.filter((id) => areas.some((area) => id.startsWith(`${area}:`)));
  return [...draws.some(ofAreas, part), ...draws.some(WORDS, 0.02)];
}

function drawRulesOn(draws: Draws, cells: readonly string[]): PaperRole['rules'] {
  return draws.chance(0.35) && cells.length > 0 ? drawRules(draws, cells.filter(isCell)) : [];
}
