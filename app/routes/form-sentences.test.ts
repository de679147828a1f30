import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answersForm } from '~/domain/festivals/application-form';
import { capsForm, questionsForm } from '~/domain/festivals/call-form';
import { hoursForm, WEEKDAYS } from '~/domain/merchants/hours-form';
import { fieldErrorText } from '~/i18n/field-errors';
import { parseForm } from '~/web/form.server';

// An error summary lists sentences apart from their fields, so each has to name its own (words.md §3).

/** A sentence that begins with what to do or how much, and names nothing. */
const BARE =
  /^(?:Paling panjang|Pilih satu\.|Pilih salah satu\.|Tulis (?:dengan )?angka|Tulis (?:jam|tanggal)\b[,.]|Isi \d|Isi jumlahnya|Isi bagian|Nama paling|Nomor paling|Jawab pertanyaan ini|At most \d|Between|Choose one\.|Write (?:\d|a number|a time|figures)|Fill (?:this|in the amount;)|(?:A|The) name has|A number has|Answer this)/;

/** Of fields that nobody sees: an id, a tap's key. */
const UNSEEN = ['field_wrong', 'field_missing'];

const LONG = 'x '.repeat(1_500);

async function sentences(schema: z.ZodType, fields: Record<string, string>): Promise<Record<string, string[]>> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const read = await parseForm(form, schema);
  if (read.ok) return {};
  const seen = Object.entries(read.errors).filter(([, { code }]) => !UNSEEN.includes(code));
  return Object.fromEntries(
    seen.map(([name, error]) => [name, [fieldErrorText(error, 'id'), fieldErrorText(error, 'en')]]),
  );
}

/** The names of an object's fields, through whatever stands before and after it. */
function fieldsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (!(schema instanceof z.ZodPipe)) return [];
  return [schema.def.in, schema.def.out].flatMap((part) => fieldsOf(part as z.ZodType));
}

const modules = import.meta.glob<Record<string, unknown>>('../domain/**/{*-form,incident,stall-pin}.ts', {
  eager: true,
});
const forms = Object.entries(modules).flatMap(([file, module]) =>
  Object.entries(module).flatMap(([name, schema]) =>
    schema instanceof z.ZodType && fieldsOf(schema).length > 0
      ? [{ name: `${file.replace('../domain/', '')} ${name}`, schema }]
      : [],
  ),
);

describe('what an error summary says', () => {
  it('is looked at for the forms of every capability', () => {
    expect(forms.length).toBeGreaterThan(30);
  });

  it.each(forms)('of $name names each field that is wrong, empty or overfull', async ({ schema }) => {
    const names = fieldsOf(schema);
    for (const value of ['', 'x', '-1', LONG]) {
      const said = await sentences(schema, Object.fromEntries(names.map((name) => [name, value])));
      for (const language of [0, 1]) {
        const texts = Object.values(said).map((both) => both[language]!);
        expect(texts.filter((text) => BARE.test(text))).toEqual([]);
        expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
      }
    }
  });

  it('of forms whose fields are counted names day, question and quota', async () => {
    const days = Object.fromEntries(
      WEEKDAYS.flatMap((day) => [
        [`state${day}`, 'open'],
        [`opens${day}`, 'x'],
      ]),
    );
    const asked = [1, 2].map((n) => ({
      id: `q${n}`,
      label: `Soal ${n}?`,
      kind: 'choice',
      choices: ['a'],
      required: 'yes',
    }));
    const manyChoices = { kind1: 'choice', kind2: 'choice', label1: LONG, label2: LONG, hint1: LONG, hint2: LONG };
    const counted: [z.ZodType, Record<string, string>, string, number][] = [
      [hoursForm, days, 'Senin, buka pukul: tulis jam', 14],
      [answersForm(asked, 'sent'), {}, 'Jawab pertanyaan "Soal 2?".', 2],
      [answersForm(asked, 'sent'), { q1: 'z', q2: 'z' }, 'Pilih satu jawaban untuk "Soal 1?".', 2],
      [questionsForm, manyChoices, 'Pertanyaan 2: tulis sedikitnya dua pilihan', 6],
      [capsForm, { 'category.drinks': 'x', dish: 'x' }, 'Khusus minuman: tulis angka', 2],
    ];
    for (const [schema, fields, one, count] of counted) {
      const said = Object.values(await sentences(schema, fields));
      expect(said.map(([text]) => text).join('\n')).toContain(one);
      expect([said.length, new Set(said.map(([, english]) => english)).size]).toEqual([count, count]);
    }
  });
});
