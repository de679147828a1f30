import { Button, ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import type { CapCount } from '~/domain/festivals/caps';
import type { Festival } from '~/domain/festivals/read-festival.server';
import { useLanguage, useWords } from '~/i18n';
import { capSentence } from '~/i18n/festival-sentences';
import { formatDateTime, formatList } from '~/i18n/format';

export interface Summary {
  chosen: number;
  reserve: number;
  notChosen: number;
  empty: number;
  unplaced: number;
  undecided: number;
  lapsed: string[];
  broken: CapCount[];
  deadline: number | null;
}

/** What announcing will do, or what still stands in its way. */
export function PublishSummary({ festival, summary, base }: { festival: Festival; summary: Summary; base: string }) {
  const { festivals } = useWords();
  const words = festivals.publish;
  const obstacles = useObstacles(summary);
  if (festival.state !== 'curating') {
    return (
      <Notice
        tone="info"
        title={words.notClosed}
        ways={<ButtonLink href={base}>{festivals.compose.toFestival}</ButtonLink>}
      />
    );
  }
  if (obstacles.length > 0) return <Obstacles obstacles={obstacles} base={base} />;
  return <Confirm festival={festival} summary={summary} base={base} />;
}

function useObstacles({ chosen, undecided, unplaced, lapsed, broken, deadline }: Summary): string[] {
  const { publish: words } = useWords().festivals;
  const language = useLanguage();
  return [
    chosen === 0 ? words.nobody : null,
    undecided > 0 ? words.undecided(undecided) : null,
    unplaced > 0 ? words.unplaced(unplaced) : null,
    lapsed.length > 0 ? words.incomplete(formatList(lapsed, language)) : null,
    ...broken.map((cap) => capSentence(cap, language)),
    deadline === null ? words.tooLate : null,
  ].filter((line) => line !== null);
}

function Obstacles({ obstacles, base }: { obstacles: string[]; base: string }) {
  const { festivals } = useWords();
  const ways = (
    <>
      <ButtonLink href={`${base}/susun`} variant="primary">
        {festivals.compose.title}
      </ButtonLink>
      <ButtonLink href={`${base}/pendaftar?saring=undecided`}>{festivals.publish.seeUndecided}</ButtonLink>
    </>
  );
  return (
    <Notice tone="attention" title={festivals.publish.obstacles} ways={ways}>
      <ul>
        {obstacles.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Confirm({ festival, summary, base }: { festival: Festival; summary: Summary; base: string }) {
  const { publish: words } = useWords().festivals;
  const language = useLanguage();
  const all = summary.chosen + summary.reserve + summary.notChosen;
  return (
    <form method="post" className="card stack">
      <h2>{words.question(all)}</h2>
      <ul className="tallies">
        <li className="tally tally-good">{words.chosen(summary.chosen)}</li>
        <li className="tally tally-info">{words.reserve(summary.reserve)}</li>
        <li className="tally">{words.notChosen(summary.notChosen)}</li>
      </ul>
      <p>{words.lead}</p>
      {summary.deadline === null ? null : (
        <p>{words.deadline(formatDateTime(summary.deadline, festival.zone, language))}</p>
      )}
      {summary.empty > 0 ? (
        <>
          <Notice tone="attention">{words.empty(summary.empty)}</Notice>
          <label className="choice">
            <input type="checkbox" name="emptyBooths" value="yes" />
            <span className="choice-text">{words.confirmEmpty(summary.empty)}</span>
          </label>
        </>
      ) : null}
      <div className="ways">
        <Button variant="primary" icon="send">
          {words.submit(all)}
        </Button>
        <ButtonLink href={`${base}/susun`}>{words.check}</ButtonLink>
      </div>
    </form>
  );
}
