import { setDishCost } from '~/domain/menus/set-dish-cost.server';
import { setDishPhoto } from '~/domain/menus/set-dish-photo.server';
import { setFestivalMenu } from '~/domain/menus/set-festival-menu.server';
import { declareDocument } from '~/domain/merchants/declare-document.server';
import { setContacts } from '~/domain/merchants/set-contacts.server';
import { setHours } from '~/domain/merchants/set-hours.server';
import { ACT_PAPERS, lastMonth } from '~/domain/training/acts';
import { COURSE, endOfValidity, makeCertificateCode } from '~/domain/training/certificate';
import { finishQuiz } from '~/domain/training/finish-quiz.server';
import { openLesson } from '~/domain/training/open-lesson.server';
import { readQuiz } from '~/domain/training/read-lesson.server';
import { LESSONS, type LessonSlug } from '~/domain/training/training';
import { choosePayoutHour } from '~/domain/wallet/choose-payout-hour.server';
import { proposePayoutAccount } from '~/domain/wallet/propose-payout-account.server';
import { recordOutsideSales } from '~/domain/wallet/record-outside-sales.server';
import { setPin } from '~/domain/wallet/set-pin.server';
import { type CertificateId, type DishId, type MerchantId, newId, type PersonId } from '~/shared/ids';
import type { E164 } from '~/shared/phone';
import { randomWord } from '~/shared/random-word';
import { dayOf, HOUSE_ZONE } from '~/shared/time';
import type { World } from '../setup/world';
import { makeDish } from './menus';
import { accepted, type MakingWorld, nextNik } from './merchants';
import { makePaperPage } from './papers';

interface Learner {
  merchantId: MerchantId;
  ownerId: PersonId;
  phone: E164;
}

/** The choice per question of a lesson's quiz as it is read now: every one right, or every one wrong. */
export function choicesOf(lesson: LessonSlug, answers: 'right' | 'wrong'): Record<string, string> {
  const version = LESSONS.find(({ slug }) => slug === lesson)?.version ?? 0;
  const questions = readQuiz(lesson, version)?.questions ?? [];
  const wanted = (isRight: boolean) => isRight === (answers === 'right');
  return Object.fromEntries(
    questions.map(({ id, options }) => [id, options.find(({ right }) => wanted(right === 'yes'))?.id ?? '']),
  );
}

/** One finished attempt at a quiz, all right or all wrong. */
export async function takeQuiz(
  world: MakingWorld,
  { merchantId, ownerId }: Pick<Learner, 'merchantId' | 'ownerId'>,
  { lesson, answers }: { lesson: LessonSlug; answers: 'right' | 'wrong' },
): Promise<void> {
  const now = world.clock.now();
  const version = LESSONS.find(({ slug }) => slug === lesson)?.version ?? 0;
  const attempt = newId('att', now);
  const choices = choicesOf(lesson, answers);
  accepted(
    await world.inTransaction((tx) =>
      finishQuiz(tx, { merchantId, personId: ownerId, lesson, version, attempt, choices, now }),
    ),
  );
}

/** Every lesson opened and its quiz passed, as many as there are. */
export async function passEveryQuiz(world: MakingWorld, learner: Learner): Promise<void> {
  const { merchantId, ownerId: personId } = learner;
  for (const { slug: lesson, version } of LESSONS) {
    const opened = { merchantId, personId, lesson, version, now: world.clock.now() };
    await world.inTransaction((tx) => openLesson(tx, opened));
    await takeQuiz(world, learner, { lesson, answers: 'right' });
  }
}

/** Every quiz passed and every practice true in the merchant's own shop. */
export async function finishCourse(world: World, learner: Learner): Promise<void> {
  await passEveryQuiz(world, learner);
  await practiseEverything(world, learner);
}

