import { check, type Migration, type MigrationTools, primaryKey, references, unique } from './columns';

/** Festivals: dates and place, call, line-up, offers. */
export const festivalTables: Migration = async (tools) => {
  await edition(tools);
  await call(tools);
  await applications(tools);
  await offers(tools);
};

async function edition({ table, index }: MigrationTools): Promise<void> {
  await table(
    'festival_edition',
    {
      id: 'text',
      organisation_id: 'text',
      slug: 'text',
      name: 'text',
      template: 'text',
      region_code: 'text',
      place: 'text',
      zone: 'text',
      starts_on: 'text',
      ends_on: 'text',
      opens: 'text',
      closes: 'text',
      story: 'text?',
      state: 'text',
      call_closes_at: 'integer',
      offer_hours: 'integer',
      load_in_at: 'integer',
      appeal_until: 'integer?',
      plan_columns: 'integer',
      plan_rows: 'integer',
      published_at: 'integer?',
      created_at: 'integer',
      created_by: 'text',
    },
    [
      primaryKey('id'),
      unique('slug'),
      check('ends_on >= starts_on'),
      check('offer_hours > 0'),
      check('plan_columns > 0 and plan_rows > 0'),
    ],
  );
  await index('festival_edition', ['organisation_id', 'starts_on']);
  await index('festival_edition', ['state', 'starts_on']);

  await table(
    'festival_day',
    { festival_id: 'text', day: 'text', opens_at: 'integer', closes_at: 'integer', closed_at: 'integer?' },
    [primaryKey('festival_id', 'day'), references('festival_id', 'festival_edition'), check('closes_at > opens_at')],
  );

  await table(
    'festival_state_change',
    {
      id: 'text',
      festival_id: 'text',
      from_state: 'text',
      to_state: 'text',
      at: 'integer',
      by_person_id: 'text?',
      why: 'text?',
    },
    [primaryKey('id'), references('festival_id', 'festival_edition')],
  );
  await index('festival_state_change', ['festival_id', 'at']);
}

async function call({ table, index }: MigrationTools): Promise<void> {
  await table(
    'festival_question',
    {
      id: 'text',
      festival_id: 'text',
      position: 'integer',
      kind: 'text',
      label: 'text',
      hint: 'text?',
      choices: 'text',
      required: 'text',
    },
    [primaryKey('id'), references('festival_id', 'festival_edition')],
  );
  await index('festival_question', ['festival_id', 'position']);

  await table('festival_document_need', { festival_id: 'text', kind: 'text', required: 'text' }, [
    primaryKey('festival_id', 'kind'),
    references('festival_id', 'festival_edition'),
  ]);

  await table('festival_cap', { festival_id: 'text', kind: 'text', value: 'text', limit_number: 'integer' }, [
    primaryKey('festival_id', 'kind', 'value'),
    references('festival_id', 'festival_edition'),
    check('limit_number >= 0'),
  ]);

  await table(
    'festival_booth',
    {
      id: 'text',
      festival_id: 'text',
      number: 'integer',
      plan_row: 'integer',
      plan_column: 'integer',
      power: 'text',
      gas: 'text',
    },
    [
      primaryKey('id'),
      unique('festival_id', 'number'),
      unique('festival_id', 'plan_row', 'plan_column'),
      references('festival_id', 'festival_edition'),
    ],
  );
}

async function applications({ table, index }: MigrationTools): Promise<void> {
  await table(
    'festival_application',
    {
      id: 'text',
      festival_id: 'text',
      merchant_id: 'text',
      state: 'text',
      submitted_at: 'integer?',
      returned_why: 'text?',
      created_at: 'integer',
      created_by: 'text?',
      updated_at: 'integer',
    },
    [primaryKey('id'), unique('festival_id', 'merchant_id'), references('festival_id', 'festival_edition')],
  );
  await index('festival_application', ['festival_id', 'state', 'submitted_at']);
  await index('festival_application', ['merchant_id', 'created_at']);

  await table('festival_answer', { application_id: 'text', question_id: 'text', answer: 'text', saved_at: 'integer' }, [
    primaryKey('application_id', 'question_id'),
    references('application_id', 'festival_application'),
    references('question_id', 'festival_question'),
  ]);

  await table(
    'festival_decision',
    {
      application_id: 'text',
      festival_id: 'text',
      outcome: 'text',
      booth_id: 'text?',
      rank: 'integer?',
      reason: 'text?',
      decided_at: 'integer',
      decided_by: 'text',
    },
    [
      primaryKey('application_id'),
      references('application_id', 'festival_application'),
      references('booth_id', 'festival_booth'),
      check("outcome in ('chosen', 'reserve', 'not_chosen')"),
      check('rank is null or rank > 0'),
    ],
  );
  await index('festival_decision', ['booth_id'], { where: 'booth_id is not null', isUnique: true });
  await index('festival_decision', ['festival_id', 'outcome', 'rank']);
}

async function offers({ table, index }: MigrationTools): Promise<void> {
  await table(
    'festival_offer',
    {
      id: 'text',
      festival_id: 'text',
      application_id: 'text',
      booth_id: 'text',
      offered_at: 'integer',
      expires_at: 'integer',
      outcome: 'text',
      ended_at: 'integer?',
      ended_by: 'text?',
    },
    [
      primaryKey('id'),
      references('application_id', 'festival_application'),
      references('booth_id', 'festival_booth'),
      check("outcome in ('open', 'accepted', 'declined', 'expired', 'revoked')"),
    ],
  );
  await index('festival_offer', ['booth_id'], { where: "outcome in ('open', 'accepted')", isUnique: true });
  await index('festival_offer', ['application_id'], { where: "outcome = 'open'", isUnique: true });
  await index('festival_offer', ['festival_id', 'outcome', 'expires_at']);
  await index('festival_offer', ['application_id', 'offered_at']);

  await table(
    'festival_participation',
    {
      id: 'text',
      festival_id: 'text',
      merchant_id: 'text',
      booth_id: 'text',
      booth_number: 'integer',
      offer_id: 'text',
      slug: 'text',
      accepted_at: 'integer',
      ended_at: 'integer?',
    },
    [
      primaryKey('id'),
      unique('festival_id', 'slug'),
      unique('offer_id'),
      references('offer_id', 'festival_offer'),
      references('booth_id', 'festival_booth'),
    ],
  );
  await index('festival_participation', ['festival_id', 'merchant_id'], { where: 'ended_at is null', isUnique: true });
  await index('festival_participation', ['booth_id'], { where: 'ended_at is null', isUnique: true });
  await index('festival_participation', ['merchant_id']);
}
