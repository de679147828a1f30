import type { PersonId } from '~/shared/ids';
import { signInPerson } from '../factories/identity';
import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { openOwnSite } from '../measuring/own-site';
import { type MenuWithPhotos, openMenuWithPhotos } from '../scenarios/menu-with-photos';
import { type PageBytes, weighPage } from '../scenarios/page-bytes';

interface Weighed {
  menu: PageBytes;
  workplace: PageBytes;
}

let once: Promise<Weighed> | null = null;

/** Bytes are the same in every round, so the pages are weighed once for all lines. */
function weighOnce(run: MeasureRun): Promise<Weighed> {
  once ??= weigh(run);
  return once;
}

async function weigh(run: MeasureRun): Promise<Weighed> {
  let menu: MenuWithPhotos | undefined;
  const { world, site } = await openOwnSite(run, 'sqlite', {
    fill: async (filled) => {
      menu = await openMenuWithPhotos(filled);
    },
  });
  if (!menu) throw new Error('the festival was not opened');
  const session = await signInPerson(world, menu.ownerId as PersonId);
  return {
    menu: await weighPage(site.origin, menu.stall),
    workplace: await weighPage(site.origin, '/usaha', `sesi=${session}`),
  };
}

const kB = (bytes: number) => bytes / 1_000;
const figure = (bytes: number, note: string): Figure => ({ value: kB(bytes), reference: null, note });

export const lines: BenchLine[] = [
  {
    id: 'first-menu-bytes',
    what: 'first view of a menu with twelve photos, all of it (brotli, AVIF)',
    goal: { atMost: 120 },
    unit: 'kB',
    measure: async (run) => {
      const { html, css, js, pictures } = (await weighOnce(run)).menu;
      return figure(
        html + css + js + pictures,
        `page ${html}, styles ${css}, script ${js}, pictures ${pictures} bytes`,
      );
    },
  },
  {
    id: 'html-css-bytes',
    what: 'page and styles of a menu with twelve photos (brotli)',
    goal: { atMost: 14 },
    unit: 'kB',
    measure: async (run) => {
      const { html, css } = (await weighOnce(run)).menu;
      return figure(html + css, `page ${html}, styles ${css} bytes`);
    },
  },
  {
    id: 'customer-js',
    what: 'JavaScript of customer pages, none of it required (brotli)',
    goal: { atMost: 6 },
    unit: 'kB',
    measure: async (run) => figure((await weighOnce(run)).menu.js, 'one file of custom elements'),
  },
  {
    id: 'merchant-js',
    what: 'JavaScript of merchant and organiser pages (brotli)',
    goal: { atMost: 100 },
    unit: 'kB',
    measure: async (run) =>
      figure((await weighOnce(run)).workplace.js, 'one file of custom elements; nothing is hydrated'),
  },
];
