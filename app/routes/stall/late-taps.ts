import { readFestival } from '~/domain/festivals/read-festival.server';
import { applyLateTaps, type TapNews } from '~/domain/orders/apply-late-taps.server';
import { tapsBody } from '~/domain/orders/tap-form';
import { SLOT_MILLISECONDS } from '~/domain/stalls/stalls';
import { wordsFor } from '~/i18n';
import { formatRange, formatRupiah } from '~/i18n/format';
import type { Language } from '~/shared/language';
import { HOUSE_ZONE } from '~/shared/time';
import { readJson } from '~/web/json.server';
import type { ActionFunctionArgs } from '~/web/remix';
import { openBoard } from './board-door.server';

/** Taps of a board, each with its own id: sent at once, or later when the internet is back, and again until answered. */
export async function action(args: ActionFunctionArgs) {
  const { app, owner, person, language, now } = await openBoard(args);
  const { taps } = await readJson(args.request, tapsBody);
  const answers = await applyLateTaps(app, { ...owner, byPersonId: person.id, language }, taps, now);
  const zone = (await readFestival(app.db, owner.festivalId))?.zone ?? HOUSE_ZONE;
  const answered = answers.map(({ id, outcome, news }) => ({
    id,
    outcome,
    text: news ? sayNews(news, zone, language) : null,
  }));
  return Response.json({ answers: answered }, { headers: { 'Cache-Control': 'no-store' } });
}

function sayNews(news: TapNews, zone: string, language: Language): string {
  const words = wordsFor(language).stalls;
  if (news.code !== 'counter_sold') return words.news[news.code](String(news.number));
  const { number, slotStartsAt, total } = news;
  const range = formatRange(slotStartsAt, slotStartsAt + SLOT_MILLISECONDS, zone);
  return words.counterSold(number, range, formatRupiah(total));
}
