import type { Locator, Page } from '@playwright/test';

/** Milliseconds of somebody who is not used to typing, on the glass of a phone. */
const PACE = {
  /** To find the next field or button and tap it. */
  find: 1_200,
  /** Four characters a second. */
  character: 250,
  /** To read through a list and choose. */
  choose: 3_000,
  /** For the message with the code to come, and to read six figures off it. */
  message: 15_000,
  /** For the next page, on a bad line. */
  page: 3_000,
};

/** Types as a person does; the time is the sum of what each act takes her, so no slow machine makes her slower. */
export interface Hand {
  /** So far, in milliseconds. */
  tookMs: () => number;
  /** What was asked of her, by name, in order. */
  inputs: string[];
  /** The pages that asked. */
  screens: Set<string>;
  types: (name: string, text: string) => Promise<void>;
  chooses: (name: string, value: string) => Promise<void>;
  ticks: (name: string, value: string) => Promise<void>;
  /** Once she sees the code, it takes no longer than any field. */
  waitsForCode: () => void;
  presses: (button: string) => Promise<void>;
}

export function handOf(page: Page): Hand {
  let tookMs = 0;
  const inputs: string[] = [];
  const screens = new Set<string>();
  const main = page.getByRole('main');
  const asked = (name: string, ms: number): Locator => {
    tookMs += PACE.find + ms;
    inputs.push(name);
    screens.add(new URL(page.url()).pathname);
    return main.locator(`[name="${name}"]`);
  };
  return {
    tookMs: () => tookMs,
    inputs,
    screens,
    types: (name, text) => asked(name, text.length * PACE.character).pressSequentially(text),
    chooses: async (name, value) => void (await asked(name, PACE.choose).selectOption(value)),
    ticks: (name, value) =>
      asked(name, 0)
        .and(page.locator(`[value="${value}"]`))
        .check(),
    waitsForCode: () => {
      tookMs += PACE.message;
    },
    presses: async (button) => {
      tookMs += PACE.find + PACE.page;
      await pressOn(page, button);
    },
  };
}

/** Presses a button of the page and waits for the page it leads to. */
export async function pressOn(page: Page, button: string): Promise<void> {
  const arrived = page.waitForEvent('framenavigated', { predicate: (frame) => frame === page.mainFrame() });
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).click();
  await arrived;
  await page.waitForLoadState('load');
}

/** Names of everything a page asks for, seen by whoever looks at it; a group of choices is one question. */
export async function questionsOf(page: Page): Promise<string[]> {
  const fields = page.getByRole('main').locator('input:not([type=hidden]), select, textarea');
  return [...new Set(await fields.evaluateAll((found) => found.map((field) => field.getAttribute('name') ?? '')))];
}
