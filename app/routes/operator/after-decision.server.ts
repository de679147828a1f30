import type { Person } from '~/domain/identity/read-person.server';
import { readNextReview } from '~/domain/merchants/read-review-queue.server';
import { redirectTo } from '~/web/answer.server';
import type { Asked } from '~/web/rights.server';

/** A decision was kept: on to the next that waits, or to the empty queue, which says so. */
export async function afterDecision(
  { app, person, language }: Asked<Person>,
  headers?: Record<string, string>,
): Promise<Response> {
  const next = await readNextReview(app.db, { viewerId: person.id });
  return redirectTo(`${next ?? '/operator/periksa'}?kabar=tersimpan`, language, headers);
}
