// Reads the imports of a tree of files and holds them against the dependency rules.
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { DEPENDENCY_RULES } from '../../build/config/dependencyRules.ts';

export interface Cruised {
  /** Own modules read, such as `shared/errors.ts`. */
  readonly modules: readonly string[];
  /** `rule: from -> to`. */
  readonly violations: readonly string[];
}

/** Cruises the named folders below `baseDir`. Type-only imports count as imports. */
export async function cruiseModules(baseDir: string, folders: readonly string[]): Promise<Cruised> {
  const { output } = await cruise([...folders], {
    baseDir,
    validate: true,
    ruleSet: { forbidden: [...DEPENDENCY_RULES] },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.css$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  if (typeof output === 'string') throw new Error('the rules were not checked');
  const { modules, summary }: ICruiseResult = output;
  return {
    modules: modules
      .map(({ source }) => source)
      .filter((source) => /^(shared|db|electron|renderer|build)\//.test(source)),
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
  };
}
