// The sentences of the tests that name a feature: titles, and rows of cases that become titles.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface TestSentence {
  readonly file: string;
  readonly sentence: string;
  /** Feature ids in the sentence, such as `S5.07`, in their order. */
  readonly ids: readonly string[];
}

const HOLDS_TITLES = /(\.spec\.tsx?|\.e2e\.ts|cases\.ts)$/i;
const ID = /\b(S[1-5]\.\d{1,3}|[CNPH]\d{1,2})\b/g;

/** Every sentence below `root`/tests that names a feature, sorted by file and then by sentence, each once. */
export function testSentences(root: string): TestSentence[] {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((path) => `tests/${path.replaceAll('\\', '/')}`)
    .filter((path) => HOLDS_TITLES.test(path))
    .sort();
  return files.flatMap((file) => sentencesOf(file, readFileSync(join(root, file), 'utf8')));
}

function sentencesOf(file: string, text: string): TestSentence[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    const words = wordsOf(node);
    // A sentence has several words; a lone id in a list of data is no title.
    if (words?.includes(' ')) found.add(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false));
  return [...found].sort().flatMap((sentence) => {
    const ids = [...new Set([...sentence.matchAll(ID)].map(([id]) => id))];
    return ids.length === 0 ? [] : [{ file, sentence, ids }];
  });
}

/** A text in quotes; what a template fills in is shown as three dots. */
function wordsOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map((span) => `…${span.literal.text}`).join('');
}
