import { ButtonLink } from '~/components/ui/button';
import { Icon } from '~/components/ui/icon';
import { useLanguage, useWords } from '~/i18n';
import { pathTo } from '~/shared/paths';

/**
 * Whether the board reaches the server, and what this phone has not sent yet. Written by its script; without JavaScript
 * there is nothing to say and it stays hidden.
 */
export function BoardLink({ base, stall }: { base: string; stall: string }) {
  const words = useWords().stalls.link;
  const language = useLanguage();
  return (
    <board-link
      hidden
      class="board-link no-print"
      data-base={base}
      data-stall={stall}
      data-on={words.on}
      data-off={words.off}
      data-trouble={words.trouble}
      data-out={words.out}
      data-last={words.last('{jam}')}
      data-unsent={words.unsent}
      data-unsent-for={words.unsentFor('{menit}')}
      data-needs-network={words.needsNetwork}
    >
      <div className="board-link-row">
        <p className="board-link-state">
          <Icon name="offline" />
          <span data-link-text>{words.on}</span>
        </p>
        <span data-link-sign-in hidden>
          <ButtonLink href={`${pathTo('/masuk', language)}?lanjut=${encodeURIComponent(base)}`}>
            {words.signIn}
          </ButtonLink>
        </span>
        <span className="board-link-tools" data-board-tools />
      </div>
      <p className="sr-only" role="status" data-link-said />
      <div className="board-unsent" data-link-unsent hidden>
        <p className="board-unsent-title">{words.unsentTitle}</p>
        <ul data-link-unsent-list />
      </div>
      <div className="board-tell" data-link-news hidden>
        <Icon name="info" />
        <p role="status" data-link-news-text />
      </div>
    </board-link>
  );
}
