import type { Concept } from "./concepts";
import { list } from "./list";

/** Labels of credit notes and of what an invoice refers to: orders, deliveries, other invoices, who sold and who pays. */
export const REFERENCE_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...list(`
    creditnummer, creditnr, creditnota nummer, creditnotanummer, creditnotanr, creditfactuurnummer, creditfactuurnr, gutschriftsnummer, gutschriftsnr, gutschriftnummer, gutschriftnr,
    gutschrifts nr, stornonummer, storno nr, korrekturnummer, kreditnotanr, kreditfakturanr, kreditfakturanummer, kreditfaktura nr, credit memo no, credit memo number, credit memo, credit number,
    credit note ref, numero avoir, numero d avoir, numero de l avoir, n avoir, numero nota di credito, numero nota credito, numero de abono, numero abono, n abono, factura rectificativa n,
    factura rectificativa numero, faktura korygujaca nr, korekta nr, cislo dobropisu, dobropis c, hyvityslasku nro, hyvityslaskun nro
  `),
  ],
  other_number: [
    ...list(`
    betreft factuur, betr factuur, uw factuur, betreft factuurnummer, betrifft rechnung, bezug rechnung, bezugsrechnung, ursprungsrechnung, ursprungliche rechnung, vorausgegangene rechnungen,
    vorausgegangene rechnung, original invoice, original invoice no, original invoice number, credited invoice, your invoice no, relates to invoice, against invoice, facture concernee, facture d origine, facture initiale, facture de reference,
    rif fattura, riferimento fattura, fattura di riferimento, factura rectificada, factura original, factura origen, avser faktura, avser fakturanr, gjelder faktura, vedr faktura, vedrorende faktura, dotyczy faktury,
    korekta do faktury, k fakture, hyvitetty lasku, albaran, albaranes, n albaran, pag, pagina
  `),
  ],
  other_date: [
    ...list(`
    auftrag vom, ihr auftrag vom, ihre bestellung vom, bestellung vom, lieferschein vom, unser lieferschein vom, angebot vom, unser angebot vom, ihre anfrage vom, ihr schreiben vom, ihre nachricht vom, lieferung vom, auftragsbestatigung vom,
    commande du, votre commande du, bon de livraison du, bon de commande du, devis du, votre devis du, livraison du, ordine del, vostro ordine del, vs ordine del, ddt del, preventivo del, offerta del, consegna del,
    pedido del, pedido de fecha, su pedido de fecha, su pedido del, albaran de fecha, albaran del, presupuesto del, bestelling van, uw bestelling van, uw order van, pakbon van, offerte van, levering van, opdracht van, your order of,
    your order dated, order dated, delivery note dated, quotation dated, your letter of, zamowienie z dnia, objednavka ze dne, dodaci list ze dne, er order av den, ert ordredatum, deres ordre av
  `),
  ],
  other_party: [
    ...list(`
    agente, agente comercial, vendedor, comercial, agente di vendita, vendedora, rappresentante, vertreter, aussendienst, vertegenwoordiger, rayon, votre commercial, representant, votre representant,
    handelsvertreter, saljare, selger, handlowiec, obchodni zastupce, uw contactpersoon, account manager, sales rep, salesman
  `),
  ],
  seller: [...list("saaja, saaja mottagare, maksun saaja, wplata dla, beneficiario del pago")],
  buyer: [...list("maksaja, maksaja betalare, betalare, betalare maksaja, laskutettava, laskutusosoite")],
  tax: [
    ...list(`
    versicherungsteuer, versicherungssteuer, vers steuer, zzgl versicherungsteuer, insurance premium tax, ipt, taxe d assurance, taxes d assurance, taxe sur les conventions d assurances, assurantiebelasting,
    imposta sulle assicurazioni, impuesto sobre primas de seguros, arvonlisavero, arvonlisavero yht, alv yhteensa, alv yht, arvonlisaveron maara
  `),
  ],
};
