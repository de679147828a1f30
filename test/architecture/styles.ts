import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { type PageFamily, pageFamilyOf, STYLES_OF_FAMILY } from '../../app/web/page-family';
import { isTest, type Problem, parse, readSources, type Source } from './sources';

/** Words of the code that happen to be names of classes as well; and what a component can do that these pages never ask of it. */
const ONLY_WORDS: Record<PageFamily, string[]> = {
  // Fields can show what was wrong with them; those of a menu never do.
  menu: ['booth', 'field-error', 'form-errors', 'option-group', 'shell-with-nav'],
  customer: ['shell-with-nav'],
  screen: ['board', 'shell-with-nav'],
  merchant: ['allergens', 'price'],
  stall: [],
  organiser: ['allergens', 'held', 'lesson', 'price'],
};

/**
 * Classes that pages of a family name and their stylesheets do not define although another family's do; bytes of a menu
 * that no menu names; and classes that no page names at all.
 */
export function findStrayClasses(root: string): Problem[] {
  const sources = new Map(readSources(root, ['app']).map((source) => [source.path, source]));
  const sheets = (Object.keys(STYLES_OF_FAMILY) as PageFamily[]).map((family) => ({
    family,
    file: `app/styles/pages/${family}.css`,
    defined: definedIn(root, family),
    isNamed: namedIn(reachable(sources, family)),
  }));
  const all = [...new Set(sheets.flatMap(({ defined }) => [...defined]))];
  const missing = sheets.flatMap(({ family, file, defined, isNamed }) =>
    all
      .filter((name) => !defined.has(name) && isNamed(name, 'whole') && !ONLY_WORDS[family].includes(name))
      .map((name) => ({ file, message: `lacks .${name}, which a page of this family names` })),
  );
  const unused = sheets.flatMap(({ family, file, defined, isNamed }) =>
    [...defined]
      .filter((name) => (family === 'menu' ? !isNamed(name) : sheets.every((other) => !other.isNamed(name))))
      .map((name) => ({ file, message: `has .${name}, which no page names` })),
  );
  return [...missing, ...unused];
}

function definedIn(root: string, family: PageFamily): Set<string> {
  const text = STYLES_OF_FAMILY[family].map((name) => readSheet(join(root, `app/styles/pages/${name}.css`))).join('\n');
  return new Set([...text.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)].map(([, name = '']) => name));
}

function readSheet(path: string): string {
  const text = readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return text.replace(/@import '(\.[^']+)'[^;]*;/g, (_all, other: string) => readSheet(resolve(dirname(path), other)));
}

/** The routes of a family with every component they import, near or far, and the custom elements those render. */
function reachable(sources: Map<string, Source>, family: PageFamily): Source[] {
  const isRoute = (path: string) => /^app\/routes\/.+\.tsx$/.test(path) && !isTest(path);
  const idOf = (path: string) => path.replace(/^app\/routes\/|\.tsx$/g, '');
  const open = [...sources.keys()].filter((path) => isRoute(path) && pageFamilyOf(idOf(path)) === family);
  open.push('app/root.tsx');
  const seen = new Map<string, Source>();
  for (let path = open.pop(); path; path = open.pop()) {
    const source = sources.get(path);
    if (!source || seen.has(path)) continue;
    seen.set(path, source);
    open.push(...importsOf(source, sources));
    for (const [, element] of source.text.matchAll(/<([a-z]+-[a-z-]+)/g)) {
      open.push(...['', 'board/', 'learning/'].map((folder) => `app/enhance/${folder}${element}.ts`));
    }
  }
  return [...seen.values()];
}

function importsOf(source: Source, sources: Map<string, Source>): string[] {
  return ts.preProcessFile(source.text).importedFiles.flatMap(({ fileName }) => {
    const path = fileName.startsWith('~/')
      ? `app/${fileName.slice(2)}`
      : fileName.startsWith('.')
        ? relative('/', resolve('/', dirname(source.path), fileName))
        : '';
    if (!/^app\/(components|enhance)\//.test(path)) return [];
    return [`${path}.tsx`, `${path}.ts`].filter((each) => sources.has(each));
  });
}

/** Tells whether a string of the code names a class: as a whole word, or as the beginning of a template (`badge-`). */
function namedIn(files: Source[]): (name: string, how?: 'whole') => boolean {
  const words = new Set<string>();
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      for (const word of node.text.split(/[\s.,()>:[\]]+/)) words.add(word);
    }
    ts.forEachChild(node, visit);
  };
  for (const source of files) visit(parse(source));
  const beginnings = [...words].filter((word) => /^[a-z][a-z-]+-$/.test(word));
  return (name, how) =>
    words.has(name) || (how !== 'whole' && beginnings.some((beginning) => name.startsWith(beginning)));
}

/** Movement that does not ask first whether it is wanted: it belongs into `@media (prefers-reduced-motion: no-preference)`. */
export function findUnaskedMotion(root: string): Problem[] {
  const folder = join(root, 'app/styles');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => {
      const text = withoutAsked(readFileSync(join(folder, name), 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''));
      return [...text.matchAll(/(?:transition|animation)[\w-]*:[^;}]*|scroll-behavior:\s*smooth|@keyframes/g)].map(
        ([what]) => ({ file: `app/styles/${name}`, message: `moves without being asked: ${what.trim()}` }),
      );
    });
}

/** The text without its no-preference blocks, whose braces are counted. */
function withoutAsked(text: string): string {
  const start = text.search(/@media \(prefers-reduced-motion: no-preference\)/);
  if (start < 0) return text;
  let depth = 0;
  let end = text.indexOf('{', start);
  do {
    if (text[end] === '{') depth++;
    if (text[end] === '}') depth--;
    end++;
  } while (depth > 0 && end < text.length);
  return text.slice(0, start) + withoutAsked(text.slice(end));
}
