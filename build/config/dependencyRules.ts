// The arrows between folders (which may import which), each with what to do instead.
import type { IForbiddenRuleType } from 'dependency-cruiser';

const PRODUCT = '^(shared|db|electron|renderer)/';
/** A package, resolved or not; the folder `electron/` is not the package `electron`. */
const npm = (name: string) => `^${name}$|node_modules/${name}/`;

/** Every rule is an error; `comment` is what whoever broke it should do instead. */
export const DEPENDENCY_RULES: readonly (IForbiddenRuleType & { readonly name: string; readonly comment: string })[] = [
  {
    name: 'shared-is-pure',
    severity: 'error',
    comment: 'shared imports zod and itself alone; hand it the value, time or randomness it needs as a parameter',
    from: { path: '^shared/' },
    to: { pathNot: ['^shared/', npm('zod')] },
  },
  {
    name: 'db-knows-no-window',
    severity: 'error',
    comment: 'db takes path, key and clock as arguments; let electron call it, never the other way round',
    from: { path: '^db/' },
    to: { path: ['^(electron|renderer|build|tests)/', npm('electron')] },
  },
  {
    name: 'one-file-opens-the-driver',
    severity: 'error',
    comment:
      'use the Database that db/open.ts hands out, whose rules are asserted at every open; ' +
      'electron/keys/vaultLock.ts alone opens a file of its own, an empty one without data, to hold a lock',
    from: { path: [PRODUCT, '^build/'], pathNot: ['^db/open\\.ts$', '^electron/keys/vaultLock\\.ts$'] },
    to: { path: npm('better-sqlite3') },
  },
  {
    name: 'electron-knows-no-page',
    severity: 'error',
    comment: 'the main process answers calls and knows no screen; put what both sides need into shared',
    from: { path: '^electron/' },
    to: { path: '^renderer/' },
  },
  {
    name: 'only-thin-files-import-electron',
    severity: 'error',
    comment:
      'describe what you need as an interface in electron/adapters.ts and implement it in electron/adapters/, ' +
      'so that the core keeps running under plain Node',
    from: {
      path: [PRODUCT],
      pathNot: ['^electron/(main|window|preload)\\.ts$', '^electron/ipc/bind\\.ts$', '^electron/adapters/'],
    },
    to: { path: npm('electron') },
  },
  {
    name: 'renderer-only-asks',
    severity: 'error',
    comment: 'make it a procedure of the catalogue and call it through renderer/ipc/client.ts',
    from: { path: '^renderer/' },
    to: { path: '^(electron|db)/' },
  },
  {
    name: 'renderer-has-no-node',
    severity: 'error',
    comment: 'the page is sandboxed: ask the main process through a procedure',
    from: { path: '^renderer/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'screens-stand-alone',
    severity: 'error',
    comment: 'move what two screens share into renderer/components, renderer/session or renderer/access',
    from: { path: '^renderer/screens/([^/]+)/' },
    to: { path: '^renderer/screens/', pathNot: '^renderer/screens/$1/' },
  },
  {
    name: 'tests-are-never-imported',
    severity: 'error',
    comment: 'what the product or the build needs does not live in tests; move it',
    from: { path: [PRODUCT, '^build/'] },
    to: { path: '^tests/' },
  },
  {
    name: 'product-does-not-need-its-build',
    severity: 'error',
    comment: 'the shipped program must run without build/; move what it needs into its own folder',
    from: { path: PRODUCT },
    to: { path: '^build/' },
  },
  {
    name: 'no-circles',
    severity: 'error',
    comment: 'two files that need each other at run time are one idea or three; take out what both need',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'nothing-missing',
    severity: 'error',
    comment: 'the import leads nowhere: imports are relative and carry the ending .ts or .tsx',
    from: { path: PRODUCT },
    to: { couldNotResolve: true },
  },
];
