import type { BenchLine, Figure, MeasureRun } from '../measuring/bench-line';
import { openOwnSite } from '../measuring/own-site';
import { median, spreadOf } from '../measuring/statistics';
import { lookOnLabPhone, type PhoneFigures } from '../scenarios/lab-phone';
import { type MenuWithPhotos, openMenuWithPhotos } from '../scenarios/menu-with-photos';
import { openBrowser } from '../setup/browser';

let once: Promise<PhoneFigures[]> | null = null;

/** Every line reads the same looks. */
function lookOnce(run: MeasureRun): Promise<PhoneFigures[]> {
  once ??= look(run);
  return once;
}

async function look(run: MeasureRun): Promise<PhoneFigures[]> {
  let menu: MenuWithPhotos | undefined;
  const { site } = await openOwnSite(run, 'sqlite', {
    env: { ROLE: 'web' },
    fill: async (filled) => {
      menu = await openMenuWithPhotos(filled);
    },
  });
  const browser = await openBrowser({ isTimed: true });
  run.onEnd(() => browser.close());
  const looks: PhoneFigures[] = [];
  for (let round = 0; round < run.rounds; round++) {
    const address = `${site.origin}${menu?.stall}`;
    looks.push(await lookOnLabPhone(browser, address, (page) => page.locator('summary').first().tap()));
  }
  return looks;
}

const WHERE = 'menu with twelve photos on the lab phone (processor ÷ 6, 400 kbit/s, 400 ms, cold)';

function line(name: keyof PhoneFigures, what: string, atMost: number, unit: string): BenchLine {
  return {
    id: `lab-phone-${name}`,
    what: `${WHERE}: ${what}`,
    goal: { atMost },
    unit,
    measure: async (run): Promise<Figure> => {
      const values = (await lookOnce(run)).map((figures) => figures[name]);
      return { value: median(values), spread: spreadOf(values), reference: null };
    },
  };
}

export const lines: BenchLine[] = [
  line('lcp', 'its largest part is there (LCP)', 1_800, 'ms'),
  line('usable', 'it can be used', 1_800, 'ms'),
  line('cls', 'how far things jump (CLS)', 0.02, 'share'),
  line('inp', 'a tap is answered (INP)', 100, 'ms'),
];
