// Every small change of one source file that a test should notice.
import ts from 'typescript';

/** One changed place: the text between `start` and `end` of the file is replaced. */
export interface Mutant {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Line of the place, from 1. */
  readonly line: number;
  /** What was done, in words and as text. */
  readonly change: string;
}

const TURNED: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
};
const TURNED_CALLS: Readonly<Record<string, string>> = { some: 'every', every: 'some' };

/** The mutants of one file, in the order of the text. */
export function mutantsOf(file: string, text: string): readonly Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: Mutant[] = [];
  const results = new Set<string>();
  const put: Put = (node, replacement, change) => {
    const start = node.getStart(source);
    const mutant = { file, start, end: node.end, replacement, line: lineOf(start), change: oneLine(change) };
    // Two ways to the same text are one mutant.
    const result = withMutant(text, mutant);
    if (results.has(result)) return;
    results.add(result);
    found.push(mutant);
  };
  const lineOf = (position: number) => source.getLineAndCharacterOfPosition(position).line + 1;
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    mutate(node, source, put);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The file's text with the mutant in it. */
export function withMutant(text: string, { start, end, replacement }: Mutant): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

type Put = (node: ts.Node, replacement: string, change: string) => void;

function mutate(node: ts.Node, source: ts.SourceFile, put: Put): void {
  if (ts.isBinaryExpression(node)) mutateBinary(node, source, put);
  else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    put(node, node.operand.getText(source), `negation dropped: ${node.getText(source)}`);
  else if (ts.isConditionalExpression(node)) negate(node.condition, source, put);
  else if (ts.isIfStatement(node)) negate(node.expression, source, put);
  else if (node.kind === ts.SyntaxKind.TrueKeyword) put(node, 'false', 'true became false');
  else if (node.kind === ts.SyntaxKind.FalseKeyword) put(node, 'true', 'false became true');
  else if (ts.isArrayLiteralExpression(node)) mutateArray(node, source, put);
  else if (ts.isCallExpression(node)) mutateCall(node, source, put);
  else if (ts.isReturnStatement(node) && node.expression !== undefined) mutateReturn(node.expression, source, put);
}

function mutateBinary(node: ts.BinaryExpression, source: ts.SourceFile, put: Put): void {
  const { left, right, operatorToken } = node;
  const turned = TURNED[operatorToken.kind];
  if (turned !== undefined)
    put(operatorToken, turned, `${operatorToken.getText(source)} became ${turned}: ${node.getText(source)}`);
  if (operatorToken.kind !== ts.SyntaxKind.QuestionQuestionToken) return;
  put(node, left.getText(source), `dropped from a ?? chain: ${right.getText(source)}`);
  // The first line of a chain; those between are the right sides of the shorter chains within.
  if (!isChain(left)) put(node, right.getText(source), `dropped from a ?? chain: ${left.getText(source)}`);
}

function isChain(node: ts.Node): boolean {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken;
}

function negate(condition: ts.Expression, source: ts.SourceFile, put: Put): void {
  const isTurnedAnyway =
    ts.isPrefixUnaryExpression(condition) ||
    (ts.isBinaryExpression(condition) && /^[!=]==$/.test(condition.operatorToken.getText(source)));
  const text = condition.getText(source);
  if (!isTurnedAnyway) put(condition, `!(${text})`, `condition negated: ${text}`);
}

/** Lists of constants are left alone: without one of their members the program does not compile. */
function mutateArray(node: ts.ArrayLiteralExpression, source: ts.SourceFile, put: Put): void {
  if (ts.isAsExpression(node.parent) && node.parent.type.getText(source) === 'const') return;
  for (const dropped of node.elements) {
    const kept = node.elements.filter((one) => one !== dropped).map((one) => one.getText(source));
    put(node, `[${kept.join(', ')}]`, `element removed: ${dropped.getText(source)}`);
  }
}

function mutateCall(node: ts.CallExpression, source: ts.SourceFile, put: Put): void {
  const { expression } = node;
  if (!ts.isPropertyAccessExpression(expression)) return;
  const { name } = expression;
  const turned = TURNED_CALLS[name.text];
  if (turned !== undefined) put(name, turned, `${name.text} became ${turned}: ${node.getText(source)}`);
  if (name.text === 'filter')
    put(node, expression.expression.getText(source), `filter removed: ${node.getText(source)}`);
}

function mutateReturn(expression: ts.Expression, source: ts.SourceFile, put: Put): void {
  const text = expression.getText(source);
  // False stays false for whoever asks, and has its own change: true.
  if (text !== 'null' && text !== 'false') put(expression, 'null', `null returned instead of ${text}`);
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 110 ? `${line.slice(0, 109)}…` : line;
}
