// Household words of two or three syllables, no two within one letter of each other, so that they survive a bad line.
const words = `
  sungai melati gunung pantai hutan bintang pelangi matahari rembulan samudra lembah danau telaga padang kebun
  sawah taman jembatan menara istana pasar pelabuhan bandara stasiun terminal sekolah museum lapangan halaman
  jendela pintu dinding tangga atap beranda meja kursi lemari cermin lampu lilin payung kipas bantal selimut
  sarung batik songket sepatu sandal topi jaket kemeja celana dompet pensil buku kertas penggaris penghapus spidol
  gunting lukisan kamera radio gitar gamelan angklung seruling gendang kecapi rebana biola terompet pisang nanas
  durian manggis rambutan salak jeruk semangka pepaya kelapa markisa sirsak alpukat anggur kurma delima sawo
  belimbing bayam wortel kentang tomat terong kacang jagung singkong kedelai cabai bawang jahe kunyit lengkuas
  ketumbar cengkeh pala kemangi beras gula garam madu cokelat roti ketupat lontong soto gudeg bakso tempe tahu
  kerupuk dodol wajik harimau gajah badak banteng kerbau kambing kelinci kucing rusa kijang kancil beruang
  orangutan komodo buaya penyu katak merpati elang rajawali kakatua kutilang merak angsa bebek burung semut capung
  belalang jangkrik kumbang siput gurita kepiting udang kerang lele sapi domba tupai landak musang mawar anggrek
  kamboja kenanga cempaka teratai dahlia tulip kaktus bambu beringin jati cemara pinus mahoni cendana akasia pakis
  lumut rumput perahu kapal kereta sepeda becak delman pesawat roket balon kompas jangkar layar kemudi roda
  bengkel garasi lentera emas tembaga besi intan mutiara zamrud kristal permata marmer granit kerikil tanah lumpur
  embun awan angin petir pagi siang senja malam kalender kemarau panen upacara hijau biru ungu jingga kelabu
  lingkaran segitiga persegi bundar garis sudut puncak
`
  .trim()
  .split(/\s+/)

/**
 * Two different words for one call: shown in the requester's chat, read out by the person called, typed by the verifier.
 * @shape pick a whole number from 0 up to, not including, `below`
 */
export function callWords(pick: (below: number) => number): readonly [string, string] {
  const first = pick(words.length)
  // The second is picked among the others, all equally likely.
  const second = (first + 1 + pick(words.length - 1)) % words.length
  return [word(first), word(second)]
}

/** How many words there are to pick from. */
export const callWordCount = words.length

function word(at: number): string {
  const found = words[at]
  if (found === undefined) throw new RangeError('a call word was picked out of range')
  return found
}
