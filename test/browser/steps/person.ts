import type { Browser, Locator, Page } from '@playwright/test';
import { expect } from 'vitest';
import { openVisitor, type Visitor } from '../../setup/browser';
import { patternOf } from '../route-patterns';

/** Somebody with a phone of their own. Finds things by role and label, as a person does; looks hard at each page once. */
export interface Person {
  page: Page;
  phone: string;
  usedCodes: Set<string>;
  visitor: Visitor;
  goes: (path: string) => Promise<void>;
  /** A link or button that leads to another page. */
  presses: (name: string | RegExp, options?: { within?: Locator; exact?: boolean }) => Promise<void>;
  fills: (label: string | RegExp, value: string) => Promise<void>;
  selects: (label: string, option: string) => Promise<void>;
  /** A radio button or tick box. */
  ticks: (label: string | RegExp, options?: { within?: Locator }) => Promise<void>;
  sees: (text: string | RegExp) => Promise<void>;
  /** Reloads until it is there: what the worker does in the background. */
  seesSoon: (text: string | RegExp) => Promise<void>;
  leaves: () => Promise<void>;
}

export interface Crowd {
  browser: Browser;
  origin: string;
  /** Routes somebody has looked at already. */
  seen: Set<string>;
  /** Sign-in codes somebody has typed already. */
  usedCodes: Set<string>;
}

/** A phone of 360 px in somebody's hand. */
export async function arrive({ browser, origin, ...crowd }: Crowd, phone: string): Promise<Person> {
  return personOf(await openVisitor(browser, origin), { phone, ...crowd });
}

export function personOf(
  visitor: Visitor,
  { phone, seen, usedCodes }: { phone: string; seen: Set<string>; usedCodes: Set<string> },
): Person {
  const { page } = visitor;
  const look = async () => {
    const pattern = patternOf(new URL(page.url()).pathname);
    if (seen.has(pattern)) return;
    seen.add(pattern);
    await visitor.look();
  };
  const main = page.getByRole('main');
  return {
    page,
    phone,
    usedCodes,
    visitor,
    goes: async (path) => {
      const answer = await page.goto(path);
      expect(answer?.status() ?? 0, path).toBeLessThan(400);
      await look();
    },
    presses: async (name, { within = page.locator('body'), exact = false } = {}) => {
      const target = within.getByRole('button', { name, exact }).or(within.getByRole('link', { name, exact })).first();
      const arrived = page.waitForEvent('framenavigated', { predicate: (frame) => frame === page.mainFrame() });
      await target.click();
      await arrived;
      await page.waitForLoadState('load');
      await look();
    },
    fills: (label, value) => main.getByLabel(label).first().fill(value),
    selects: async (label, option) => void (await main.getByLabel(label).first().selectOption({ label: option })),
    ticks: (label, { within = main } = {}) => within.getByLabel(label).first().check(),
    sees: (text) => main.getByText(text).filter({ visible: true }).first().waitFor(),
    seesSoon: async (text) => {
      const there = main.getByText(text).filter({ visible: true });
      const comes = () =>
        there
          .first()
          .waitFor({ timeout: 500 })
          .then(
            () => true,
            () => false,
          );
      const until = Date.now() + 15_000;
      // A page that moves on by itself may break off the reload: then it is newer anyway.
      while (Date.now() < until && !(await comes())) await page.reload().catch(() => undefined);
      await there.first().waitFor();
    },
    leaves: () => visitor.close(),
  };
}

/** The newest sign-in code for her phone in the inbox of the installation, read in a tab of its own; one used before is not it. */
async function readsCode({ page, phone, usedCodes }: Person): Promise<string> {
  const inbox = await page.context().newPage();
  const newest = inbox
    .getByRole('main')
    .locator('.card')
    .filter({ hasText: phone })
    .filter({ hasText: 'Kode OTP' })
    .first();
  const until = Date.now() + 15_000;
  let code = '';
  while (Date.now() < until && (code === '' || usedCodes.has(code))) {
    await inbox.goto('/dev/pesan');
    code = (await newest.count()) > 0 ? (/\b(\d{6})\b/.exec(await wordsOf(newest))?.[1] ?? '') : '';
  }
  await inbox.close();
  usedCodes.add(code);
  return code;
}

/** Phone, code, in. Leaves the person where the site sends them. */
export async function signsIn(person: Person): Promise<void> {
  await person.goes('/masuk');
  await givesPhoneAndCode(person);
}

/** On a page that asks for the phone: the number, then the code that came. */
export async function givesPhoneAndCode(person: Person): Promise<void> {
  await person.fills('Nomor HP', person.phone);
  await person.presses('Kirim kode');
  await person.fills('Kode OTP', await readsCode(person));
  await person.presses('Masuk', { within: person.page.getByRole('main'), exact: true });
}

/** Opens her business from the list of her businesses. */
export async function comesHome(merchant: Person): Promise<void> {
  await merchant.goes('/usaha');
  await merchant.presses(/./, { within: merchant.page.getByRole('main').getByRole('listitem').first() });
}

/** What stands there, as one line. */
export async function wordsOf(place: Locator): Promise<string> {
  return ((await place.textContent()) ?? '').trim();
}
