import type { Browser, Page } from '@playwright/test';
import { PHONE } from '../setup/browser';

/**
 * The lab phone: Chromium's own emulation of a slow phone on a slow network (processor ÷ 6, 400 kbit/s, 400 ms to the
 * server and back), plain http, nothing in its cache.
 */
const SLOWER = 6;
const BYTES_A_SECOND = 400_000 / 8;
const ROUND_TRIP_MS = 400;

/** As Chromium itself tells them (Largest Contentful Paint, Layout Instability and Event Timing, W3C). */
export interface PhoneFigures {
  /** When the largest part of the first screen was there, ms. */
  lcp: number;
  /** When the page was read and its forms could be used, ms. */
  usable: number;
  /** How far things jumped, in shares of the screen. */
  cls: number;
  /** The slowest answer to a tap, ms; under 16 counts as 0. */
  inp: number;
}

interface Told {
  lcp: number;
  cls: number;
  inp: number;
}

/** Opens a page cold and taps what `tap` says. */
export async function lookOnLabPhone(
  browser: Browser,
  address: string,
  tap: (page: Page) => Promise<void>,
): Promise<PhoneFigures> {
  const context = await browser.newContext({ viewport: PHONE, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await slowDown(page);
  await page.addInitScript(listen);
  await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await tap(page);
  const usable = await page.evaluate(
    () => (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).domContentLoadedEventEnd,
  );
  // Entries come at leisure; two frames later the last tap has been told.
  await page.evaluate(() => new Promise((told) => requestAnimationFrame(() => requestAnimationFrame(told))));
  const told = await page.evaluate(() => (globalThis as unknown as { told: Told }).told);
  await context.close();
  return { ...told, usable };
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: ROUND_TRIP_MS,
    downloadThroughput: BYTES_A_SECOND,
    uploadThroughput: BYTES_A_SECOND,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
}

/** Runs in the page, before its own code. */
function listen(): void {
  const told = { lcp: 0, cls: 0, inp: 0 };
  (globalThis as unknown as { told: Told }).told = told;
  const hear = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...(type === 'event' ? { durationThreshold: 16 } : {}),
    });
  hear('largest-contentful-paint', (entry) => {
    told.lcp = entry.startTime;
  });
  hear('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) told.cls += value;
  });
  hear('event', (entry) => {
    if ((entry as unknown as { interactionId: number }).interactionId) told.inp = Math.max(told.inp, entry.duration);
  });
}
