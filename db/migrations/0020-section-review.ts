import { check, type Migration, primaryKey } from './columns';

/** Sections a verifier decides one by one, and each as it was handed in. Businesses active before have none and stay active. */
export const sectionReview: Migration = async ({ table, index }) => {
  await table(
    'merchant_section',
    {
      merchant_id: 'text',
      section: 'text',
      state: 'text',
      revision: 'integer',
      submitted_at: 'integer',
      decided_at: 'integer?',
      decided_by: 'text?',
      reason: 'text?',
      fix: 'text?',
    },
    [
      primaryKey('merchant_id', 'section'),
      check("state in ('submitted', 'passed', 'returned')"),
      check('revision > 0'),
      check("state = 'submitted' or decided_at is not null"),
      check("state <> 'returned' or (reason is not null and fix is not null)"),
    ],
  );
  // The queue: oldest first.
  await index('merchant_section', ['submitted_at', 'merchant_id', 'section'], { where: "state = 'submitted'" });

  await table(
    'merchant_section_revision',
    {
      merchant_id: 'text',
      section: 'text',
      revision: 'integer',
      content: 'text',
      at: 'integer',
      by_person_id: 'text?',
      decision: 'text?',
      decided_at: 'integer?',
      decided_by: 'text?',
      reason: 'text?',
      fix: 'text?',
    },
    [
      primaryKey('merchant_id', 'section', 'revision'),
      check("decision in ('passed', 'returned')"),
      check('(decision is null) = (decided_at is null)'),
    ],
  );
};
