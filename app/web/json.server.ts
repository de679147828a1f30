import type { z } from 'zod';

/** Reads a JSON body through its schema. Only our own scripts send one, so what does not fit answers 400 without words. */
export async function readJson<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const read = schema.safeParse(await request.json().catch(() => null));
  if (!read.success) throw new Response(null, { status: 400, statusText: 'Bad Request' });
  return read.data;
}
