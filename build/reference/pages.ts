// The reference pages as text: procedures, permissions, roles, HIPAA and the coverage of features.
import { DATA_AREAS, type DataArea, VERB_LABELS, VERBS } from '../../shared/catalogue/dataAreas.ts';
import { DEFAULT_ROLES, type DefaultRole } from '../../shared/catalogue/defaultRoles.ts';
import type { Access, AuditWords, ProcedureEntry } from '../../shared/catalogue/entry.ts';
import { HIPAA, type HipaaCitation } from '../../shared/catalogue/hipaa.ts';
import { areaPermission, PERMISSION_IDS, PERMISSIONS, type PermissionId } from '../../shared/catalogue/permissions.ts';
import { PROCEDURE_NAMES, PROCEDURES } from '../../shared/catalogue/procedures.ts';
import { FEATURES } from './features.ts';
import { code, page, table } from './markdown.ts';
import { type TestSentence, testSentences } from './testSentences.ts';

const ENTRIES: readonly (readonly [string, ProcedureEntry])[] = PROCEDURE_NAMES.map((name) => [name, PROCEDURES[name]]);
const AREAS = Object.keys(DATA_AREAS) as DataArea[];

/** Every page by its file name in docs/reference. `root` is the project's folder, whose tests are read. */
export function referencePages(root: string): ReadonlyMap<string, string> {
  return new Map([
    ['procedures.md', proceduresPage()],
    ['permissions.md', permissionsPage()],
    ['roles.md', rolesPage()],
    ['hipaa.md', hipaaPage()],
    ['coverage.md', coveragePage(testSentences(root))],
  ]);
}

function proceduresPage(): string {
  const open = ENTRIES.filter(([, { access }]) => access.kind !== 'permission');
  const domains = [...new Set(ENTRIES.map(([name]) => domainOf(name)))];
  return page(
    'Procedures',
    'Every call a window may make. A call that is not listed does not exist; a call by somebody without the right is refused and recorded.',
    `## Calls that need no right (${open.length})`,
    table(
      ['Call', 'Open to', 'Because'],
      open.map(([name, { access }]) => [
        code(name),
        access.kind === 'session' ? 'everybody signed in' : 'anybody',
        access.kind === 'permission' ? '' : access.because,
      ]),
    ),
    ...domains.flatMap((domain) => [`## ${domain}`, procedureTable(domain), examples(domain)]),
  );
}

function procedureTable(domain: string): string {
  const rows = ofDomain(domain).map(([name, entry]) => [
    code(name),
    entry.kind,
    accessWords(entry.access),
    entry.target === undefined ? '' : `a ${entry.target.kind} (${code(entry.target.idField)})`,
    auditWords(entry.audit),
  ]);
  return table(['Call', 'Kind', 'Needs', 'Aims at', 'In the log'], rows);
}

function examples(domain: string): string {
  const lines = ofDomain(domain).map(([name, { example }]) => `${name} ${JSON.stringify(example)}`);
  return `Examples of input:\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``;
}

function permissionsPage(): string {
  const categories = [...new Set(PERMISSION_IDS.map((id) => PERMISSIONS[id].category))];
  return page(
    'Permissions',
    'Every right by its key. A role, a tick or a Super User gives it; what is given nowhere is refused.',
    ...categories.flatMap((category) => [`## ${category}`, permissionTable(category)]),
  );
}

function permissionTable(category: string): string {
  const rows = PERMISSION_IDS.filter((id) => PERMISSIONS[id].category === category).map((id) => {
    const entry = PERMISSIONS[id];
    return [
      code(id),
      entry.label,
      entry.description,
      entry.reachesPhi ? 'yes' : '',
      [
        entry.viaAccessSecurity ? 'also by Access Security' : '',
        entry.onlySuperUserGives ? 'given by a Super User alone' : '',
      ]
        .filter(Boolean)
        .join('; '),
      guardedBy(id).map(code).join(', '),
      DEFAULT_ROLES.filter((role) => role.permissions.includes(id))
        .map(({ name }) => name)
        .join(', '),
    ];
  });
  return table(['Key', 'Label', 'What', 'Patient data', 'Given', 'Calls', 'Shipped roles'], rows);
}

