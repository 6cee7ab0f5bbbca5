// Everyday nouns of 4 to 8 letters with one way to spell them, no two alike on a bad line: three letters apart, and still
// two when letters that a telephone mixes up (b/p, d/t, g/k, l/r, m/n, o/u …) count as one.
const words = `
  akasia amplop anggrek anggur angin anyaman apel arena arloji atlas awan badai bakso bandeng bantal baterai batik
  bebek belalang beringin berlian beruang bingkai bintang biola biskuit boneka botol brokoli brosur bukit buletin
  cakalang candi cangkir celemek cempaka cendol cermin cicak cincin congklak dahlia danau dapur delima dinamo
  dinding domino dompet dugong embun festival flamingo galaksi galeri gamelan gembok gerbong gergaji gerobak globe
  gondola gudeg gunung gurita halaman hamster handuk harimau hujan istana jaket jembatan jendela jerapah jeruk joglo
  kacang kakaktua kaktus kalender kambing kamboja kancil kangkung kanopi kantor kanvas karamel karpet kasuari kecap
  kedelai kelambu kelereng kelinci kemudi kemuning kenanga kepiting keramik kerikil kerudung ketapang ketumbar
  ketupat kipas kismis koin kolam komodo komputer koper koridor kostum kristal kubus kuda kulkas kunyit kursi
  labirin laguna lampu lautan layangan lemari lembah lilin limusin lobster lontong lukisan magnet mahkota mahoni
  majalah makaroni manggis mangkuk markisa marmer martabak matahari meja melati melon menara mentega merica meteor
  monitor monumen museum mutiara nampan nelayan oasis obeng ombak origami pabrik pagoda parasut pasar paviliun
  pelangi pelatuk pelikan peluit penjahit pensil perahu perkutut permata perunggu pesawat pesta petir pinguin pintu
  piramida pisang planet pompa pondok porselen printer prisma pulau puncak radio rajawali rambutan ransel rebana
  robot rumah sabit salak salmon sarden sate sekolah seledri selimut semangka sepatu sepeda serbet serigala seruling
  seruni singkong sirkus sisir sketsa skuter songket spion srikaya stasiun sumur sungai surat tangga tanjung teater
  tebing teko telaga tembikar tempe tenda teras teratai terminal teropong tikar timun tomat tombol topi traktor
  trotoar tulip tungku turbin udang unta vitamin warung wortel zaitun zebra
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
