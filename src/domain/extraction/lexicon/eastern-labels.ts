import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of invoices in Polish, Czech, Slovak, Hungarian, Romanian, Slovene and Croatian, and in Turkish. */
export const EASTERN_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...numbered(
      ...list(
        "faktura vat, faktury, faktura danovy doklad, danovy doklad, dokladu, factura fiscala, seria si, racun, rachunek, szamla",
      ),
    ),
    ...list(`
    faktura c, faktura cislo, cislo faktury, cislo dokladu, doklad c, dobropis c, faktura danovy doklad c, faktura danovy doklad, faktura vat,
    faktura korygujaca nr, szamlaszam, szamla sorszama, szamla sorszam, szamla szama, factura seria, seria si numarul, numar factura, nr facturii,
    stevilka racuna, racun st, broj racuna, racun br, fatura no, fatura numarasi, belge no
  `),
  ],
  invoice_date: [
    ...list(`
    datum vystaveni, datum vystavenia, vystaveno dne, vystavene dna, datum vystaveni dokladu, wystawiono dnia, data wystawienia faktury,
    szamla kelte, kelt, kiallitas datuma, kiallitas kelte, data emiterii, data facturii, datum racuna, datum izdaje, datum izdavanja,
    fatura tarihi, duzenleme tarihi
  `),
  ],
  date: [...list("dne, dna, dnia, data, tarih, kelt, datum")],
  other_date: [
    ...list(`
    datum splatnosti, splatnost, splatno, datum zdan plneni, datum zdanitelneho plneni, datum uskutecneni zdanitelneho plneni, duzp,
    datum dodania, datum dodani, datum uskutecneni plneni, termin zaplaty, termin platnosci, zaplata do, data sprzedazy, data dostawy,
    data dokonania dostawy, data zakonczenia dostawy, fizetesi hatarido, teljesites, teljesites datuma, teljesites kelte, esedekesseg,
    scadenta, data scadentei, termen de plata, rok placila, datum valute, datum dospijeca, datum storitve, vade tarihi, son odeme tarihi, sevk tarihi
  `),
  ],
  issue_place: [...list("miejsce wystawienia, misto vystaveni, miesto vystavenia")],
  seller: [
    ...list(
      "dodavatel, prodavajici, predavajuci, zhotovitel, sprzedajacy, wystawca, elado, szallito, furnizor, vanzator, prodajalec, dobavitelj, prodavatelj, satici",
    ),
  ],
  buyer: [
    ...list(
      "odberatel, kupujici, kupujuci, objednatel, nabywca platnik, kupujacy, zamawiajacy, vevo, vasarlo, cumparator, client cumparator, beneficiar, kupec, narocnik, kupac, alici, musteri, sayin",
    ),
  ],
  bill_to: [...list("platnik, platce, szamlazasi cim, fakturacni adresa, fakturacna adresa, dane nabywcy")],
  ship_to: [
    ...list(
      "odbiorca, adres dostawy, dodaci adresa, prijemce, konecny prijemce, szallitasi cim, adresa livrare, teslimat adresi",
    ),
  ],
  currency: [...list("mena, waluta, penznem, deviza, para birimi")],
  grand_total: [
    ...list(`
    celkem k uhrade, k uhrade, k uhrade celkem, celkem s dph, celkova castka, celkem vcetne dph, suma k uhrade, spolu k uhrade, celkom k uhrade,
    spolu s dph, suma spolu, razem do zaplaty, kwota do zaplaty, naleznosc ogolem, do zaplaty razem, ogolem brutto, fizetendo, fizetendo osszesen,
    vegosszeg, brutto osszesen, osszesen fizetendo, brutto vegosszeg, total de plata, total plata, total general, za placilo, skupaj za placilo,
    ukupno za platiti, ukupno za naplatu, odenecek tutar, genel toplam, vergiler dahil toplam tutar
  `),
  ],
  total: [...list("celkem, spolu, razem, ogolem, osszesen, skupaj, ukupno, toplam")],
  subtotal: [...list("mezisoucet, medzisucet, mal hizmet toplam tutari, ara toplam")],
  net_total: [
    ...list(`
    zaklad dph, celkem bez dph, zaklad dane, spolu bez dph, bez dph, wartosc netto, suma netto, ogolem netto, netto osszesen, netto vegosszeg,
    adoalap, total fara tva, valoare fara tva, osnova za ddv, osnovica, kdv matrahi, matrah, vergiler haric toplam
  `),
  ],
  tax: [
    ...list(`
    dph, dph celkem, celkem dph, castka dph, suma dph, vyska dph, podatek, kwota podatku, suma vat, vat ogolem, afa, afa osszege, afa osszesen,
    afa ertek, tva total, valoare tva, ddv, znesek ddv, pdv, iznos pdv, kdv, hesaplanan kdv, kdv tutari, toplam kdv
  `),
  ],
  tax_rate: [...list("sazba dph, sadzba dph, dph %, stawka vat, stawka, afa kulcs, cota tva, kdv orani")],
  other_amount: [
    ...list(
      "zaokrouhleni, zaokruhlenie, kerekites, zaplacono, zaplaceno zalohou, zaloha, zaplacona zaliczka, iskonto, odpocet zalohy",
    ),
  ],
  party_detail: [
    ...list(`
    ic, ico, dic, ic dph, regon, nip, bdo, krs, adoszam, kozossegi adoszam, cegjegyzekszam, bankszamlaszam, cui, cif, reg com, nr reg com, capital social,
    ucet, cislo uctu, bankovni spojeni, bankove spojenie, numer konta, nr konta, rachunek bankowy, zapsano u, maticna stevilka, davcna stevilka, oib,
    vergi dairesi, vergi no, vkn, tckn, ticaret sicil no, mersis no, vystavil, wystawil, bank
  `),
  ],
  other_number: [
    ...list(
      "variabilni symbol, variabilny symbol, konstantni symbol, specificky symbol, objednavka c, cislo objednavky, numer zamowienia, nr zamowienia, rendelesszam, siparis no, irsaliye no, ettn, wz",
    ),
  ],
  other: [
    ...list(
      "forma uhrady, zpusob uhrady, zpusob platby, sposob uhrady, sposob zaplaty, forma platnosci, fizetesi mod, fizetes modja, mod de plata, odeme sekli, uwagi, slownie, poznamka, megjegyzes",
    ),
  ],
};
