import { readParticipationsOf } from '~/domain/festivals/read-participation.server';
import { changeDish } from '~/domain/menus/change-dish.server';
import { setDishCost } from '~/domain/menus/set-dish-cost.server';
import { setFestivalMenu } from '~/domain/menus/set-festival-menu.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { setContacts } from '~/domain/merchants/set-contacts.server';
import { lastMonth } from '~/domain/training/acts';
import { finishQuiz } from '~/domain/training/finish-quiz.server';
import { issueCertificate } from '~/domain/training/issue-certificate.server';
import { openLesson } from '~/domain/training/open-lesson.server';
import { readQuiz } from '~/domain/training/read-lesson.server';
import { LESSONS } from '~/domain/training/training';
import { checkPayoutAccount } from '~/domain/wallet/check-payout-account.server';
import { choosePayoutHour } from '~/domain/wallet/choose-payout-hour.server';
import { noteSlipChecked } from '~/domain/wallet/note-slip-checked.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { recordOutsideSales } from '~/domain/wallet/record-outside-sales.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import type { Tx } from '~/platform/app-context';
import { type DishId, newId, type PersonId } from '~/shared/ids';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import { DEMO_PIN } from './customers';
import type { Owned } from './owners';
import { demoPhone } from './people';
import { mustHave, type Stage } from './stage';

type Lesson = (typeof LESSONS)[number];

const FESTIVAL_DISHES = 6;
/** A NIK with the serial 0000 belongs to nobody: serials begin at 0001. */
const HER_PAPERS = [{ kind: 'ktp', number: '1671024507880000' }, { kind: 'bank_book' }] as const;
const FISH_DISH = { halal: 'in_process', allergenAnswer: 'listed', allergens: ['fish', 'gluten'] } as const;
const DRINK = { halal: 'in_process', allergenAnswer: 'none' } as const;
const SAFETY = LESSONS.filter(({ slug }) => slug === 'keluhan-dan-keamanan');

/** These lessons opened, and their quizzes answered right. */
export async function passQuizzes(
  tx: Tx,
  { merchantId, ownerId: personId }: Owned,
  { lessons, now }: { lessons: readonly Lesson[]; now: number },
): Promise<void> {
  for (const { slug: lesson, version } of lessons) {
    await openLesson(tx, { merchantId, personId, lesson, version, now });
    const questions = readQuiz(lesson, version)?.questions ?? [];
    const choices = Object.fromEntries(
      questions.map(({ id, options }) => [id, options.find((option) => option.right === 'yes')?.id ?? '']),
    );
    const attempt = newId('att', now);
    mustHave(await finishQuiz(tx, { merchantId, personId, lesson, version, attempt, choices, now }));
  }
}

/** One owner finishes the course: every quiz, every practice in her own shop, and her certificate. */
export async function finishCourse({ app }: Stage, owned: Owned, checkedBy: PersonId): Promise<void> {
  const { merchantId, ownerId: by } = owned;
  const now = app.clock.now();
  const { secrets } = app.ports;
  mustHave(await setPin(app, { personId: by, phone: null, pin: DEMO_PIN }));
  await app.inTransaction(async (tx) => {
    await passQuizzes(tx, owned, { lessons: LESSONS, now });
    await answerMenu(tx, owned, now);
    for (const paper of HER_PAPERS)
      mustHave(await declareDocument(tx, { merchantId, ...paper, answer: 'have', demo: true, by, secrets, now }));
    const account = { bank: '002', number: '000000000001671', holder: 'Contoh' };
    const payoutAccountId = mustHave(await proposePayoutAccount(tx, { ...account, merchantId, by, secrets, now }));
    mustHave(await checkPayoutAccount(tx, { payoutAccountId, by: checkedBy, now }));
    await choosePayoutHour(tx, { merchantId, hour: 21, by, now });
    mustHave(await setContacts(tx, { merchantId, complaints: by, emergency: demoPhone(9090), by, now }));
    const today = dayOf(now, HOUSE_ZONE);
    const told = { merchantId, month: lastMonth(today), amount: 4_250_000, today, by, now };
    mustHave(await recordOutsideSales(tx, told));
    mustHave(await issueCertificate(tx, { merchantId, personId: by, now }));
  });
}

/** She compares the slip of an evening with her till: the practice of the daily book stays done. */
export async function checkSlip({ app }: Stage, { merchantId, ownerId: by }: Owned, day: string): Promise<void> {
  const [here] = await readParticipationsOf(app.db, merchantId);
  if (!here) return;
  const slip = { merchantId, participationId: here.id, day, by, now: app.clock.now() };
  await app.inTransaction((tx) => noteSlipChecked(tx, slip));
}

/** These owners finish one lesson: who answers complaints, and the number to ring when something burns. */
export async function finishSafety({ app }: Stage, owned: readonly Owned[]): Promise<void> {
  const now = app.clock.now();
  await app.inTransaction(async (tx) => {
    for (const owner of owned) {
      const { merchantId, ownerId: by } = owner;
      await passQuizzes(tx, owner, { lessons: SAFETY, now });
      mustHave(await setContacts(tx, { merchantId, complaints: by, emergency: demoPhone(9090), by, now }));
    }
  });
}

/** What customers ask of a dish, and what it costs her: half the price, and a floor a tenth below it. */
async function answerMenu(tx: Tx, { merchantId, ownerId: by }: Owned, now: number): Promise<void> {
  const dishes = await tx
    .selectFrom('menu_dish')
    .select(['id', 'name', 'price', 'category', 'make_seconds as makeSeconds'])
    .where('merchant_id', '=', merchantId)
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute();
  for (const { id: dishId, name, price, category, makeSeconds } of dishes) {
    const answers = category === 'Minuman' ? DRINK : FISH_DISH;
    const changes = { ...answers, description: `${name} dari dapur sendiri, dibuat pagi ini`, makeSeconds };
    mustHave(await changeDish(tx, { dishId, merchantId, changes, by, now }));
    const normal = price ?? 10_000;
    const money = { cost: normal / 2, floorPrice: Math.round((normal * 0.9) / 500) * 500 };
    mustHave(await setDishCost(tx, { dishId, merchantId, ...money, by, now }));
  }
  const dishIds = dishes.slice(0, FESTIVAL_DISHES).map(({ id }) => id as DishId);
  mustHave(await setFestivalMenu(tx, { merchantId, dishIds, by, now }));
}
