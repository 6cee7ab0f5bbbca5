import type { ProcedureName } from '../../core/procedure/names.ts'
import type { ButtonName } from './telegram-button.ts'

/** What people type instead of pressing a button, in lower case and without marks; the label itself always counts. */
export const spokenButtons: Readonly<Partial<Record<ButtonName, readonly string[]>>> = {
  back: ['kembali', 'mundur', 'sebelumnya', 'back', 'previous'],
  later: ['lanjut nanti', 'nanti', 'nanti saja', 'simpan', 'simpan dulu', 'go on later', 'later', 'save'],
  cancel: ['batal', 'batalkan', 'cancel'],
  keep: ['biarkan', 'tetap', 'sama', 'keep', 'leave it'],
  done: ['selesai', 'sudah', 'sudah semua', 'sudah lengkap', 'lengkap', 'done', 'finished', 'that is all'],
  clear: ['hapus', 'hapus berkas', 'ulang', 'remove', 'remove files'],
  'no-name': ['tidak tahu', 'tidak tau', 'ga tau', 'gak tau', 'nggak tahu', 'dont know', 'i dont know', 'unknown'],
  more: ['tambah', 'tambah lagi', 'masih ada', 'ada lagi', 'ada', 'lagi', 'ya', 'more', 'add', 'yes'],
  'all-devices': [
    'sudah semua',
    'sudah',
    'selesai',
    'tidak ada lagi',
    'tidak ada',
    'tidak',
    'cukup',
    'done',
    'no',
    'that is all',
  ],
  send: ['kirim', 'setuju', 'setuju dan kirim', 'ya kirim', 'ya setuju', 'send', 'agree', 'agree and send'],
  'cancel-yes': ['ya', 'iya', 'ya batalkan', 'batal', 'batalkan', 'yes', 'y'],
  'cancel-no': ['tidak', 'tidak jadi', 'jangan', 'lanjutkan', 'lanjut', 'no', 'n'],
  'recovered-yes': ['ya', 'iya', 'sudah', 'sudah pulih', 'yes', 'y'],
  'recovered-no': ['belum', 'tidak', 'no', 'n', 'not yet'],
  resume: ['lanjut', 'lanjutkan', 'go on', 'continue', 'resume'],
  received: [
    'tautan sudah saya terima',
    'tautan sudah diterima',
    'link sudah saya terima',
    'link sudah diterima',
    'i have the link',
  ],
  recovered: ['sudah pulih', 'pulih', 'akun sudah pulih', 'it works again'],
  worked: ['sudah berhasil', 'berhasil', 'sudah bisa', 'it worked', 'done'],
  expired: [
    'tautan kedaluwarsa',
    'tautan kadaluarsa',
    'link kedaluwarsa',
    'link kadaluarsa',
    'link expired',
    'tautan expired',
    'kedaluwarsa',
    'kadaluarsa',
    'expired',
    'the link has expired',
  ],
  trouble: ['terkendala', 'masih terkendala', 'gagal', 'tidak bisa', 'trouble', 'i have trouble'],
  reopen: ['buka kembali', 'buka lagi', 'open it again', 'reopen'],
  cases: ['pengajuan saya', 'kasus saya', 'my requests'],
  menu: [
    'menu',
    'menu utama',
    'main menu',
    'mulai',
    'halo',
    'hai',
    'hi',
    'hello',
    'assalamualaikum',
    'selamat pagi',
    'selamat siang',
    'selamat sore',
  ],
  'forgot-passphrase': ['lupa passphrase', 'reset passphrase', 'lupa pasfrase', 'lupa password tte'],
  'account-disabled': ['akun dinonaktifkan ganti hp authenticator'],
  'new-certificate': ['daftar', 'aktivasi', 'terbit ulang', 'registrasi', 'perpanjang'],
}

