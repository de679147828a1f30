import { settleTyped, type TypedAnswer, type TypedGone } from '~/domain/merchants/confirm-typed.server';
import { type DeclareDocumentRefusal, declareDocument } from '~/domain/merchants/declare-document.server';
import { forgetDeclaration } from '~/domain/merchants/forget-declaration.server';
import type { KbliEdition } from '~/domain/merchants/kbli';
import type { DocumentAnswer, DocumentKind } from '~/domain/merchants/merchants';
import { readTypedForHer } from '~/domain/merchants/read-typed.server';
import { dishField, readTypedField } from '~/domain/merchants/typed-field';
import { type UpdateProfileRefusal, updateProfile } from '~/domain/merchants/update-profile.server';
import type { Tx } from '~/platform/app-context';
import type { Secrets } from '~/platform/secret.server';
import type { DishId } from '~/shared/ids';
import { accept, type Result, refuse } from '~/shared/result';
import { archiveDish } from './archive-dish.server';
import { type ChangeDishRefusal, changeDish, type DishChanges } from './change-dish.server';
import type { Allergen, AllergenAnswer } from './menus';

export type UndoTypedRefusal = TypedGone | UpdateProfileRefusal | DeclareDocumentRefusal | ChangeDishRefusal;

export interface UndoTyped extends TypedAnswer {
  field: string;
  secrets: Secrets;
  demo: boolean;
}

/**
 * The owner takes back what a helper typed into one field: what stood there before stands there again, through the same
 * verb anybody uses. Lives with menus, the highest capability a helper types for.
 */
export async function undoTyped(tx: Tx, undo: UndoTyped): Promise<Result<undefined, UndoTypedRefusal>> {
  const { merchantId, field, until } = undo;
  const typed = (await readTypedForHer(tx, merchantId)).find((each) => each.field === field && each.at <= until);
  const about = readTypedField(field);
  if (!typed || !about) return refuse({ code: 'typed_gone' });
  // Settled first: of two taps one finds it waiting, and what is written next is the owner's own.
  const settled = await settleTyped(tx, undo, 'undone');
  if (!settled.ok) return settled;
  if (about.of === 'document') return undoDocument(tx, undo, about.kind, typed.before);
  if (about.of === 'dish') return undoDish(tx, undo, about, typed.before);
  const { by, now } = undo;
  return updateProfile(tx, { merchantId, changes: { [about.name]: typed.before }, by, now });
}

interface Declared {
  answer: DocumentAnswer;
  numberSealed: string | null;
  validUntil: string | null;
  issuedOn: string | null;
  edition: KbliEdition | null;
}

async function undoDocument(
  tx: Tx,
  { merchantId, by, secrets, demo, now }: UndoTyped,
  kind: DocumentKind,
  before: unknown,
): Promise<Result<undefined, UndoTypedRefusal>> {
  if (before === null) return forgetDeclaration(tx, { merchantId, kind, by, secrets, now });
  const { numberSealed, ...said } = before as Declared;
  const number = numberSealed === null ? null : secrets.open(numberSealed);
  const again = { ...said, merchantId, kind, number, by, secrets, demo, now };
  const declared = await declareDocument(tx, again);
  return declared.ok ? accept() : declared;
}

async function undoDish(
  tx: Tx,
  undo: UndoTyped,
  about: { dishId: string; part: string | null },
  before: unknown,
): Promise<Result<undefined, UndoTypedRefusal>> {
  const { merchantId, by, now } = undo;
  const dish = { dishId: about.dishId as DishId, merchantId, by, now };
  if (about.part !== null) return changeDish(tx, { ...dish, changes: changesOf(about.part, before) });
  // With the dish goes whatever else was typed into it.
  for (const { field } of await readTypedForHer(tx, merchantId)) {
    if (field.startsWith(`${dishField(about.dishId)}:`)) await settleTyped(tx, { ...undo, field }, 'undone');
  }
  return archiveDish(tx, dish);
}

function changesOf(part: string, before: unknown): DishChanges {
  if (part !== 'allergens') return { [part]: before };
  const { answer, listed } = before as { answer: AllergenAnswer; listed: Allergen[] };
  return { allergenAnswer: answer, allergens: listed };
}
