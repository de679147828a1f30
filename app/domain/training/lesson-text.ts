/** A piece of a lesson as it stands on the page. */
export type LessonBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; id: string | null; spans: LessonSpan[] }
  | { kind: 'list'; items: LessonSpan[][] }
  | { kind: 'drawing'; name: string; caption: string };

export interface LessonSpan {
  text: string;
  strong: boolean;
}

export interface LessonText {
  title: string;
  blocks: LessonBlock[];
}

/**
 * Reads a lesson file: `# title`, `## heading`, paragraphs with an optional `{#id}` in front, lists with `-`, bold
 * with `**`, and `![caption](drawing:name)`. Nothing else, so a lesson cannot carry HTML.
 */
export function readLessonText(source: string): LessonText {
  const parts = source
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
  const title = parts[0]?.replace(/^#\s+/, '') ?? '';
  return { title, blocks: parts.slice(1).map(readBlock) };
}

function readBlock(part: string): LessonBlock {
  const heading = /^##\s+(.+)$/.exec(part);
  if (heading) return { kind: 'heading', text: heading[1] ?? '' };
  const drawing = /^!\[([^\]]*)\]\(drawing:([a-z-]+)\)$/.exec(part);
  if (drawing) return { kind: 'drawing', caption: drawing[1] ?? '', name: drawing[2] ?? '' };
  if (part.startsWith('- ')) {
    return { kind: 'list', items: part.split('\n').map((line) => readSpans(line.replace(/^-\s+/, ''))) };
  }
  const paragraph = /^(?:\{#([a-z0-9-]+)\}\s*)?(.*)$/s.exec(part);
  return { kind: 'paragraph', id: paragraph?.[1] ?? null, spans: readSpans(paragraph?.[2] ?? '') };
}

function readSpans(text: string): LessonSpan[] {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .split('**')
    .map((span, i) => ({ text: span, strong: i % 2 === 1 }))
    .filter((span) => span.text !== '');
}

/** Ids that a quiz may link to. */
export function paragraphIds(lesson: LessonText): string[] {
  return lesson.blocks.flatMap((block) => (block.kind === 'paragraph' && block.id ? [block.id] : []));
}