/** What people type instead of the button of a procedure. */
export const spokenProcedures: Readonly<Record<ProcedureName, readonly string[]>> = {
  reactivation: [
    'akun dinonaktifkan',
    'akun compromised',
    'compromised',
    'akun kena hack',
    'reaktivasi',
    'account disabled',
  ],
  'passphrase-reset': ['reset passphrase terkendala', 'link reset tidak masuk', 'passphrase reset fails'],
  'data-change': ['pindah instansi', 'ubah data', 'mutasi', 'ganti data', 'change of data', 'transfer'],
  registration: ['minta didaftarkan', 'daftar', 'registrasi', 'register'],
  activation: ['aktivasi terkendala', 'email aktivasi tidak ada', 'activation fails'],
  issuance: ['penerbitan terkendala', 'terbit gagal', 'issuance fails'],
  revocation: ['cabut sertifikat', 'pencabutan', 'laptop hilang', 'revoke'],
  question: ['tanya petugas', 'tanya', 'mau tanya', 'ask an agent'],
  'lost-authenticator': [
    'hp hilang',
    'ganti hp',
    'hp baru',
    'authenticator hilang',
    'ganti authenticator',
    'ganti hp authenticator',
    'hp rusak',
    'lost phone',
    'new phone',
  ],
}

/** What people type instead of an option's label, by field and option. */
export const spokenOptions: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  employment: {
    pns: ['asn pns', 'pegawai negeri', 'pegawai negeri sipil', 'cpns', 'civil servant'],
    pppk: ['p3k', 'asn pppk', 'pegawai pemerintah dengan perjanjian kerja', 'contract employee'],
    lainnya: ['lainnya', 'lain', 'honorer', 'non asn', 'bukan asn', 'kontrak', 'thl', 'tenaga kontrak', 'other'],
  },
  lossReason: {
    'phone-lost': ['hilang', 'rusak', 'hp hilang', 'hp rusak', 'dicuri', 'lost', 'broken', 'stolen'],
    'phone-changed': ['ganti', 'ganti hp', 'hp baru', 'pindah hp', 'new phone'],
    'app-deleted': ['terhapus', 'aplikasi terhapus', 'kehapus', 'uninstall', 'deleted'],
  },
  devices: {
    computer: ['laptop', 'komputer', 'pc', 'notebook', 'macbook', 'mac', 'windows', 'computer'],
    android: ['android', 'hp', 'ponsel', 'tablet', 'samsung', 'xiaomi', 'oppo', 'vivo', 'hp android'],
    ios: ['iphone', 'ipad', 'ios', 'hp iphone'],
  },
  statement: { stated: ['ya', 'iya', 'benar', 'ya benar', 'setuju', 'saya menyatakan benar', 'yes', 'true'] },
  forwarding: {
    clean: ['tidak', 'tidak ada', 'ga ada', 'gak ada', 'nggak ada', 'aman', 'bersih', 'no', 'none'],
    cleaned: ['ada', 'ya', 'ada sudah dihapus', 'sudah dihapus', 'sudah saya hapus', 'yes', 'removed'],
  },
  filters: {
    clean: ['tidak', 'tidak ada', 'ga ada', 'gak ada', 'nggak ada', 'aman', 'bersih', 'no', 'none'],
    cleaned: ['ada', 'ya', 'ada sudah dihapus', 'sudah dihapus', 'sudah saya hapus', 'yes', 'removed'],
  },
  sessions: {
    clean: ['tidak', 'tidak ada', 'ga ada', 'gak ada', 'nggak ada', 'aman', 'bersih', 'no', 'none'],
    cleaned: ['ada', 'ya', 'sudah dikeluarkan', 'sudah saya keluarkan', 'ada sudah dikeluarkan', 'yes', 'signed out'],
  },
  recovery: {
    clean: ['ya', 'iya', 'milik saya', 'semua milik saya', 'benar', 'aman', 'yes', 'all mine'],
    cleaned: ['tidak', 'bukan', 'ada yang asing', 'sudah diganti', 'sudah saya ganti', 'no', 'replaced'],
  },
}
