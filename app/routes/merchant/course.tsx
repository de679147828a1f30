import { MerchantPage } from '~/components/layout/merchant-page';
import { CourseList } from '~/components/training/course-list';
import { KeptCourse, UnsentEvents } from '~/components/training/unsent-events';
import { ButtonLink } from '~/components/ui/button';
import { readMerchant } from '~/domain/merchants/read-merchant.server';
import { readProgress } from '~/domain/training/read-progress.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf, pathTo } from '~/shared/paths';
import { answerNotFound } from '~/web/answer.server';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';
import { lessonBytes } from './lesson-size.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).training.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, language, now } = await requireRight(args, 'merchant.view', merchantId);
  const merchant = await readMerchant(app.db, merchantId);
  if (!merchant) throw answerNotFound();
  const lessons = (await readProgress(app.db, { merchantId, now })).map(
    ({ slug, version, minutes, openedAt, passed, act, complete }) => ({
      slug,
      minutes,
      isOpened: openedAt !== null,
      passed,
      isActDone: act.done,
      complete,
      kilobytes: Math.ceil(lessonBytes(slug, version, language) / 1000),
    }),
  );
  return { merchant: { id: merchant.id, name: merchant.stallName }, lessons };
}

export default function Course() {
  const { training, certificates } = useWords();
  const language = useLanguage();
  const { merchant, lessons } = useLoaderData<typeof loader>();
  const base = pathTo(`/belajar/${merchant.id}`, language);
  return (
    <MerchantPage
      title={training.title}
      lead={training.lead}
      merchant={merchant}
      current="learn"
      width="wide"
      actions={
        <>
          <ButtonLink href={`${base}/tips`}>{training.tips}</ButtonLink>
          <ButtonLink href={`${base}/sertifikat`}>{certificates.own.link}</ButtonLink>
        </>
      }
    >
      <UnsentEvents />
      <CourseList merchantId={merchant.id} lessons={lessons} />
      <KeptCourse lessons={lessons.map(({ slug }) => slug)} />
    </MerchantPage>
  );
}
