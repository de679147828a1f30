import type { OrderId } from '~/shared/ids';
import { HttpBrowser } from '../setup/http-browser';
import type { Answer } from '../setup/http-client';
import type { Agenda } from './agenda';

/** A page or act by its kind, so that response times can be told apart. */
export type Kind =
  | 'festival page'
  | 'stall page'
  | 'add to basket'
  | 'basket'
  | 'pay page'
  | 'order'
  | 'order page'
  | 'answer'
  | 'board'
  | 'board tap'
  | 'heartbeat';

/** What is written down while the day goes on. */
export class DayLog {
  readonly responseMs = new Map<Kind, number[]>();
  /** Refusals that customers met, by kind. */
  readonly refusals = new Map<string, number>();
  /** Orders that a customer was led to. */
  readonly acknowledged: OrderId[] = [];
  readonly answered = { wait: 0, refund: 0 };
  /** Requests that broke off and were sent again. */
  repeated = 0;
  /** Baskets sent twice at once that became one order, both answers leading to it. */
  sentTwice = 0;
  /** Answers of 500 and above, and other things that nobody should see. */
  readonly troubles: string[] = [];
  /** Baskets that were filled and given up. */
  gaveUp = 0;

  refuse(kind: string): void {
    this.refusals.set(kind, (this.refusals.get(kind) ?? 0) + 1);
  }
}

/** What every virtual person shares. */
export interface Scene {
  origin: string;
  slug: string;
  agenda: Agenda;
  log: DayLog;
  /** The site's present time, epoch ms. */
  now: () => number;
  closesAt: number;
  /** Resolves when the process listens. */
  whenUp: () => Promise<void>;
}

const TRIES = 60;

interface Asked {
  kind: Kind;
  path: string;
  form: Record<string, string> | undefined;
}

/** A person with a browser who sends again what broke off, as people do. */
export class Person {
  readonly #scene: Scene;
  readonly #browser: HttpBrowser;

  constructor(scene: Scene, session?: string) {
    this.#scene = scene;
    this.#browser = new HttpBrowser(scene.origin, session);
  }

  visit(kind: Kind, path: string, form?: Record<string, string>): Promise<Answer> {
    return this.#visitBy(this.#browser, { kind, path, form });
  }

  /** A tap that was felt twice: the same form with the same cookies, twice at once. */
  visitTwice(kind: Kind, path: string, form: Record<string, string>): Promise<[Answer, Answer]> {
    const echo = new HttpBrowser(this.#scene.origin);
    for (const [name, value] of this.#browser.jar) echo.jar.set(name, value);
    return Promise.all([this.visit(kind, path, form), this.#visitBy(echo, { kind, path, form })]);
  }

  async #visitBy(browser: HttpBrowser, { kind, path, form }: Asked): Promise<Answer> {
    const { log, whenUp } = this.#scene;
    for (let tries = 0; ; tries++) {
      await whenUp();
      const began = performance.now();
      try {
        const answer = await browser.visit(path, form);
        const times = log.responseMs.get(kind) ?? [];
        times.push(performance.now() - began);
        log.responseMs.set(kind, times);
        if (answer.status >= 500) log.troubles.push(`${answer.status} ${kind} ${path}`);
        return answer;
      } catch (error) {
        if (tries >= TRIES) throw error;
        log.repeated += 1;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