/** Every practice of the course true in the merchant's own shop, no quiz answered. */
export async function practiseEverything(world: World, learner: Learner): Promise<void> {
  const dishIds = await makeShownDishes(world, learner);
  const { merchantId, ownerId: by, phone } = learner;
  const now = world.clock.now();
  const { secrets } = world.app.ports;
  await world.inTransaction(async (tx) => {
    for (const dishId of dishIds) {
      accepted(await setDishCost(tx, { dishId, merchantId, cost: 4_000, floorPrice: 8_000, by, now }));
    }
    accepted(await setFestivalMenu(tx, { merchantId, dishIds, by, now }));
    for (const kind of ACT_PAPERS) {
      const held =
        kind === 'ktp' ? ({ answer: 'have', number: nextNik() } as const) : ({ answer: 'none_yet' } as const);
      accepted(await declareDocument(tx, { merchantId, kind, ...held, by, secrets, now }));
    }
    const account = { bank: '002', number: '012301004567890', holder: 'Siti' };
    accepted(await proposePayoutAccount(tx, { ...account, merchantId, by, secrets, now }));
    const windows = [{ opens: '08:00', closes: '14:00' }];
    const days = [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, windows }));
    accepted(await setHours(tx, { merchantId, days, now }));
    await choosePayoutHour(tx, { merchantId, hour: 21, by, now });
    accepted(await setContacts(tx, { merchantId, complaints: by, emergency: '+628100000001', by, now }));
  });
  await makePaperPage(world, learner);
  await tellLastMonth(world, learner, now);
  accepted(await setPin(world.app, { personId: by, phone, pin: '481516' }));
}

/** What was sold elsewhere in the month before `now`: the one practice that comes undone as months go by. */
export async function tellLastMonth(world: World, { merchantId, ownerId: by }: Learner, now: number): Promise<void> {
  const today = dayOf(now, HOUSE_ZONE);
  const told = { merchantId, month: lastMonth(today), amount: 0, today, by, now };
  accepted(await world.inTransaction((tx) => recordOutsideSales(tx, told)));
}

/** Three dishes with everything a customer may ask of them, each with a photo of its own. */
async function makeShownDishes(world: World, { merchantId, ownerId: by }: Learner): Promise<DishId[]> {
  const answers = { halal: 'not_yet', allergenAnswer: 'none' } as const;
  const dishIds: DishId[] = [];
  for (const [seed, name] of ['Tekwan', 'Model', 'Pempek lenjer'].entries()) {
    const dishId = await makeDish(world, { merchantId, name, by, description: 'Ikan, sagu, kuah udang', ...answers });
    const shown = (width: number) => ({
      bytes: new Uint8Array([seed, width % 256]),
      contentType: 'image/webp' as const,
      avif: new Uint8Array([seed, 1]),
      width,
      height: 480,
    });
    const photo = { small: shown(320), large: shown(640), colour: '#aa8844' };
    const now = world.clock.now();
    accepted(await world.inTransaction((tx) => setDishPhoto(tx, { dishId, merchantId, photo, now })));
    dishIds.push(dishId);
  }
  return dishIds;
}

/** A certificate in force, planted as it would lie there after the course: for pages and rights, not for the rule. */
export async function plantCertificate(
  world: MakingWorld,
  { merchantId, personId }: { merchantId: MerchantId; personId: PersonId },
): Promise<{ id: CertificateId; code: string }> {
  const now = world.clock.now();
  const planted = { id: newId('crt', now), code: makeCertificateCode(Array.from({ length: 9 }, randomWord)) };
  await world.inTransaction((tx) =>
    tx
      .insertInto('training_certificate')
      .values({
        ...planted,
        merchant_id: merchantId,
        person_id: personId,
        course: COURSE,
        course_version: LESSONS.map(({ slug, version }) => `${slug}.${version}`).join(' '),
        turn: 1,
        holder: 'Siti',
        stall: 'Pempek Contoh',
        city: 'Kota Palembang',
        issued_at: now,
        valid_until: endOfValidity(now),
      })
      .execute(),
  );
  return planted;
}

/** Passes the quiz of a lesson; its practice is another matter. */
export function passQuiz(world: World, learner: Learner, lesson: LessonSlug): Promise<void> {
  return takeQuiz(world, learner, { lesson, answers: 'right' });
}

/** Finishes the lesson whose practice is quickest: complaints and safety. */
export async function finishOneLesson(world: World, learner: Learner): Promise<void> {
  await passQuiz(world, learner, 'keluhan-dan-keamanan');
  const { merchantId, ownerId: by } = learner;
  const contacts = { merchantId, complaints: by, emergency: '+628100000001' as const, by, now: world.clock.now() };
  await world.inTransaction(async (tx) => accepted(await setContacts(tx, contacts)));
}

/** A talk that somebody noted about her. */
export async function plantTalk(
  world: MakingWorld,
  { merchantId, personId }: { merchantId: MerchantId; personId: PersonId },
): Promise<void> {
  const at = world.clock.now();
  const reason = { reason: 'idle', lesson: LESSONS[0].slug, opened_at: at, closed_at: at, closed_by: personId };
  await world.inTransaction((tx) =>
    tx
      .insertInto('training_coaching')
      .values({ id: newId('coa', at), merchant_id: merchantId, ...reason, note: 'Sudah dibicarakan' })
      .execute(),
  );
}
