import { Icon } from '~/components/ui/icon';
import type { FestivalState } from '~/domain/festivals/festival';
import { useWords } from '~/i18n';

const TRACK: readonly FestivalState[] = ['draft', 'open', 'curating', 'published', 'running', 'finished'];

/** Where a festival stands on its way, as lamps along a string: lit, burning, still dark. */
export function StateTrack({ state }: { state: FestivalState }) {
  const { common, festivals } = useWords();
  const at = TRACK.indexOf(state);
  if (at < 0) return null;
  return (
    <ol className="track">
      {festivals.page.steps.map((step, index) => (
        <li
          key={step}
          className={index < at ? 'track-done' : index === at ? 'track-now' : undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="track-lamp" aria-hidden="true">
            {index < at ? <Icon name="check" /> : null}
          </span>
          {step}
          {index < at ? <span className="sr-only"> ({common.stepDone})</span> : null}
        </li>
      ))}
    </ol>
  );
}
