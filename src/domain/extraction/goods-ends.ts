import { beginsWith, squeeze } from "./fold";
import { LABELS } from "./lexicon/labels";
import { list } from "./lexicon/list";

/** What adds up the columns of goods. */
export const TOTALS = list(`
  grand total, g total, total, totals, ttl, 合计, 总计, 共计, gesamt, summe, somme, totale, totaal, suma, razem,
  total packages, total cartons, total ctns, total qty, total quantity, gesamtsumme, gesamtbetrag, totaux, totales,
  toplam, genel toplam, toplamlar, celkem, spolu, osszesen, mindosszesen, total general, i alt, totalt, sum totalt, yhteensa, jumlah, ukupno, totaali, lacznie, ogolem, poids brut total, poids total, peso total, peso bruto total, peso totale, gesamtgewicht
`).map(squeeze);
/** What is carried over from one page to the next. */
export const CARRIED = list(`
  subtotal, sub total, zwischensumme, sous total, subtotale, 小计, carried forward, ubertrag, a reporter, to carry
`).map(squeeze);
/** What adds up a group of goods, after which others may follow. */
export const PART = [
  ...CARRIED,
  ...list(`
  summe titel, summe gruppe, summe position, summe pos, gruppensumme, titelsumme, titel summe, sous total lot, total lot, sous totaal, subtotaal, tussentotaal, total parcial, totale parziale, subtotal grupo, suma czesciowa,
  mezisoucet, delsumma, delsum, valisumma, reszosszeg, ara toplam, group total, section total, category total
`).map(squeeze),
];
/** What stands below goods. */
export const ENDS = [
  ...CARRIED,
  ...list(`
    nettosumme, nettobetrag, total ht, in words, say, say total, say us, sayus, amount in words, total in words,
    freight, insurance, 运费, 保险费, discount, less discount, vat, tax, gst, mwst, ust, tva, iva, declaration,
    we hereby, we hereby certify, i certify, this is to certify, terms, bank details, bank, remark, remarks, note,
    notes, payment, amount due, balance due, zahlungsbedingungen, belegsummen, positionssumme, umsatzsteuer, zuzuglich,
    rechnungsbetrag, rechnungssumme, endbetrag, warenwert, mehrwertsteuer, versandkosten, net a payer, montant total,
    base imponible, imponibile, te betalen, a pagar, net total, shipping, packing charge, handling, signature, authorised signat, authorized signat, bank name, country
    of origin, 原产国, 总件数, 毛重, gross weight, total gross, total net, net weight, incoterm, incoterms, rounding, cash,
    thank you, for the account, steueraufschl, zu und abschl, sum of, place and date, certified true, shipped on
    board, freight payable, seal, art kategorie, iban, bic, swift, base ht, bases ht, base tva, taux tva, code tva, detail tva, ventilation tva, riepilogo iva, riepiloghi iva, btw overzicht, btw specificatie, steueraufschlusselung,
    vat summary, vat analysis, vat rate, tax summary, momsspecifikation, momsunderlag, bases imponibles
  `).map(squeeze),
];
/** Sums as any invoice calls them; short words may begin the name of goods. */
export const SUMS = (["subtotal", "net_total", "grand_total", "amount_due"] as const)
  .flatMap((concept) => LABELS[concept] ?? [])
  .map(squeeze)
  .filter((label) => label.length >= 8);

/** Whether a row says that it adds up the columns above it. */
export function isRowOfTotals(text: string): boolean {
  return beginsWith(text, TOTALS);
}
