import { expect } from 'vitest';
import { type Person, signsIn } from './person';

/** The operator makes an organisation and invites its organiser by phone. */
export async function operatorInvites(
  operator: Person,
  { organisation, phone }: { organisation: string; phone: string },
): Promise<void> {
  await signsIn(operator);
  await operator.presses('Lihat lembaga');
  await operator.fills('Nama lembaga', organisation);
  await operator.ticks('Dinas atau pemerintah');
  await operator.selects('Kabupaten atau kota', 'Kota Palembang, Sumatera Selatan');
  await operator.presses('Tambah lembaga');
  if (!/lembaga\/org/.test(operator.page.url())) await operator.presses(organisation);
  await operator.fills('Nomor HP', phone);
  await operator.ticks('Penyelenggara');
  await operator.presses('Kirim undangan');
  await operator.sees(/Undangan terbuka/);
}

/** Whoever runs the installation sees that nothing is stuck. */
export async function operatorSeesOutbox(operator: Person): Promise<void> {
  await signsIn(operator);
  await operator.sees('Tidak ada kiriman yang macet');
  await operator.goes('/operator/outbox?saring=all');
  expect(await operator.page.getByRole('row').or(operator.page.getByRole('listitem')).count()).toBeGreaterThan(3);
}
