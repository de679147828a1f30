import { afterEach, beforeEach } from 'vitest';
import { type Topic, touchTopics } from '~/platform/topic.server';
import type { RequestContext, Site } from '~/server/http-server';
import { type FrontDoor, openFrontDoor } from './front-door';
import { type SendOptions, send } from './http-client';
import { makeWorld, type World } from './world';

export type Page = (request: Request, context: RequestContext) => Promise<Response> | Response;

export let world: World;
export let door: FrontDoor | undefined;
/** What reached the pages behind the cache, in order. */
export let renders: Request[];

/** Gives each test of a file a world, and closes the door it opened. */
export function keepPagesInTests(): void {
  beforeEach(async () => {
    world = await makeWorld('sqlite');
    renders = [];
  });
  afterEach(async () => {
    await close();
    await world.close();
  });
}

/** Opens the front door with one page behind it, and counts its renders from zero. */
export async function open(page: Page, options: Partial<Pick<Site, 'app' | 'beforeRemix'>> = {}): Promise<void> {
  renders = [];
  door = await openFrontDoor(
    options.app ?? world.app,
    (request, context) => {
      renders.push(request);
      return page(request, context);
    },
    { beforeRemix: options.beforeRemix },
  );
}

export async function close(): Promise<void> {
  await door?.close();
  door = undefined;
}

export const html = (text: string, headers: Record<string, string> = {}) =>
  new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } });

/** A page that says it may be kept, and for how long. */
export const kept =
  (topics: Topic[] = ['festival:fst_1'], freshUntil = Number.POSITIVE_INFINITY): Page =>
  (request, context) => {
    context.keepPage({ topics, freshUntil });
    return html(`<!doctype html><p>${new URL(request.url).pathname}${new URL(request.url).search} ${renders.length}`);
  };

export const get = (path: string, options?: SendOptions) => send(door!.origin, path, options);
export const touch = (...topics: Topic[]) => world.inTransaction((tx) => touchTopics(tx, topics, 1));
export const texts = async (...paths: string[]) => {
  const answers = [];
  for (const path of paths) answers.push((await get(path)).text);
  return answers;
};
