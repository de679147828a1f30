import type { LessonBlock, LessonSpan } from '~/domain/training/lesson-text';
import { Drawing } from './drawings/drawing';

/** The text of a lesson; paragraphs carry their ids, so that the quiz can point to them. */
export function LessonBody({ blocks }: { blocks: readonly LessonBlock[] }) {
  return (
    <article className="lesson">
      {blocks.map((block, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a lesson version never changes
        <Block key={i} block={block} />
      ))}
    </article>
  );
}

function Block({ block }: { block: LessonBlock }) {
  if (block.kind === 'heading') return <h2>{block.text}</h2>;
  if (block.kind === 'drawing') return <Drawing name={block.name} caption={block.caption} />;
  if (block.kind === 'list') {
    return (
      <ul>
        {block.items.map((spans) => (
          <li key={spans[0]?.text}>
            <Spans spans={spans} />
          </li>
        ))}
      </ul>
    );
  }
  return (
    <p id={block.id ?? undefined}>
      <Spans spans={block.spans} />
    </p>
  );
}

function Spans({ spans }: { spans: readonly LessonSpan[] }) {
  return (
    <>
      {spans.map((span, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: spans keep their order
        span.strong ? <strong key={i}>{span.text}</strong> : <span key={i}>{span.text}</span>,
      )}
    </>
  );
}
