import { Shell } from '~/components/layout/shell';
import { SignedInLinks } from '~/components/layout/signed-in-links';
import { BoardCard } from '~/components/merchant/board-card';
import { EmptyState } from '~/components/ui/empty-state';
import { PageHeading } from '~/components/ui/page-heading';
import { boardsOf, readMerchantFestivals } from '~/domain/festivals/read-merchant-festivals.server';
import { useWords, wordsFor } from '~/i18n';
import type { MerchantId } from '~/shared/ids';
import { languageOf } from '~/shared/paths';
import { type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/web/remix';
import { requireRight } from '~/web/rights.server';

export const meta: MetaFunction = ({ location }) => [
  { title: `${wordsFor(languageOf(location.pathname)).people.boards.title} · Pestarasa` },
  { name: 'robots', content: 'noindex' },
];

/** All a cashier sees of a business: the boards she may open. */
export async function loader(args: LoaderFunctionArgs) {
  const merchantId = args.params.merchantId as MerchantId;
  const { app, now } = await requireRight(args, 'merchant.sell', merchantId);
  const { own } = await readMerchantFestivals(app.db, { merchantId, now });
  return { boards: boardsOf(own) };
}

export default function Boards() {
  const words = useWords().people.boards;
  const { boards } = useLoaderData<typeof loader>();
  return (
    <Shell headerNav={<SignedInLinks account={false} />} width="narrow">
      <PageHeading title={words.title} lead={boards.length > 0 ? words.lead : undefined} />
      <div className="stack">
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} quiet={false} />
        ))}
        {boards.length === 0 ? <EmptyState seed="papan" text={words.empty} /> : null}
      </div>
    </Shell>
  );
}
