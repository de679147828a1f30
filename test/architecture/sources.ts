import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One breach of the house rules, with the cure in the message. */
export interface Problem {
  file: string;
  line?: number;
  message: string;
}

export interface Source {
  /** Path from the root, with forward slashes. */
  path: string;
  text: string;
}

/** The house's own TypeScript below `root`: app, db and, where asked, test. */
export function readSources(root: string, folders = ['app', 'db']): Source[] {
  return folders.flatMap((folder) =>
    walk(join(root, folder))
      .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
      .map((path) => ({ path: relative(root, path).split('\\').join('/'), text: readFileSync(path, 'utf8') })),
  );
}

function walk(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

export function parse(source: Source): ts.SourceFile {
  const kind = source.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.ES2022, true, kind);
}

export function lineOf(file: ts.SourceFile, node: ts.Node): number {
  return file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
