import ts from 'typescript';
import { isTest, lineOf, type Problem, parse, readSources, type Source } from './sources';

/** Lines; ratcheted down, never up. Catalogues (i18n, regions) and the schema with its migrations are exempt as files. */
export const CEILINGS = { file: 300, function: 60, component: 120, route: 120 };

const EXEMPT_FILES = [/^app\/i18n\//, /^db\/schema\//, /^db\/migrations\//, /^app\/shared\/regions/];

/** Every file, function, component and route above its ceiling. */
export function findOversized(root: string): Problem[] {
  const ours = readSources(root).flatMap((source) => [...oversizedFile(source), ...oversizedFunctions(source)]);
  // Of tests the file alone: a test tells a story as long as it is.
  return [...ours, ...readSources(root, ['test']).flatMap(oversizedFile)];
}

function oversizedFile(source: Source): Problem[] {
  if (EXEMPT_FILES.some((pattern) => pattern.test(source.path))) return [];
  const lines = source.text.split('\n').length - 1;
  const isRoute = /^app\/routes\/.+\.tsx?$/.test(source.path) && !isTest(source.path);
  const ceiling = isRoute ? CEILINGS.route : CEILINGS.file;
  if (lines <= ceiling) return [];
  return [{ file: source.path, message: `${lines} lines, at most ${ceiling}: give a part of it its own room` }];
}

function oversizedFunctions(source: Source): Problem[] {
  if (isTest(source.path) || /^(app\/i18n|db\/migrations)\//.test(source.path)) return [];
  const file = parse(source);
  const problems: Problem[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = node.getText(file).split('\n').length;
      const ceiling = isComponent(node) ? CEILINGS.component : CEILINGS.function;
      if (lines > ceiling) {
        const message = `${nameOf(node)} has ${lines} lines, at most ${ceiling}: name its steps`;
        problems.push({ file: source.path, line: lineOf(file, node), message });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return problems;
}

function nameOf(node: ts.Node): string {
  const named = node as { name?: ts.Node };
  if (named.name) return named.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : 'a function';
}

function isComponent(node: ts.Node): boolean {
  return node.getSourceFile().fileName.endsWith('.tsx') && /^[A-Z]/.test(nameOf(node));
}