function rolesPage(): string {
  const parts = DEFAULT_ROLES.flatMap((role) => [
    `## ${role.name}`,
    `${role.purpose} Code ${role.code}, ${role.kind} role, id ${code(role.id)}.`,
    role.permissions.length === 0 ? 'Grants nothing.' : roleTable(role),
    roleCalls(role),
  ]);
  return page('Shipped roles', 'The roles of a new practice and what each one grants.', ...parts);
}

function roleTable(role: DefaultRole): string {
  const rows = AREAS.map((area) => [
    DATA_AREAS[area].label,
    ...VERBS.map((verb) => {
      const id = areaPermission(area, verb);
      return id === null ? '–' : role.permissions.includes(id) ? 'yes' : '';
    }),
  ]);
  return table(['Area', ...VERBS.map((verb) => VERB_LABELS[verb])], rows);
}

function roleCalls(role: DefaultRole): string {
  const areaRights = new Set<string>(AREAS.flatMap((area) => VERBS.map((verb) => areaPermission(area, verb) ?? '')));
  const others = role.permissions.filter((id) => !areaRights.has(id)).map((id) => PERMISSIONS[id].label);
  const calls = role.permissions.flatMap(guardedBy);
  return [
    others.length === 0 ? '' : `Also: ${others.join(', ')}.`,
    `Calls: ${calls.length === 0 ? 'none beyond those of everybody signed in' : calls.map(code).join(', ')}.`,
  ]
    .filter(Boolean)
    .join('\n\n');
}

function hipaaPage(): string {
  const citations = Object.keys(HIPAA) as HipaaCitation[];
  const rows = citations.map((citation) => {
    const rights = PERMISSION_IDS.filter((id) => PERMISSIONS[id].hipaa.includes(citation));
    return [
      `45 CFR ${citation}`,
      HIPAA[citation].title,
      HIPAA[citation].kind,
      rights.map(code).join(', '),
      [...new Set(rights.flatMap(guardedBy))].map(code).join(', '),
    ];
  });
  return page(
    'HIPAA',
    'Which right bears on which citation. The console gives evidence; it does not make an office compliant: policies, training, risk analysis and contracts are people’s work.',
    table(['Citation', 'Title', 'Kind', 'Rights', 'Calls under them'], rows),
  );
}

function coveragePage(sentences: readonly TestSentence[]): string {
  const carried = FEATURES.filter(({ id }) => sentences.some(({ ids }) => ids.includes(id))).length;
  const families = [...new Set(FEATURES.map(({ family }) => family))];
  const rowsOf = (family: string) =>
    FEATURES.filter((feature) => feature.family === family).map(({ id, line }) => [id, line, testsOf(id, sentences)]);
  return page(
    'Coverage',
    `Every feature that was asked for and the tests that name it: ${carried} of ${FEATURES.length}. An empty cell says that no test names the feature. A test that names a feature shows that part of it which its sentence says, not the whole.`,
    ...families.flatMap((family) => [`## ${family}`, table(['Id', 'Feature', 'Tests'], rowsOf(family))]),
  );
}

function testsOf(id: string, sentences: readonly TestSentence[]): string {
  const naming = sentences.filter(({ ids }) => ids.includes(id));
  const files = [...new Set(naming.map(({ file }) => file))];
  return files
    .map((file) => {
      const own = naming
        .filter((sentence) => sentence.file === file)
        .map(({ sentence }) => sentence.replaceAll('<', '&lt;'));
      return `${code(file.replace(/^tests\//, ''))}: ${own.join('; ')}`;
    })
    .join('<br>');
}

const domainOf = (name: string): string => name.split('.')[0] ?? name;
const ofDomain = (domain: string) => ENTRIES.filter(([name]) => domainOf(name) === domain);

function guardedBy(id: PermissionId): string[] {
  return ENTRIES.filter(([, { access }]) => access.kind === 'permission' && access.permission === id).map(
    ([name]) => name,
  );
}

function accessWords(access: Access): string {
  if (access.kind === 'permission')
    return `${code(access.permission)}${access.stepUp ? ' and the password again' : ''}`;
  return access.kind === 'session' ? 'being signed in' : 'nothing';
}

function auditWords(audit: AuditWords): string {
  if ('none' in audit) return `not recorded: ${audit.none}`;
  const dicom = audit.dicomCode === undefined ? '' : `, DICOM ${audit.dicomCode}`;
  return `${code(audit.event)} (${audit.action}${dicom}): “${audit.says}”`;
}
