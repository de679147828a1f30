import type { RouteConfig } from '@remix-run/route-config';

export interface Page {
  /** Indonesian address; English stands under /en. */
  address: string;
  /** Route file, from app/. */
  file: string;
  /** Route id: the file without `routes/` and its ending. English: `en:` before it. */
  id: string;
}

/** One row of the table. `id` only where one file answers two addresses. */
function page(address: string, file: string, { id }: { id?: string } = {}): Page {
  return { address, file, id: id ?? file.replace(/^routes\//, '').replace(/\.tsx?$/, '') };
}

/** Every address of the site, once. A new action also needs a row in app/server/body-limits.ts, a new route one in test/http/rights-matrix. */
export const pages: Page[] = [
  // festivals: call and line-up, organiser, merchant's application
  page('/pendaftaran/:slug', 'routes/public/call.tsx'),
  page('/pendaftaran/:slug/ikut', 'routes/public/call-join.tsx'),
  page('/festival/:slug/peserta', 'routes/public/line-up.tsx'),
  page('/penyelenggara', 'routes/organiser/home.tsx'),
  page('/penyelenggara/:organisationId', 'routes/organiser/organisation.tsx'),
  page('/penyelenggara/:organisationId/festival/baru', 'routes/organiser/new-festival.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId', 'routes/organiser/festival.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/buka', 'routes/organiser/call-opening.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/tutup', 'routes/organiser/call-closing.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/keadaan/:step', 'routes/organiser/festival-state.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/ubah', 'routes/organiser/edit-festival.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/ubah/kuota', 'routes/organiser/edit-caps.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/ubah/pertanyaan', 'routes/organiser/edit-questions.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/ubah/dokumen', 'routes/organiser/edit-papers.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/ubah/denah', 'routes/organiser/edit-plan.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/pendaftar', 'routes/organiser/applicants.tsx'),
  page(
    '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId',
    'routes/organiser/applicant.tsx',
  ),
  page(
    '/penyelenggara/:organisationId/festival/:festivalId/pendaftar/:applicationId/kembalikan',
    'routes/organiser/applicant-return.tsx',
  ),
  page('/penyelenggara/:organisationId/festival/:festivalId/susun', 'routes/organiser/compose.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/susun/lepas', 'routes/organiser/compose-remove.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/susun/tukar', 'routes/organiser/compose-swap.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/susun/cadangan', 'routes/organiser/compose-reserve.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/susun/urutan', 'routes/organiser/compose-rank.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/umumkan', 'routes/organiser/publish.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/tawaran', 'routes/organiser/offers.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/tanda', 'routes/organiser/signs.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/kendali', 'routes/organiser/control.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/kendali/kabar', 'routes/organiser/control-notice.tsx'),
  page('/penyelenggara/:organisationId/festival/:festivalId/kendali/kejadian', 'routes/organiser/control-incident.tsx'),
  page(
    '/penyelenggara/:organisationId/festival/:festivalId/kendali/kejadian/:incidentId/selesai',
    'routes/organiser/control-incident-close.tsx',
  ),
  page('/usaha/:merchantId/festival', 'routes/merchant/festivals.tsx'),
  page('/usaha/:merchantId/festival/:slug', 'routes/merchant/festival-application.tsx'),
  page('/usaha/:merchantId/festival/:slug/kirim', 'routes/merchant/festival-application-send.tsx'),
  page('/usaha/:merchantId/festival/:slug/terima', 'routes/merchant/festival-offer-accept.tsx'),
  page('/usaha/:merchantId/festival/:slug/tolak', 'routes/merchant/festival-offer-decline.tsx'),
  page('/usaha/:merchantId/festival/:slug/mundur', 'routes/merchant/festival-withdraw.tsx'),
  // festivals, menus, basket and orders as customers see them
  page('/', 'routes/public/home.tsx'),
  page('/festival/:slug', 'routes/public/festival.tsx'),
  page('/festival/:slug/lapak/:stall', 'routes/public/stall.tsx'),
  page('/festival/:slug/siap', 'routes/public/ready-board.tsx'),
  page('/festival/:slug/lapak/:stall/stok', 'routes/public/stall-stock.ts'),
  page('/cari', 'routes/public/search.tsx'),
  page('/keranjang', 'routes/customer/basket.tsx'),
  page('/keranjang/isi', 'routes/customer/basket-fill.tsx'),
  page('/keranjang/harga', 'routes/customer/basket-price.tsx'),
  page('/keranjang/ringkas', 'routes/customer/basket-summary.ts'),
  page('/keranjang/bayar', 'routes/customer/basket-pay.tsx'),
  page('/keranjang/bayar/minta-pin', 'routes/customer/basket-pay-ask-pin.ts'),
  page('/pesanan/:orderId', 'routes/customer/order.tsx'),
  page('/pesanan/:orderId/kabar', 'routes/customer/order-push.ts'),
  page('/pesanan/:orderId/batal', 'routes/customer/order-cancel.tsx'),
  page('/pesanan/:orderId/jawab', 'routes/customer/order-answer.tsx'),
  // identity and the process
  page('/masuk', 'routes/public/sign-in.tsx'),
  page('/masuk/kode', 'routes/public/sign-in-code.tsx'),
  page('/masuk/kode/ulang', 'routes/public/sign-in-resend.tsx'),
  page('/masuk/tautan/:token', 'routes/public/sign-in-link.tsx'),
  page('/keluar', 'routes/public/sign-out.tsx'),
  page('/perangkat', 'routes/public/devices.tsx'),
  page('/perangkat/lain/keluarkan', 'routes/public/device-revoke-others.tsx'),
  page('/perangkat/:sessionId/keluarkan', 'routes/public/device-revoke.tsx'),
  page('/undangan/:invitationId/terima', 'routes/public/invitation-accept.tsx'),
  page('/operator', 'routes/operator/home.tsx'),
  page('/operator/lembaga', 'routes/operator/organisations.tsx'),
  page('/operator/lembaga/:organisationId', 'routes/operator/organisation.tsx'),
  page('/operator/lembaga/:organisationId/undangan/:invitationId/batal', 'routes/operator/invitation-revoke.tsx'),
  page('/operator/lembaga/:organisationId/anggota/:personId/:role/akhiri', 'routes/operator/member-end.tsx'),
  page('/operator/outbox', 'routes/operator/outbox.tsx'),
  page('/operator/outbox/:outboxId/ulang', 'routes/operator/outbox-retry.tsx'),
  page('/operator/outbox/:outboxId/batal', 'routes/operator/outbox-cancel.tsx'),
  page('/operator/tembolok', 'routes/operator/cache.tsx'),
  page('/dev/pesan', 'routes/dev/messages.tsx'),
  // wallet
  page('/dompet', 'routes/customer/wallet.tsx'),
  page('/dompet/isi', 'routes/customer/wallet-top-up.tsx'),
  page('/dompet/isi/:topUpId', 'routes/customer/wallet-top-up-state.tsx'),
  page('/dompet/mutasi', 'routes/customer/wallet-statement.tsx'),
  page('/dompet/pin', 'routes/customer/wallet-pin.tsx'),
  page('/dompet/pin/ganti', 'routes/customer/wallet-pin-change.tsx'),
  page('/dompet/pin/kode', 'routes/customer/wallet-pin-code.tsx'),
  page('/dompet/pin/lupa', 'routes/customer/wallet-pin-reset.tsx'),
  page('/usaha/:merchantId/dompet', 'routes/merchant/wallet.tsx'),
  page('/webhook/stripe', 'routes/webhooks/stripe.tsx'),
  // imports
  page('/penyelenggara/:organisationId/impor', 'routes/organiser/import.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId', 'routes/organiser/import-detail.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId/kolom', 'routes/organiser/import-columns.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId/judul', 'routes/organiser/import-heading.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId/masukkan', 'routes/organiser/import-apply.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId/batal', 'routes/organiser/import-cancel.tsx'),
  page('/penyelenggara/:organisationId/impor/:importId/kemajuan', 'routes/organiser/import-progress.ts'),
  page('/penyelenggara/:organisationId/impor/:importId/salah/:format', 'routes/organiser/import-failed.ts'),
  page('/penyelenggara/:organisationId/klaim', 'routes/organiser/claim-sheets.tsx'),
  page('/penyelenggara/:organisationId/klaim/cetak', 'routes/organiser/claim-sheets-print.tsx'),
  // stall board and slips
  page('/papan-luring', 'routes/stall/offline-board.tsx'),
  page('/papan/:participationId', 'routes/stall/board.tsx'),
  page('/papan/:participationId/bon/:ticketId', 'routes/stall/ticket-print.tsx'),
  page('/papan/:participationId/bon/:ticketId/terima', 'routes/stall/ticket-accept.tsx'),
  page('/papan/:participationId/bon/:ticketId/siap', 'routes/stall/ticket-ready.tsx'),
  page('/papan/:participationId/bon/:ticketId/serahkan', 'routes/stall/ticket-hand-over.tsx'),
  page('/papan/:participationId/bon/:ticketId/tolak', 'routes/stall/ticket-refuse.tsx'),
  page('/papan/:participationId/bon/:ticketId/lunas', 'routes/stall/ticket-take-cash.tsx'),
  page('/papan/:participationId/pesanan-di-stan', 'routes/stall/counter-sale.tsx'),
  page('/papan/:participationId/stok', 'routes/stall/stock.tsx'),
  page('/papan/:participationId/stok/:listing', 'routes/stall/stock-dish.tsx'),
  page('/papan/:participationId/stok/:listing/habis', 'routes/stall/stock-sold-out.tsx'),
  page('/papan/:participationId/jam-ambil', 'routes/stall/slots.tsx'),
  page('/papan/:participationId/buka', 'routes/stall/stall-open.tsx'),
  page('/papan/:participationId/jeda', 'routes/stall/stall-pause.tsx'),
  page('/papan/:participationId/tutup', 'routes/stall/stall-close.tsx'),
  page('/papan/:participationId/detak', 'routes/stall/heartbeat.ts'),
  page('/papan/:participationId/susulan', 'routes/stall/late-taps.ts'),
  page('/papan/:participationId/susulan/dibaca', 'routes/stall/late-taps-seen.ts'),
  page('/usaha/:merchantId/penjualan', 'routes/merchant/sales.tsx'),
  page('/usaha/:merchantId/penjualan/:participationId/:day', 'routes/merchant/sales-slip.tsx'),
  page('/usaha/:merchantId/penjualan/:participationId/:day/kembali', 'routes/merchant/sales-refund.tsx'),
  // merchants, menus, training
  page('/daftar', 'routes/public/sign-up.tsx'),
  page('/daftar/usaha', 'routes/merchant/sign-up-business.tsx'),
  page('/daftar/menu', 'routes/merchant/sign-up-menu.tsx'),
  page('/daftar/isian', 'routes/merchant/sign-up-field.tsx'),
  page('/klaim', 'routes/public/claim.tsx'),
  page('/usaha-baru/:slug', 'routes/public/merchant-public.tsx'),
  page('/usaha', 'routes/merchant/merchants.tsx'),
  page('/usaha/ambil', 'routes/merchant/take-over.tsx'),
  page('/usaha/:merchantId', 'routes/merchant/home.tsx'),
  page('/usaha/:merchantId/kirim', 'routes/merchant/submission.tsx'),
  page('/usaha/:merchantId/persetujuan', 'routes/merchant/publishing.tsx'),
  page('/usaha/:merchantId/keadaan', 'routes/merchant/state.tsx'),
  page('/usaha/:merchantId/profil', 'routes/merchant/profile.tsx'),
  page('/usaha/:merchantId/profil/foto', 'routes/merchant/profile-photo.tsx'),
  page('/usaha/:merchantId/jam', 'routes/merchant/hours.tsx'),
  page('/usaha/:merchantId/dokumen', 'routes/merchant/documents.tsx'),
  page('/usaha/:merchantId/dokumen/:kind', 'routes/merchant/document.tsx'),
  page('/usaha/:merchantId/menu', 'routes/merchant/menu.tsx'),
  page('/usaha/:merchantId/menu/:dishId', 'routes/merchant/dish.tsx'),
  page('/usaha/:merchantId/menu/:dishId/foto', 'routes/merchant/dish-photo.tsx'),
  page('/usaha/:merchantId/menu/:dishId/tanpa-foto', 'routes/merchant/dish-photo-remove.tsx'),
  page('/usaha/:merchantId/menu/:dishId/pilihan', 'routes/merchant/dish-options.tsx'),
  page('/usaha/:merchantId/menu/:dishId/pilihan/hapus', 'routes/merchant/dish-options-remove.tsx'),
  page('/usaha/:merchantId/menu/:dishId/hapus', 'routes/merchant/dish-archive.tsx'),
  page('/usaha/:merchantId/menu/:dishId/urungkan', 'routes/merchant/dish-restore.tsx'),
  page('/usaha/:merchantId/menu/:dishId/pindah', 'routes/merchant/dish-move.tsx'),
  page('/belajar/:merchantId', 'routes/merchant/course.tsx'),
  page('/belajar/:merchantId/:lesson', 'routes/merchant/lesson.tsx'),
  page('/belajar/:merchantId/:lesson/buka', 'routes/merchant/lesson-opening.tsx'),
  page('/*', 'routes/public/not-found.tsx'),
];

function entry(address: string, file: string, id: string) {
  return address === '/' ? { id, index: true, file } : { id, path: address.slice(1), file };
}

/** Remix's route table, made twice from `pages`. The build reads this file without aliases. */
export default [
  ...pages.map(({ address, file, id }) => entry(address, file, id)),
  ...pages.map(({ address, file, id }) => entry(address === '/' ? '/en' : `/en${address}`, file, `en:${id}`)),
] satisfies RouteConfig;
