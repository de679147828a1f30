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

/** Whoever runs the installation passes what waits, section by section, until nothing does. */
export async function operatorPassesSections(operator: Person, { count }: { count: number }): Promise<void> {
  await signsIn(operator);
  await operator.sees(`${count} menunggu diperiksa`);
  await operator.presses('Lihat antrean pemeriksaan');
  await operator.presses(/./, { within: operator.page.getByRole('main').getByRole('listitem').first() });
  for (let left = count; left > 0; left -= 1) {
    await operator.presses('Luluskan bagian ini');
    await operator.sees('Keputusan tersimpan');
  }
  await operator.sees('Tidak ada yang menunggu');
}

/** Whoever runs the installation sees that nothing is stuck. */
export async function operatorSeesOutbox(operator: Person): Promise<void> {
  await signsIn(operator);
  await operator.sees('Tidak ada kiriman yang macet');
  await operator.goes('/operator/outbox?saring=all');
  expect(await operator.page.getByRole('row').or(operator.page.getByRole('listitem')).count()).toBeGreaterThan(3);
}
