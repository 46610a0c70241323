import { hasEuroAccount } from "../iban";

/** A country, or several with the same money and habits, and what tells that a till stands there. */
export interface Home {
  readonly currency: string;
  /** What only its papers bear: names of taxes and registers, forms of postcodes, regions. */
  readonly own: readonly Pick<RegExp, "test">[];
  /** Words of its language, folded, which others may speak too. */
  readonly language?: RegExp;
  /** Whether sums have no decimals. */
  readonly isWhole?: boolean;
  /** How dates are written, where not with the day first; null where both are usual. */
  readonly dates?: "month_first" | null;
}

const STATES =
  "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]";

export const HOMES: readonly Home[] = [
  {
    currency: "MYR",
    own: [
      /\bsdn\.? ?bhd\b|\bmalaysia\b|\b(?:kuala lumpur|selangor|johor|p(?:ulau )?pinang|penang|mel?aka|kedah|perak|pahang|sarawak|sabah|kelantan|terengganu|petaling jaya|shah alam|subang jaya|ipoh|klang|putrajaya|cyberjaya|seremban|labuan|perlis|negeri sembilan)\b/i,
      /(?<![\p{L}])RM ?\d|\(RM\)|\bRM$/u,
      /\bSST (?:no|id|reg)\b/i,
    ],
    language: /\b(?:terima kasih|tunai|baki|jumlah|jalan|taman|lorong|kedai|restoran|pelarasan|perlu bayar|sila)\b/,
  },
  {
    currency: "SGD",
    own: [
      /\bsingap[o0]re\b|\bpte\.? ?ltd\b|\bs\(\d{6}\)/i,
      /\bUEN\b/,
      /\bgst reg\.? ?(?:no)?\.? ?:? ?(?:M\d-?\d{7}|\d{8,9}[A-Z])\b/i,
    ],
    language: /\b(?:nets|paynow|blk \d+)\b/,
  },
  {
    currency: "IDR",
    isWhole: true,
    own: [
      /\bnpwp\b|\bindonesia\b|\b(?:jakarta|bandung|surabaya|semarang|yogyakarta|medan|bekasi|tangerang|depok|bogor|denpasar|makassar|palembang|malang|bali)\b/i,
      /(?<!\p{L})Rp\.? ?\d/u,
      /\bPB-?1\b|\bPPN\b|\bpajak\b|\bDPP\b|\b(?:BCA|Mandiri|BNI|BRI|CIMB Niaga)\b/i,
      /^\W*PT\.? [A-Z]/,
    ],
    language:
      /\b(?:terima kasih|tunai|kembali(?:an)?|kasir|jl\.?|toko|warung|meja|harga jual|lunas|belanja|qris|diskon|edc|nasi|ayam|goreng|mie|kopi|bungkus|plastik|coklat|susu|roti)\b/,
  },
  {
    currency: "GBP",
    own: [
      /\bunited kingdom\b|\bengland\b|\bscotland\b|\bwales\b|\bvat (?:reg\.? ?)?(?:no|number)\.? ?:? ?(?:gb)? ?\d{3} ?\d{4} ?\d{2}\b/i,
      /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\b/,
      /£ ?\d/,
    ],
  },
  {
    currency: "USD",
    dates: "month_first",
    own: [
      new RegExp(`(?<![\\p{L}])(?:${STATES})[.,]? \\d{5}(?:-\\d{4})?(?!\\d)`, "u"),
      /\bsales tax\b/i,
      /\bu\.?s\.?a\b\.?|\bunited states\b/i,
    ],
    language:
      /\$ ?\d|(?<!\d)\(?\d{3}\)?[ .-]{1,3}\d{3}[ .-]{1,2}\d{4}(?!\d)|\b(?:tip|gratuity|server|tend|debit tend)\b/,
  },
  {
    currency: "CAD",
    dates: null,
    own: [
      /\b[ABCEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d\b/,
      /\bHST\b|\bTPS\b|\bTVQ\b|\bQST\b/,
      /\bcanada\b|\b(?:ontario|quebec|alberta|toronto|montreal|vancouver)\b/i,
    ],
    language: /\bpst\b/,
  },
  {
    currency: "AUD",
    own: [
      /\bABN\b/,
      /\b(?:NSW|VIC|QLD|TAS) \d{4}\b/,
      /\baustralia\b|\b(?:sydney|melbourne|brisbane|perth|adelaide)\b/i,
    ],
    language: /\beftpos\b/,
  },
  {
    currency: "NZD",
    own: [/\bnew zealand\b|\b(?:auckland|wellington|christchurch)\b/i, /\bNZBN\b/],
    language: /\beftpos\b/,
  },
  {
    currency: "INR",
    own: [/\bgstin\b|\bfssai\b|\b[CS]GST\b|\bindia\b/i, /₹ ?\d|\bRs\.? ?\d/, /\bUPI\b/],
  },
  {
    currency: "PHP",
    dates: null,
    own: [/\bVATable sales\b|\bvat[- ]exempt sales\b|\bphilippines\b|\bBIR\b/i, /₱ ?\d|\bPhP ?\d/],
  },
  {
    currency: "JPY",
    isWhole: true,
    own: [
      /株式会社|登録番号|領収書|レシート|お釣|お預|消費税|合計/,
      /\bT\d{13}\b/,
      /\bjapan\b|\b(?:tokyo|osaka|kyoto|yokohama|nagoya|fukuoka|sapporo)\b/i,
    ],
    language: /\b(?:consumption|cons\.?) tax\b/,
  },
  { currency: "CNY", own: [/微信支付|支付宝|[一-龥]{2,}市|¥.*找零|找零|人民币|纳税人/] },
  { currency: "TWD", own: [/統一編號|統一發票|NT\$/] },
  { currency: "HKD", own: [/\bHK\$|\bhong kong\b|九龍|香港|\bkowloon\b/i] },
  { currency: "KRW", isWhole: true, own: [/[가-힣]{2}/, /₩ ?\d/] },
  { currency: "THB", own: [/฿ ?\d|\bthailand\b|\bbangkok\b|[\u0e00-\u0e7f]{2}/i] },
  { currency: "VND", isWhole: true, own: [/₫|\bVN[DĐ]\b|\bvi[eệ]t ?nam\b|\bhóa đơn\b|\bMST\b/i] },
  {
    currency: "CHF",
    own: [/\bCHF\b|\bFr\. ?\d|\bCHE-?\d{3}|\bschweiz\b|\bsuisse\b|\bsvizzera\b/i, /\bCHE[- ]?\d{3}[. ]?\d{3}/],
  },
  {
    currency: "EUR",
    own: [
      { test: hasEuroAccount },
      /\bsteuernummer\b|\bfinanzamt\b|\bhr[ab] ?\d|\bustg\b|\bpartita iva\b|\br\.?c\.?s\.? \p{L}+ [a-e]? ?\d{3}|(?<!\p{L})[CN]\. ?I\. ?F\.:? ?[A-Z\d]/iu,
      /€|\bdeutschland\b|\b(?:u?st|uid)-?id?[- .]?(?:nr)?\.?:? ?(?:DE|ATU)|\bsteuer-?nr\b|\bst-?nr\b|\bATU ?\d{8}\b|\bDE ?\d{3} ?\d{3} ?\d{3}\b|\bgirocard\b|\btse-/i,
      /\bp\.? ?iva\b|\bscontrino\b|\bdocumento commerciale\b|\bcodice fiscale\b/i,
      /\bsiret\b|\bFR ?\d{2} ?\d{3} ?\d{3} ?\d{3}\b|\bTTC\b/i,
      /\b[CN]IF:? ?[A-Z]-?\d|\bfactura simplificada\b|\bfatura[- ]simplificada\b|\bcontribuinte\b|\bNIF:? ?\d{9}\b/i,
      /\bKvK\b|\bBTW\b|\bNL ?\d{9}B\d{2}\b|\bBE ?0?\d{3}[. ]\d{3}[. ]\d{3}\b/i,
      /\bY-tunnus\b|\bALV\b|\bIE ?\d{7}[A-Z]{1,2}\b|\b[A-Z]\d[\dW] ?[A-Z\d]{4}, ireland\b|\bdublin\b/i,
    ],
    language:
      /\b(?:summe|mwst|ruckgeld|bar|gegeben|kasse|vielen dank|strasse|merci|especes|carte bancaire|caisse|tva|efectivo|gracias|iva|tarjeta|contante|resto|totale|grazie|arrivederci|wisselgeld|bedankt|kassabon|yhteensa|kiitos|obrigad[oa]|troco|aitah)\b/,
  },
  {
    currency: "PLN",
    own: [/\bNIP\b|\bPTU\b|\bPLN\b|\bzł\b|\bparagon fiskalny\b/i],
    language: /\b(?:paragon|gotowka|reszta|sprzedaz|razem|suma|ul\.)/,
  },
  {
    currency: "CZK",
    own: [/\bDIČ\b|\bIČO?\b|\bKč\b|\bDPH\b/, /\bCZ\d{8,10}\b/],
    language: /\b(?:uctenka|celkem|hotovost|hotove|dekujeme)\b/,
  },
  {
    currency: "HUF",
    own: [/\bad[oó]sz[aá]m\b|\b[AÁ]FA\b|\bnyugta\b|\d ?Ft\b/i],
    language: /\b(?:osszesen|keszpenz|bankkartya|koszonjuk)\b/,
  },
  {
    currency: "RON",
    own: [/\bbon fiscal\b|\bC\.?U\.?I\.?\b|\bCIF:? ?RO|\blei\b|\bRO ?\d{6,10}\b/i],
    language: /\b(?:numerar|multumim)\b/,
  },
  {
    currency: "TRY",
    own: [/\bKDV\b|\bTOPKDV\b|₺|\bVKN\b|\bvergi dairesi\b|\bV\.D\.|\bmersis\b/i],
    language: /\b(?:toplam|nakit|fis no|tesekkur\S*|tarih)\b/,
  },
  {
    currency: "SEK",
    own: [/\borg\.? ?nr\b.*\d{6}-\d{4}|\bSEK\b|\b(?:stockholm|göteborg|malmö)\b/i, /\bSE\d{12}\b/],
    language: /\b(?:kvitto|vaxel|kontant|moms|att betala|valkommen|tack)\b/,
  },
  {
    currency: "NOK",
    own: [/\bMVA\b|\bNOK\b|\bforetaksregisteret\b|\b(?:oslo|bergen|trondheim)\b/i],
    language: /\b(?:kvittering|bankaxept|sum|kontant|takk)\b/,
  },
  {
    currency: "DKK",
    own: [/\bCVR\b|\bDKK\b|\bdankort\b|\bk[oø]benhavn\b/i],
    language: /\b(?:bon|moms|kontant|tak for|byttepenge)\b/,
  },
  { currency: "BRL", own: [/\bCNPJ\b|\bR\$ ?\d|\bcupom fiscal\b/i] },
  { currency: "MXN", own: [/\bRFC\b|\bm[eé]xico\b/i], language: /\b(?:efectivo|gracias|iva|cambio)\b/ },
  { currency: "ZAR", own: [/\bsouth africa\b|\bR ?\d+\.\d{2}\b.*\bVAT\b|\b(?:johannesburg|cape town|durban)\b/i] },
  { currency: "AED", own: [/\bTRN\b|\bAED\b|\bdubai\b|\babu dhabi\b|\bU\.?A\.?E\b/i] },
  { currency: "SAR", own: [/\bSAR\b|\bsaudi\b|\briyadh\b|\bjeddah\b/i] },
  { currency: "ILS", own: [/₪|\bisrael\b/i] },
];
