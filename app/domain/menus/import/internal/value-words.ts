/** Words that show what a column's values are, when its heading says nothing. */

const FOOD =
  'nasi ayam mie mi bakso soto sate pempek tekwan model laksan celor burgo lenggang pindang martabak kopi teh es jus susu gado rujak rendang ikan udang cumi bebek sapi kambing telur tahu tempe sayur sambal goreng bakar rebus kuah kecap geprek penyet rawon gudeg lontong ketoprak siomay batagor cireng seblak cilok dimsum kwetiau bihun capcay nugget kentang burger pizza pasta spaghetti steak salad sandwich roti donat kue pisang coklat keju cendol dawet kolak bubur sop sup gulai opor pecel tempong lemper risoles pastel bolu brownies puding milkshake latte cappuccino espresso americano matcha lemon tea coffee juice rice chicken beef fish noodle noodles soup fried grilled egg shrimp curry taco tacos wings fries cheese cake ice cream water mineral wedang jahe bandrek kapal selam lenjer adaan otak surabi serabi tongseng gepuk empal dendeng lalapan kerupuk keripik combo paket bowl roll wrap breakfast toast';
const STALL =
  'warung rm depot kedai dapur toko restoran resto rumah makan cafe kafe gerobak kantin lapak outlet catering katering pondok bakery restaurant kitchen house grill bistro pizzeria diner bar bude mbok mpok mak mama bang cak cek wak wong';
const PERSON =
  'siti ahmad muhammad mohammad abdul nur dewi sri budi agus rina rini ani tuti yanti hendra andi dedi joko slamet sutrisno wati ningsih kartini suharto rahman hidayat putri ayu indah lestari wahyu eko dwi tri catur fitri maya lina rudi bambang supriyadi susanti handayani kurniawan setiawan saputra pratama ibrahim yusuf umar fatimah aminah hasan husin zainal marlina rosita hj haji ibu bapak nyimas masagus kemas kgs msy ratna herman iwan yanto darmawan mulyadi rohani asih surya purnama wulandari permata sari';
const SECTION =
  'makanan minuman camilan snack paket promo utama pembuka penutup sarapan spesial favorit appetizer main course beverages drinks dessert sides starters combo breakfast lunch dinner aneka ala carte menu signature kuah goreng tambahan popular picked specials';

const toSet = (text: string) => new Set(text.split(' '));
export const FOOD_WORDS = toSet(FOOD);
export const STALL_WORDS = toSet(STALL);
export const PERSON_WORDS = toSet(PERSON);
export const SECTION_WORDS = toSet(SECTION);

/** What is written where nothing is known. */
const BLANKS = new Set([
  '',
  '-',
  '--',
  '–',
  '—',
  '.',
  '...',
  'n/a',
  '#n/a',
  'na',
  'null',
  'nil',
  'nan',
  'none',
  'kosong',
  'undefined',
  '?',
  '#ref!',
  '#value!',
  '#name?',
  '#null!',
  '#div/0!',
  'belum ada',
  'tidak diisi',
]);

/** A cell without what stands for "nothing" (`-`, `n/a`, `NULL`, `#N/A`). */
export function filled(cell: string | undefined): string {
  // The apostrophe with which our own files (and Excel) keep a formula from being one.
  const text = (cell ?? '').trim().replace(/^'(?=[=+\-@\d])/, '');
  return text.length <= 11 && BLANKS.has(text.toLowerCase()) ? '' : text;
}

/** At most `most` signs, never half an emoji: half of one is no text to PostgreSQL. */
export function shorten(text: string, most: number): string {
  return text.replaceAll('\0', '').slice(0, most).replace(LONE_SURROGATE, '');
}

/** Half a character of UTF-16; a spreadsheet may hold one. */
export const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
