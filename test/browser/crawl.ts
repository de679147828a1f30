import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { languageOf } from '../../app/shared/paths';
import { axeFaults } from '../setup/axe';
import { DESK, PHONE } from '../setup/browser';
import { cutTextFaults } from '../setup/cut-text';
import { patternOf } from './route-patterns';

/** How many addresses of one route are opened in each language: two hundred dishes are one page. */
const ADDRESSES_A_ROUTE = 1;

export interface Crawl {
  /** Route address → paths opened. */
  opened: Map<string, string[]>;
  /** What is wrong, each with its address. */
  faults: string[];
}

/** Follows links breadth-first from `starts` as whoever `page` is signed in as; looks at each page on a phone and on a desk. */
export async function crawl(
  page: Page,
  starts: string[],
  { opened, faults }: Crawl,
  shots: string | null,
): Promise<void> {
  const queue = [...starts];
  const seen = new Set(queue);
  const complaints = listen(page);
  while (queue.length > 0) {
    const path = queue.shift() ?? '';
    const language = languageOf(path.split('?')[0] ?? '');
    const route = routeOf(path);
    const before = opened.get(route) ?? [];
    // Where somebody starts is opened in any case: others may have seen another page there.
    if (before.includes(path) && !starts.includes(path)) continue;
    if (before.length >= ADDRESSES_A_ROUTE && !starts.includes(path)) continue;
    complaints.length = 0;
    const found = await open(page, path, {
      isFirst: before.length === 0 && language === 'id',
      hasTwin: language === 'en' && hasOpened(opened, path.replace(/^\/en(?=\/|$)/, '') || '/'),
      faults,
      shots,
    });
    faults.push(...complaints.map((text) => `${path}: console: ${text}`));
    // Sent on to sign in, or to where the work is: that page counts when somebody reaches it.
    if (found.landed === route) opened.set(route, [...before, path]);
    for (const link of found.links.filter((each) => !seen.has(each))) {
      seen.add(link);
      queue.push(link);
    }
  }
}

const hasOpened = (opened: Crawl['opened'], path: string) => opened.get(routeOf(path))?.includes(path) ?? false;

/** `en /usaha/:merchantId` for `/en/usaha/mrc_…?kabar=…`. */
function routeOf(path: string): string {
  const pathname = path.split('?')[0] ?? '';
  return `${languageOf(pathname) === 'en' ? 'en ' : ''}${patternOf(pathname)}`;
}

/** Chromium logs every 4xx as an error of the console; the status is looked at apart. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on(
    'console',
    (message) =>
      message.type() === 'error' && !/status of 4\d\d/.test(message.text()) && complaints.push(message.text()),
  );
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

interface Opening {
  /** Its route for the first time, in Indonesian: looked at on a desk, too. */
  isFirst: boolean;
  /** English, and the same page was looked at in Indonesian. */
  hasTwin: boolean;
  faults: string[];
  shots: string | null;
}

interface Found {
  /** Route where the answer stood after redirects. */
  landed: string;
  links: string[];
}

async function open(page: Page, path: string, { isFirst, hasTwin, faults, shots }: Opening): Promise<Found> {
  const download = await isDownload(page, path);
  if (download !== null) {
    if (download >= 400) faults.push(`${path}: status ${download}`);
    return { landed: routeOf(path), links: [] };
  }
  await page.setViewportSize(PHONE);
  const answer = await page.goto(path, { waitUntil: 'load' });
  const landed = routeOf(new URL(page.url()).pathname);
  const status = answer?.status() ?? 0;
  if (status >= 400 && patternOf(path) !== '/*') faults.push(`${path}: status ${status}`);
  if (landed !== routeOf(path)) return { landed, links: [new URL(page.url()).pathname] };
  faults.push(...(await headFaults(page, path)));
  for (const viewport of [PHONE, DESK]) {
    await showWhole(page, viewport);
    faults.push(...(await sidewaysFaults(page, `${path} at ${viewport.width}`)));
    faults.push(...(await cutTextFaults(page)).map((fault) => `${path} at ${viewport.width}: ${fault}`));
    const look = viewport === PHONE ? (hasTwin ? 'words' : 'whole') : 'wider';
    if (viewport === PHONE || isFirst)
      faults.push(...(await axeFaults(page, look)).map((fault) => `${path} at ${viewport.width}: ${fault}`));
    if (shots) await shoot(page, `${shots}/${viewport.width}`, path);
  }
  return { landed, links: await linksOf(page) };
}

/** A screen as tall as the page, so that a bar fixed to its foot covers nothing by chance. */
async function showWhole(page: Page, { width, height }: { width: number; height: number }): Promise<void> {
  await page.setViewportSize({ width, height });
  const tall = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(height, Math.min(tall, 12_000)) });
}

/** Status of an address that hands over a file; null for a page. */
async function isDownload(page: Page, path: string): Promise<number | null> {
  if (!/\/salah\/|\/fil_\w{26}$|\.(csv|xlsx|pdf)$|\/(json|pdf)$/.test(path)) return null;
  return (await page.request.get(path)).status();
}

async function headFaults(page: Page, path: string): Promise<string[]> {
  const { headings, title, lang } = await page.evaluate(() => ({
    headings: document.querySelectorAll('h1').length,
    title: document.title.trim(),
    lang: document.documentElement.lang,
  }));
  const wanted = languageOf(path.split('?')[0] ?? '');
  return [
    headings === 1 ? '' : `${path}: ${headings} h1`,
    title ? '' : `${path}: no title`,
    lang === wanted ? '' : `${path}: lang ${lang}`,
  ].filter(Boolean);
}

async function sidewaysFaults(page: Page, where: string): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [`${where}: scrolls sideways by ${wide} px`] : [];
}

async function shoot(page: Page, folder: string, path: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const name = path.replace(/[^a-z0-9]+/gi, '_').slice(0, 120) || '_';
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** Links of the page within the site, without fragments; signing out ends the walk, so its link stays unfollowed. */
async function linksOf(page: Page): Promise<string[]> {
  const hrefs = await page.evaluate(() =>
    Array.from(document.querySelectorAll('a[href]'), (link) => link.getAttribute('href') ?? ''),
  );
  const { origin } = new URL(page.url());
  return hrefs
    .map((href) => new URL(href, page.url()))
    .filter((url) => url.origin === origin && !/\/berkas\/|\/assets\//.test(url.pathname))
    .map(({ pathname, search }) => pathname + search);
}
