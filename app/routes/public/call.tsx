import { CallTerms } from '~/components/festival/call-terms';
import { daysInWords, FestivalFacts } from '~/components/festival/festival-facts';
import { PublicPage } from '~/components/layout/public-page';
import { Badge } from '~/components/ui/badge';
import { ButtonLink } from '~/components/ui/button';
import { Card } from '~/components/ui/card';
import { Notice } from '~/components/ui/notice';
import { readCall } from '~/domain/festivals/read-call.server';
import { useLanguage, useWords } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { cachePage, firstAhead } from '~/web/cached-page.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, now } = await requireRight(args, 'public');
  const call = await readCall(app.db, { slug: args.params.slug ?? '', now });
  if (!call) throw answerNotFound();
  const { id, callClosesAt } = call.festival;
  cachePage(args, { topics: [`call:${id}`], freshUntil: firstAhead(now, [callClosesAt]) });
  return call;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.festival.name }];

export default function CallPage() {
  const call = useLoaderData<typeof loader>();
  const { call: words, states } = useWords().festivals;
  const language = useLanguage();
  const { festival } = call;
  const open = call.standing === 'open';
  const until = words.until(formatDateTime(festival.callClosesAt, festival.zone, language));
  return (
    <PublicPage
      title={festival.name}
      lead={`${daysInWords(festival, language)} · ${words.by(call.organiser)}`}
      width="normal"
      actions={<Badge tone={open ? 'good' : 'plain'}>{open ? words.open : (states[festival.state] ?? '')}</Badge>}
    >
      <div className="stack">
        {festival.story ? <p className="lead-text">{festival.story}</p> : null}
        {open ? (
          <section className="next-step">
            <p>{until}</p>
            <ButtonLink
              href={pathTo(`/pendaftaran/${festival.slug}/ikut`, language)}
              variant="primary"
              icon="next"
              wide
            >
              {words.apply}
            </ButtonLink>
            <p>{words.applyHelp}</p>
          </section>
        ) : (
          <Notice
            tone="info"
            title={words.closed}
            ways={
              festival.publishedAt === null ? null : (
                <ButtonLink href={pathTo(`/festival/${festival.slug}/peserta`, language)}>{words.seeLineUp}</ButtonLink>
              )
            }
          />
        )}
        <div className="two-up">
          <Card title={words.when}>
            <FestivalFacts festival={festival} forMerchants />
            <p>{words.booths(call.boothCount)}</p>
          </Card>
          <CallTerms call={call} />
        </div>
      </div>
    </PublicPage>
  );
}
