import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of invoices in Swedish, Danish, Norwegian and Finnish. */
export const NORTHERN_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...numbered(...list("kreditnota, kreditfaktura, lasku")),
    ...list(
      "faktura, fakturanumro, laskun nro, laskunro, laskunumero, hyvityslaskun numero, kreditnotanummer, bilagsnr",
    ),
  ],
  invoice_date: [...list("faktura dato, faktura datum, laskun pvm, laskun paivays, laskun paivamaara, paivays")],
  date: [...list("dato, pvm, paivamaara")],
  other_date: [
    ...list(`
    forfallodatum, forfallodag, forfaldsdato, forfaldsdag, forfallsdato, forfall, betales senest, betalas senast, sista betalningsdag,
    sista betalningsdatum, betalingsdato, betalingsfrist, erapaiva, erapvm, toimituspaiva, toimituspvm, leveransdatum, ordredato,
    bestillingsdato, leveringsdag
  `),
  ],
  seller: [...list("saljare, leverantor, saelger, leverandor, selger, myyja, toimittaja, laskuttaja")],
  buyer: [...list("kopare, kund, kober, kunde, kjoper, asiakas, ostaja, laskutettava, mottagare, modtager, mottaker")],
  bill_to: [
    ...list(
      "faktureringsadress, fakturaadress, fakturamottagare, faktureras till, fakturaadresse, faktureres til, fakturamodtager, laskutusosoite",
    ),
  ],
  ship_to: [...list("leveransadress, leveringsadresse, toimitusosoite, leveres til, levereras till")],
  to: [...list("till, til")],
  grand_total: [
    ...list(`
    att betala, att betala sek, summa att betala, belopp att betala, totalt att betala, totalsumma, summa inkl moms, totalt inkl moms,
    total inkl moms, totalbelopp, at betale, i alt at betale, til betaling, i alt inkl moms, total inkl moms dkk, belob at betale,
    beloep a betale, a betale, sum a betale, totalt a betale, totalt inkl mva, sum inkl mva, total inkl mva, maksettava, maksettava yhteensa,
    laskun loppusumma, loppusumma, yhteensa eur, verollinen yhteensa, yhteensa sis alv
  `),
  ],
  total: [...list("summa, i alt, sum, yhteensa, totalbelob")],
  subtotal: [...list("delsumma, delsum, valisumma")],
  net_total: [
    ...list(`
    exkl moms, summa exkl moms, totalt exkl moms, netto exkl moms, belopp exkl moms, i alt ekskl moms, ekskl moms, subtotal ekskl moms,
    momspligtigt belob, momsgrundlag, sum eks mva, netto eks mva, totalt eks mva, eks mva, mva grunnlag, grunnlag, veroton, veroton yhteensa,
    yhteensa alv 0, nettobelopp
  `),
  ],
  tax: [
    ...list(`
    moms totalt, momsbelopp, varav moms, heraf moms, momsbelob, moms i alt, mva, mva belop, merverdiavgift, sum mva, herav mva,
    alv, arvonlisavero, alv yhteensa, alv osuus, vero
  `),
  ],
  tax_rate: [...list("moms %, momssats, mva %, mva sats, alv %, alv kanta")],
  other_amount: [
    ...list("oresavrundning, oreavrunding, orediff, afrunding, avrunding, pyoristys, rabatt, fragt, frakt, rahti"),
  ],
  party_detail: [
    ...list(`
    org nr, orgnr, organisationsnummer, organisasjonsnummer, momsreg nr, momsregnr, vat reg nr, cvr nr, cvr, se nr, y tunnus, kundnr, kundnummer,
    kundenr, kundenummer, asiakasnumero, asiakasnro, bankgiro, plusgiro, bankkonto, kontonr, kontonummer, telefon, tlf, puhelin, godkand for f skatt,
    f skatt, reg nr, vår referens, var referens, er referens, vor ref, deres ref, var ref, viitteenne, viitteemme
  `),
  ],
  other_number: [
    ...list(
      "ordrenr, ordrenummer, ordernr, tilausnumero, viitenumero, kid, kid nummer, ocr, ocr nummer, ocr nr, rekvisitionsnr, best nr",
    ),
  ],
  other: [
    ...list(
      "betalningsvillkor, betalingsbetingelser, betalingsvilkar, leveransvillkor, leveringsbetingelser, maksuehto, drojsmalsranta, viivastyskorko",
    ),
  ],
};
