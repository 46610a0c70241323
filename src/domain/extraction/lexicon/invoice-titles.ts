import { list } from "./list";

/** What invoices and credit notes call themselves in the languages of trade, squeezed. */
const NAMES = list(`
  honorarnote, kostennote, gebuhrennote, liquidation, jahresabrechnung, jahresrechnung, verbrauchsabrechnung, beitragsrechnung,
  nebenkostenabrechnung, betriebskostenabrechnung, heizkostenabrechnung, pramienrechnung, mietrechnung, provisionsabrechnung,
  gutschriftsanzeige, gutschriftanzeige, rechnungsgutschrift, rechnungskopie, rechnungsduplikat, stornogutschrift, leistungsabrechnung,
  notula, avvisodiparcella, fatturadicortesia, copiadicortesia, tdfattura, memoiredhonoraires, facturedesolde, factureavoir,
  facturedefrais, notedecredit, notedefrais, creditfactuur, voorschotfactuur, eindfactuur, tussentijdsefactuur, facturaordinaria, abono,
  creditinvoice, salescreditnote, selfbilledinvoice, interiminvoice, finalinvoice, feenote, statementoffees, utilitybill, invoice, taxinvoice, salesinvoice, vatinvoice, servicesinvoice, rechnung, handelsrechnung, rechnungskorrektur,
  korrekturrechnung, warenrechnung, schlussrechnung, stornorechnung, sammelrechnung, abschlagsrechnung,
  teilrechnung, teilschlussrechnung, honorarrechnung, kostenrechnung, monatsrechnung, endrechnung,
  anzahlungsrechnung, vorausrechnung, barrechnung, frachtrechnung, reparaturrechnung, rechnunginvoice,
  kreditnote, creditnota, kreditnota, kreditfaktura, notadecredito, notadicredito, facturedavoir,
  facturedacompte, factureacquittee, facturarectificativa, notadecreditoabono, notadehonorarios,
  notadehonoraires, notedhonoraires, parcella, fakturadanovydoklad, danovydoklad, fakturakorygujaca,
  facturafiscala, szamla, lasku, hyvityslasku, racun, efatura, earsivfatura, gutschrift, creditnote, debitnote,
  facture, avoir, fattura, factura, fatura, factuur, fakturavat, faktura, billingstatement, 增值税发票, 增值税专用发票, 发票
`);

export const INVOICE_TITLES: Readonly<Record<string, "invoice">> = Object.fromEntries(
  NAMES.map((name) => [name, "invoice" as const]),
);
