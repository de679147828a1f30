import { BoothPlan } from '~/components/festival/booth-plan';
import { daysInWords } from '~/components/festival/festival-facts';
import { PublicPage } from '~/components/layout/public-page';
import { EmptyState } from '~/components/ui/empty-state';
import { readLineUp } from '~/domain/festivals/read-line-up.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { cachePage } from '~/web/cached-page.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language } = await requireRight(args, 'public');
  const lineUp = await readLineUp(app.db, { slug: args.params.slug ?? '' });
  if (!lineUp) throw answerNotFound();
  cachePage(args, {
    topics: [
      `festival:${lineUp.festival.id}`,
      ...lineUp.stalls.map(({ merchantId }) => `merchant:${merchantId}` as const),
    ],
    freshUntil: Number.POSITIVE_INFINITY,
  });
  return { title: wordsFor(language).festivals.lineUp.title(lineUp.festival.name), ...lineUp };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function LineUpPage() {
  const { title, festival, booths, stalls } = useLoaderData<typeof loader>();
  const { common, festivals } = useWords();
  const words = festivals.lineUp;
  const language = useLanguage();
  const home = pathTo(`/festival/${festival.slug}`, language);
  return (
    <PublicPage
      title={title}
      lead={`${daysInWords(festival, language)} · ${words.lead(stalls.length)}`}
      back={{ href: home, label: common.backTo(festival.name) }}
      width="wide"
    >
      {stalls.length === 0 ? <EmptyState seed={festival.id} text={words.empty} /> : null}
      <div className="line-up">
        <BoothPlan booths={booths} stalls={stalls} base={home} />
        <section>
          <h2>{words.list}</h2>
          <ol className="line-up-list">
            {stalls.map((stall) => (
              <li key={stall.booth}>
                <span className="line-up-number" aria-hidden="true">
                  {stall.booth}
                </span>
                <span>
                  <a href={`${home}/lapak/${stall.slug}`}>
                    <span className="sr-only">{festivals.booth(stall.booth)}: </span>
                    {stall.stallName}
                  </a>
                  <br />
                  <span className="capital soft">{festivals.categories[stall.category ?? '']}</span>
                </span>
              </li>
            ))}
          </ol>
        </section>
      </div>
    </PublicPage>
  );
}
