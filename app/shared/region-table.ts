/**
 * Provinces with their kabupaten and kota, one line a province: code, name, zone, then
 * kabupaten from 01 and kota from 71 upwards; a number before a name sets the count anew.
 * Source: Kepmendagri 300.2.2-2138/2025 as kept by github cahyadsn/wilayah (MIT), July 2025.
 */
export const REGION_TABLE = `
11|Aceh|WIB|Aceh Selatan,Aceh Tenggara,Aceh Timur,Aceh Tengah,Aceh Barat,Aceh Besar,Pidie,Aceh Utara,Simeulue,Aceh Singkil,Bireuen,Aceh Barat Daya,Gayo Lues,Aceh Jaya,Nagan Raya,Aceh Tamiang,Bener Meriah,Pidie Jaya|Banda Aceh,Sabang,Lhokseumawe,Langsa,Subulussalam
12|Sumatera Utara|WIB|Tapanuli Tengah,Tapanuli Utara,Tapanuli Selatan,Nias,Langkat,Karo,Deli Serdang,Simalungun,Asahan,Labuhanbatu,Dairi,Toba,Mandailing Natal,Nias Selatan,Pakpak Bharat,Humbang Hasundutan,Samosir,Serdang Bedagai,Batu Bara,Padang Lawas Utara,Padang Lawas,Labuhanbatu Selatan,Labuhanbatu Utara,Nias Utara,Nias Barat|Medan,Pematangsiantar,Sibolga,Tanjungbalai,Binjai,Tebing Tinggi,Padangsidimpuan,Gunungsitoli
13|Sumatera Barat|WIB|Pesisir Selatan,Solok,Sijunjung,Tanah Datar,Padang Pariaman,Agam,Lima Puluh Kota,Pasaman,Kepulauan Mentawai,Dharmasraya,Solok Selatan,Pasaman Barat|Padang,Solok,Sawahlunto,Padang Panjang,Bukittinggi,Payakumbuh,Pariaman
14|Riau|WIB|Kampar,Indragiri Hulu,Bengkalis,Indragiri Hilir,Pelalawan,Rokan Hulu,Rokan Hilir,Siak,Kuantan Singingi,Kepulauan Meranti|Pekanbaru,Dumai
15|Jambi|WIB|Kerinci,Merangin,Sarolangun,Batanghari,Muaro Jambi,Tanjung Jabung Barat,Tanjung Jabung Timur,Bungo,Tebo|Jambi,Sungai Penuh
16|Sumatera Selatan|WIB|Ogan Komering Ulu,Ogan Komering Ilir,Muara Enim,Lahat,Musi Rawas,Musi Banyuasin,Banyuasin,Ogan Komering Ulu Timur,Ogan Komering Ulu Selatan,Ogan Ilir,Empat Lawang,Penukal Abab Lematang Ilir,Musi Rawas Utara|Palembang,Pagar Alam,Lubuk Linggau,Prabumulih
17|Bengkulu|WIB|Bengkulu Selatan,Rejang Lebong,Bengkulu Utara,Kaur,Seluma,Mukomuko,Lebong,Kepahiang,Bengkulu Tengah|Bengkulu
18|Lampung|WIB|Lampung Selatan,Lampung Tengah,Lampung Utara,Lampung Barat,Tulang Bawang,Tanggamus,Lampung Timur,Way Kanan,Pesawaran,Pringsewu,Mesuji,Tulang Bawang Barat,Pesisir Barat|Bandar Lampung,Metro
19|Kepulauan Bangka Belitung|WIB|Bangka,Belitung,Bangka Selatan,Bangka Tengah,Bangka Barat,Belitung Timur|Pangkal Pinang
21|Kepulauan Riau|WIB|Bintan,Karimun,Natuna,Lingga,Kepulauan Anambas|Batam,Tanjung Pinang
31|DKI Jakarta|WIB|Kepulauan Seribu|Jakarta Pusat,Jakarta Utara,Jakarta Barat,Jakarta Selatan,Jakarta Timur
32|Jawa Barat|WIB|Bogor,Sukabumi,Cianjur,Bandung,Garut,Tasikmalaya,Ciamis,Kuningan,Cirebon,Majalengka,Sumedang,Indramayu,Subang,Purwakarta,Karawang,Bekasi,Bandung Barat,Pangandaran|Bogor,Sukabumi,Bandung,Cirebon,Bekasi,Depok,Cimahi,Tasikmalaya,Banjar
33|Jawa Tengah|WIB|Cilacap,Banyumas,Purbalingga,Banjarnegara,Kebumen,Purworejo,Wonosobo,Magelang,Boyolali,Klaten,Sukoharjo,Wonogiri,Karanganyar,Sragen,Grobogan,Blora,Rembang,Pati,Kudus,Jepara,Demak,Semarang,Temanggung,Kendal,Batang,Pekalongan,Pemalang,Tegal,Brebes|Magelang,Surakarta,Salatiga,Semarang,Pekalongan,Tegal
34|DI Yogyakarta|WIB|Kulon Progo,Bantul,Gunungkidul,Sleman|Yogyakarta
35|Jawa Timur|WIB|Pacitan,Ponorogo,Trenggalek,Tulungagung,Blitar,Kediri,Malang,Lumajang,Jember,Banyuwangi,Bondowoso,Situbondo,Probolinggo,Pasuruan,Sidoarjo,Mojokerto,Jombang,Nganjuk,Madiun,Magetan,Ngawi,Bojonegoro,Tuban,Lamongan,Gresik,Bangkalan,Sampang,Pamekasan,Sumenep|Kediri,Blitar,Malang,Probolinggo,Pasuruan,Mojokerto,Madiun,Surabaya,Batu
36|Banten|WIB|Pandeglang,Lebak,Tangerang,Serang|Tangerang,Cilegon,Serang,Tangerang Selatan
51|Bali|WITA|Jembrana,Tabanan,Badung,Gianyar,Klungkung,Bangli,Karangasem,Buleleng|Denpasar
52|Nusa Tenggara Barat|WITA|Lombok Barat,Lombok Tengah,Lombok Timur,Sumbawa,Dompu,Bima,Sumbawa Barat,Lombok Utara|Mataram,Bima
53|Nusa Tenggara Timur|WITA|Kupang,Timor Tengah Selatan,Timor Tengah Utara,Belu,Alor,Flores Timur,Sikka,Ende,Ngada,Manggarai,Sumba Timur,Sumba Barat,Lembata,Rote Ndao,Manggarai Barat,Nagekeo,Sumba Tengah,Sumba Barat Daya,Manggarai Timur,Sabu Raijua,Malaka|Kupang
61|Kalimantan Barat|WIB|Sambas,Mempawah,Sanggau,Ketapang,Sintang,Kapuas Hulu,Bengkayang,Landak,Sekadau,Melawi,Kayong Utara,Kubu Raya|Pontianak,Singkawang
62|Kalimantan Tengah|WIB|Kotawaringin Barat,Kotawaringin Timur,Kapuas,Barito Selatan,Barito Utara,Katingan,Seruyan,Sukamara,Lamandau,Gunung Mas,Pulang Pisau,Murung Raya,Barito Timur|Palangka Raya
63|Kalimantan Selatan|WITA|Tanah Laut,Kotabaru,Banjar,Barito Kuala,Tapin,Hulu Sungai Selatan,Hulu Sungai Tengah,Hulu Sungai Utara,Tabalong,Tanah Bumbu,Balangan|Banjarmasin,Banjarbaru
64|Kalimantan Timur|WITA|Paser,Kutai Kartanegara,Berau,07 Kutai Barat,Kutai Timur,Penajam Paser Utara,11 Mahakam Ulu|Balikpapan,Samarinda,74 Bontang
65|Kalimantan Utara|WITA|Bulungan,Malinau,Nunukan,Tana Tidung|Tarakan
71|Sulawesi Utara|WITA|Bolaang Mongondow,Minahasa,Kepulauan Sangihe,Kepulauan Talaud,Minahasa Selatan,Minahasa Utara,Minahasa Tenggara,Bolaang Mongondow Utara,Kepulauan Siau Tagulandang Biaro,Bolaang Mongondow Timur,Bolaang Mongondow Selatan|Manado,Bitung,Tomohon,Kotamobagu
72|Sulawesi Tengah|WITA|Banggai,Poso,Donggala,Tolitoli,Buol,Morowali,Banggai Kepulauan,Parigi Moutong,Tojo Una-Una,Sigi,Banggai Laut,Morowali Utara|Palu
73|Sulawesi Selatan|WITA|Kepulauan Selayar,Bulukumba,Bantaeng,Jeneponto,Takalar,Gowa,Sinjai,Bone,Maros,Pangkajene dan Kepulauan,Barru,Soppeng,Wajo,Sidenreng Rappang,Pinrang,Enrekang,Luwu,Tana Toraja,22 Luwu Utara,24 Luwu Timur,26 Toraja Utara|Makassar,Parepare,Palopo
74|Sulawesi Tenggara|WITA|Kolaka,Konawe,Muna,Buton,Konawe Selatan,Bombana,Wakatobi,Kolaka Utara,Konawe Utara,Buton Utara,Kolaka Timur,Konawe Kepulauan,Muna Barat,Buton Tengah,Buton Selatan|Kendari,Baubau
75|Gorontalo|WITA|Gorontalo,Boalemo,Bone Bolango,Pohuwato,Gorontalo Utara|Gorontalo
76|Sulawesi Barat|WITA|Pasangkayu,Mamuju,Mamasa,Polewali Mandar,Majene,Mamuju Tengah|
81|Maluku|WIT|Maluku Tengah,Maluku Tenggara,Kepulauan Tanimbar,Buru,Seram Bagian Timur,Seram Bagian Barat,Kepulauan Aru,Maluku Barat Daya,Buru Selatan|Ambon,Tual
82|Maluku Utara|WIT|Halmahera Barat,Halmahera Tengah,Halmahera Utara,Halmahera Selatan,Kepulauan Sula,Halmahera Timur,Pulau Morotai,Pulau Taliabu|Ternate,Tidore Kepulauan
91|Papua|WIT|03 Jayapura,05 Kepulauan Yapen,Biak Numfor,10 Sarmi,Keerom,15 Waropen,19 Supiori,Mamberamo Raya|Jayapura
92|Papua Barat|WIT|02 Manokwari,Fakfak,06 Teluk Bintuni,Teluk Wondama,Kaimana,11 Manokwari Selatan,Pegunungan Arfak|
93|Papua Selatan|WIT|Merauke,Boven Digoel,Mappi,Asmat|
94|Papua Tengah|WIT|Nabire,Puncak Jaya,Paniai,Mimika,Puncak,Dogiyai,Intan Jaya,Deiyai|
95|Papua Pegunungan|WIT|Jayawijaya,Pegunungan Bintang,Yahukimo,Tolikara,Mamberamo Tengah,Yalimo,Lanny Jaya,Nduga|
96|Papua Barat Daya|WIT|Sorong,Sorong Selatan,Raja Ampat,Tambrauw,Maybrat|Sorong
`;
