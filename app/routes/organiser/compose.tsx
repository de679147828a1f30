import { readHand, readPicked } from '~/components/composer/composer';
import { ComposerView } from '~/components/composer/composer-view';
import { OrganiserPage } from '~/components/layout/organiser-page';
import { ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { placeForm } from '~/domain/festivals/composer-form';
import { placeInBooth } from '~/domain/festivals/place-in-booth.server';
import { readComposition } from '~/domain/festivals/read-composition.server';
import { readApplicationOf, readOrganiserFestival } from '~/domain/festivals/read-organiser-festival.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { pathTo } from '~/shared/paths';
import { answerNotFound, formResponse, redirectTo, refusalResponse } from '~/web/answer.server';
import { parseForm } from '~/web/form.server';
import { requireOwn } from '~/web/own.server';
import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';

export async function loader(args: LoaderFunctionArgs) {
  const { app, language, now, own } = await requireOwn(args, 'organisation.view', readOrganiserFestival);
  const composition = await readComposition(app.db, { festivalId: own.festival.id, now });
  const query = new URL(args.request.url).searchParams;
  return {
    ...own,
    title: `${wordsFor(language).festivals.compose.title} · ${own.festival.name}`,
    ...readHand(composition, query),
    picked: readPicked(composition, query),
    last: Number(query.get('terakhir')) || null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { app, person, language, now, own } = await requireOwn(args, 'organisation.run', readOrganiserFestival);
  const form = await parseForm(args.request, placeForm);
  if (!form.ok) return formResponse(form);
  const applicationId = await readApplicationOf(app.db, {
    festival: own.festival,
    applicationId: form.value.applicationId,
  });
  if (!applicationId) throw answerNotFound();
  const { boothId } = form.value;
  const placed = await app.inTransaction((tx) => placeInBooth(tx, { applicationId, boothId, by: person.id, now }));
  if (!placed.ok) return refusalResponse(placed.refusal, language);
  const { booth } = placed.value;
  return redirectTo(
    `/penyelenggara/${own.organisation.id}/festival/${own.festival.id}/susun?terakhir=${booth}#stan-${booth}`,
    language,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Compose() {
  const { organisation, festival, composition, hand, picked, last } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { compose } = useWords().festivals;
  const base = pathTo(`/penyelenggara/${organisation.id}/festival/${festival.id}`, useLanguage());
  const open = festival.state === 'curating';
  return (
    <OrganiserPage
      title={compose.title}
      lead={open ? compose.lead : undefined}
      organisation={organisation}
      festival={festival}
      current="compose"
      actions={
        open ? (
          <ButtonLink href={`${base}/umumkan`} variant="primary">
            {compose.publish}
          </ButtonLink>
        ) : null
      }
    >
      {open ? (
        <ComposerView
          composition={composition}
          picked={picked}
          hand={hand}
          base={base}
          last={last}
          refusal={failed?.refusal}
        />
      ) : (
        <Notice tone="info" ways={<ButtonLink href={base}>{compose.toFestival}</ButtonLink>}>
          {festival.publishedAt === null ? compose.notYet : compose.after}
        </Notice>
      )}
    </OrganiserPage>
  );
}
