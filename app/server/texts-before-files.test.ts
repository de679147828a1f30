import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { MULTIPART, multipart } from '../../test/http/multipart';
import { readTextsBeforeFiles } from './texts-before-files';

const PHOTO = { fileName: 'ktp.jpg', type: 'image/jpeg' };

async function textsOf(body: Buffer, type = MULTIPART): Promise<Record<string, string>> {
  const sender = new PassThrough() as unknown as PassThrough & IncomingMessage;
  sender.headers = { 'content-type': type };
  sender.end(body);
  const bytes = new Uint8Array(await readTextsBeforeFiles(sender));
  if (bytes.length === 0) return {};
  const form = await new Request('http://localhost/', {
    method: 'POST',
    body: bytes,
    headers: { 'Content-Type': type },
  }).formData();
  return Object.fromEntries([...form].map(([name, value]) => [name, typeof value === 'string' ? value : 'file']));
}

it('of a form with a long photo the texts before it can be read, and nothing of the photo', async () => {
  const long = { ...PHOTO, bytes: Buffer.alloc(900_000, 7) };
  const parts = [
    { name: 'answer', value: 'have' },
    { name: 'number', value: '9120000000001' },
    { name: 'file', value: long },
  ];
  expect(await textsOf(multipart(parts))).toEqual({ answer: 'have', number: '9120000000001' });
});

it('a body that breaks off, or says no boundary, leaves its whole parts, or none', async () => {
  const whole = multipart([
    { name: 'answer', value: 'have' },
    { name: 'number', value: '9120000000001' },
  ]);
  const cut = whole.subarray(0, whole.indexOf('9120') + 3);
  expect(await textsOf(cut)).toEqual({ answer: 'have' });
  expect(await textsOf(whole, 'multipart/form-data')).toEqual({});
  expect(await textsOf(Buffer.from('lain'))).toEqual({});
});
