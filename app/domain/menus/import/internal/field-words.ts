/**
 * What the words of a heading speak about, in Indonesian and English. Not a list of headings seen
 * in files: a heading is understood from its words (`nama_outlet`, `Outlet Name`, `restaurant title`).
 */
const CONCEPTS = {
  merchant:
    'usaha toko outlet merchant restaurant restaurants restoran resto warung lapak kedai stan stand booth tenant gerai store shop brand merek umkm ikm mitra vendor seller penjual cafe kafe bisnis business perusahaan company cabang branch venue eatery pedagang depot',
  dish: 'menu menus item items produk product products dish dishes makanan hidangan masakan barang food foods jualan dagangan meal sajian jajanan',
  person: 'pemilik owner pengusaha pic penanggung pelaku pengelola proprietor',
  name: 'nama name nm judul title',
  id: 'id ids kode code uuid sku ref reference key identifier plu',
  price: 'harga price prices tarif rp idr rupiah nominal hrg',
  description: 'deskripsi description keterangan desc detail details penjelasan uraian ket isi',
  story: 'cerita story tentang about profil profile sejarah bio',
  category: 'kategori category jenis type tipe cuisine cuisines klasifikasi golongan bidang categories',
  section: 'etalase section seksi subkategori subcategory kelompok',
  option:
    'pilihan varian variant variants variasi topping toping toppings tambahan tambah extra ekstra extras addon addons add modifier modifiers option options opsi',
  choice: 'level ukuran size rasa flavor flavour isian porsi kuah sambal',
  group: 'grup group',
  cooking: 'masak memasak cook cooking prep preparation persiapan penyajian saji siap buat pembuatan',
  time: 'waktu time lama durasi duration estimasi',
  minutes: 'menit minute minutes mins',
  hours: 'buka operasional hours opening open tutup closing opens closes',
  halal: 'halal',
  allergen: 'alergen allergen allergens alergi allergy alergenik',
  spice: 'pedas kepedasan spicy spice spiciness',
  phone:
    'hp telepon telp tlp tlpn phone whatsapp wa mobile ponsel handphone nohp kontak cellphone cell telephone tel telpon',
  city: 'kota kabupaten kab city kabkota regency town kotamadya area wilayah daerah',
  district: 'kecamatan district kec subdistrict',
  address: 'alamat address jalan jl lokasi location street',
  photo: 'foto photo gambar image picture img thumbnail logo photos images',
  number: 'no nomor number num urut nr',
} as const;

/** Words that tell that a column is about something we do not take. */
const FOREIGN =
  'rating ratings score stars star review reviews ulasan email surel status tanggal tgl date created updated latitude longitude lat lng lon koordinat coordinates provinsi province state negara country zip zipcode postal pos npwp nib nik ktp rekening bank diskon discount promo pajak tax ppn stok stock qty website web instagram ig facebook currency range kisaran distance jarak position timestamp url link rank terjual sold delivery fee available tersedia margin modal hpp weight berat kalori calories omzet ranking kelurahan desa rt rw diperbaiki perbaiki perbaikan fix baris row';

export type Concept = keyof typeof CONCEPTS | 'foreign';

const BY_WORD = new Map<string, Concept[]>();
for (const [concept, words] of [...Object.entries(CONCEPTS), ['foreign', FOREIGN] as const]) {
  for (const word of words.split(' ')) BY_WORD.set(word, [...(BY_WORD.get(word) ?? []), concept as Concept]);
}

/** Words that belong together before they are understood one by one. */
const PHRASES: [RegExp, string][] = [
  [/\bno hp\b|\bnomor hp\b|\bno wa\b|\bno telp\b|\bcontact (number|no|phone)\b|\bno kontak\b/g, 'hp'],
  [/\bkode pos\b|\bpost code\b|\bpostal code\b|\bzip code\b/g, 'zipcode'],
  [/\bkab kota\b|\bkota kabupaten\b|\bkabupaten kota\b/g, 'kota'],
  [/\bsub district\b/g, 'subdistrict'],
  [/\brumah makan\b|\bunit usaha\b/g, 'restoran'],
  [/\bpenanggung jawab\b|\bcontact person\b|\bpelaku usaha\b|\bowner s\b/g, 'pemilik'],
  [/\badd ons?\b/g, 'addon'],
  [/\bfull address\b/g, 'address'],
  [/\bbrand story\b/g, 'story'],
  [/\bjenis usaha\b|\bkategori usaha\b|\bbidang usaha\b/g, 'merchant category'],
  [/\bsold out\b/g, 'sold'],
];

export interface HeadingWords {
  has: (...concepts: Concept[]) => boolean;
  /** Words that no concept knows, in the heading's own spelling: the "telur" of "Topping telur". */
  rest: string[];
  /** A number that ends the heading (`Menu 2`), else null. */
  ordinal: number | null;
  words: string[];
}

/** Takes a heading apart: camelCase, snake_case, units in brackets, a number at its end. */
export function understandHeading(heading: string): HeadingWords {
  const spaced = heading
    .normalize('NFKC')
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/([\p{L}])(\d+)\s*$/u, '$1 $2');
  let folded = spaced
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
  for (const [pattern, word] of PHRASES) folded = folded.replace(pattern, word);
  const all = folded.split(' ').filter(Boolean);
  const last = all.at(-1) ?? '';
  const ordinal = all.length > 1 && /^\d{1,2}$/.test(last) && Number(last) > 0 ? Number(last) : null;
  const words = ordinal === null ? all : all.slice(0, -1);
  const found = new Set(words.flatMap((word) => BY_WORD.get(word) ?? []));
  const rest = words.filter((word) => !BY_WORD.has(word) && !/^\d+$/.test(word));
  return { has: (...concepts) => concepts.some((concept) => found.has(concept)), rest, ordinal, words };
}
