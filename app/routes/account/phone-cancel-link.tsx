import { PublicPage } from '~/components/layout/public-page';
import { Button, ButtonLink } from '~/components/ui/button';
import { Notice } from '~/components/ui/notice';
import { cancelPhoneChange, readCancelLink } from '~/domain/identity/cancel-phone-change.server';
import { useLanguage, useWords, wordsFor } from '~/i18n';
import { formatDateTime } from '~/i18n/format';
import { languageOf, pathTo } from '~/shared/paths';
import { maskPhone } from '~/shared/phone';
import { HOUSE_ZONE } from '~/shared/time';
import { pageData, refusalResponse } from '~/web/answer.server';
import {
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  useActionData,
  useLoaderData,
} from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.account.cancel} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' });

/** From the message to the old number. Opening shows, a tap stops: previews in chats open links. */
export async function loader(args: LoaderFunctionArgs) {
  const { app } = await requireRight(args, 'public');
  const change = await readCancelLink(app.db, args.params.token ?? '');
  if (!change) return pageData({ change: null }, { status: 410 });
  return pageData({ change: { phone: maskPhone(change.toPhone), effectiveAt: change.effectiveAt } });
}

export async function action(args: ActionFunctionArgs) {
  const { app, language, now } = await requireRight(args, 'public');
  const which = { token: args.params.token ?? '' };
  const cancelled = await app.inTransaction((tx) => cancelPhoneChange(tx, { which, now }));
  if (!cancelled.ok) return refusalResponse(cancelled.refusal, language);
  return pageData({ refusal: null });
}

export default function PhoneCancelLink() {
  const { account } = useWords().people;
  const language = useLanguage();
  const { change } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!change) {
    const isStopped = answer && !answer.refusal;
    return (
      <PublicPage title={isStopped ? account.cancelled : account.linkGone} width="narrow">
        <Notice
          tone={isStopped ? 'good' : 'info'}
          ways={<ButtonLink href={pathTo('/akun', language)}>{account.toAccount}</ButtonLink>}
        >
          {isStopped ? account.cancelled : account.linkGoneHelp}
        </Notice>
      </PublicPage>
    );
  }
  const { phone, effectiveAt } = change;
  const lead = account.linkLead(phone, formatDateTime(effectiveAt, HOUSE_ZONE, language));
  return (
    <PublicPage title={account.linkTitle} lead={lead} width="narrow">
      <form method="post">
        <Button variant="primary" wide>
          {account.cancel}
        </Button>
      </form>
    </PublicPage>
  );
}
