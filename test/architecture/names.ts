import { isTest, type Problem, readSources, type Source } from './sources';

/** Words the house does not use, each with its cure. */
const BANNED: { pattern: RegExp; where: RegExp; cure: string }[] = [
  { pattern: /\bas any\b|: any\s*[;,)=\]>|]/, where: /./, cure: 'name the type, or use unknown and narrow it' },
  {
    pattern: /\bconsole\.(log|info|warn|error)\(/,
    where: /^app\/(?!demo\/start\.mjs|enhance\/)/,
    cure: 'log through the logger of the AppContext',
  },
  { pattern: /\bTODO(?!\(#\d+\))/, where: /./, cure: 'write TODO(#issue), or do it' },
  { pattern: /@ts-ignore|@ts-nocheck/, where: /./, cure: 'mend the type' },
  { pattern: /dangerouslySetInnerHTML/, where: /^app\/(?!components\/)/, cure: 'let React write the text' },
  {
    pattern: /\bstyle=\{/,
    where: /^app\/.*\.tsx$/,
    cure: 'the content security policy refuses style attributes: use a class or an SVG attribute',
  },
];

const BANNED_FILES = /(^|[-/.])(utils?|helpers?|common|manager|misc|v2)(?=[-/.]|$)/;

/** Files and lines that break the rules of names (docs/architecture.md). */
export function findBadNames(root: string): Problem[] {
  return readSources(root).flatMap((source) => [...badFile(source), ...badLines(source), ...serverOnly(source)]);
}

function badFile({ path, text }: Source): Problem[] {
  const problems: Problem[] = [];
  const drawer = !/^app\/i18n\//.test(path) && BANNED_FILES.exec(path);
  if (drawer) problems.push({ file: path, message: `"${drawer[2]}" names a drawer, not a thing: name what it does` });
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.split('/').at(-1) ?? '') && !path.startsWith('app/routes/')) {
    problems.push({ file: path, message: 'file names are kebab-case' });
  }
  if (/^export \* from/m.test(text))
    problems.push({ file: path, message: 'a barrel: import from the file that has it' });
  return problems;
}

function badLines({ path, text }: Source): Problem[] {
  if (isTest(path)) return [];
  return text.split('\n').flatMap((line, index) =>
    BANNED.filter(({ pattern, where }) => where.test(path) && pattern.test(line)).map(({ cure }) => ({
      file: path,
      line: index + 1,
      message: cure,
    })),
  );
}

const SERVER_ONLY =
  /^import (?!type\b)(?!\{\s*type [^,}]+\}).*from '(node:[^']+|kysely|better-sqlite3|pg|sharp|pino|nodemailer|stripe|@node-rs\/argon2|~db\/(?!schema)[^']+)'/m;
const ALWAYS_SERVER = /^(app\/(server|worker|demo|integrations)\/|db\/|app\/entry\.server|app\/routes\.ts)/;

/** `.server` on every file that touches Node, the database or configuration, so that the bundler keeps it from browsers. */
function serverOnly({ path, text }: Source): Problem[] {
  if (ALWAYS_SERVER.test(path) || isTest(path) || /\.server\.tsx?$/.test(path) || path.endsWith('.mjs')) return [];
  const touched = SERVER_ONLY.exec(text);
  return touched ? [{ file: path, message: `imports ${touched[1]}: call the file ….server.ts` }] : [];
}
