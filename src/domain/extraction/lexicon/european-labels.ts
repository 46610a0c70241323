import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of invoices between neighbours, in the languages of Europe: what is looked for, and what stands beside it. */
export const EUROPEAN_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...numbered(
      ...list(`
    honorarnote, kostennote, gebuhrennote, storno, jahresabrechnung, jahresrechnung, beitragsrechnung, liquidations, avoir n, note de credit, factuur creditnota, creditfactuur, fattura elettronica, feenote, rg, re, abschlagsrechnung, schlussrechnung, teilrechnung, teilschlussrechnung, honorarrechnung, kostenrechnung, liquidation,
    monatsrechnung, endrechnung, anzahlungsrechnung, vorausrechnung, proformarechnung, barrechnung, rechnung invoice, frachtrechnung,
    leistungsrechnung, reparaturrechnung, gebuhrenrechnung, kreditnote, factuur creditnota, stornorechnung, rechnungskorrektur, sammelrechnung, avoir, facture d avoir,
    nota de credito, nota di credito, creditnota, abono, documento, doc, rechnung beleg, factuur, boleta, ticket, nota fiscal
  `),
    ),
    ...list(`
    factura, fattura, factuur, fatura, faktura, handelsrechnung, gutschrift, stornorechnung, avoir, nr doc, beleg, belegnummer datum,
    numero de la factura simplificada, no factura, n factura, num factura, factura numero, factura serie, abschlagsrechnung, schlussrechnung, re nr, rg nr,
    rechnungs no, numero de la factura, numero da fatura, fakturanummer, fakturanr, laskun numero, numer dokumentu
  `),
  ],
  invoice_date: [
    ...list(`
    stornodatum, korrekturdatum, gutschriftdatum, abrechnungsdatum, rechnungstag, erstellungsdatum, datum erstellung, ausgestellt am, erstellt am, avoir du, votre avoir du, votre facture du, notre facture du, ihre rechnung vom, unsere rechnung vom, gutschrift vom, stornorechnung vom, factuur van, uw factuur van, nota di credito del, abono de fecha, factura de fecha, date avoir, date de l avoir, emise le, etablie le, emesso il, emessa il, emitida el, date de facturation, date facturation, date de la facturation, datum rechnung, rechnung vom, facture du, fattura del,
    factura del, data da emissao, data di emissione, data doc, fecha emision, fecha de la factura, datum factuur, data faktury,
    date de l avoir, gutschriftsdatum, rechnungs datum, fakturadato, fakturadatum, rechnungsdatum lieferdatum, rechnungsdatum leistungsdatum, datum der rechnung,
    fecha de la factura, fecha factura, data della fattura, datum facture, rechnungs belegdatum, datum rechnungs, rechnung datum
  `),
  ],
  seller: [
    ...list(
      "verkauft von, verkauf durch, verkauft und versandt von, vendu par, venduto da, vendido por, verkocht door, datos del emisor, datos emisor, datos del vendedor, datos del proveedor, dados do emitente, dati del fornitore, dati emittente, gegevens leverancier, angaben zum leistungserbringer, informationen zum verkaufer, angaben zum verkaufer, verkauferinformationen, angaben zum rechnungssteller, supplier party, accounting supplier, accounting supplier party, seller information, informations vendeur, coordonnees du vendeur, dati fornitore, dati cedente, emitente, emittente, prestador, verkaufer lieferant, lieferant rechnungssteller, expedidor, cedente prestatore fornitore",
    ),
  ],
  buyer: [
    ...list(`
    datos del receptor, datos receptor, datos del comprador, datos cliente, dati del cliente, gegevens klant, dados do comprador, dados do destinatario, angaben zum leistungsempfanger, informationen zum kaufer, angaben zum kaufer, kauferinformationen, angaben zum rechnungsempfanger, customer party, accounting customer, accounting customer party, buyer information, informations acheteur, coordonnees de l acheteur, dati cliente, dati cessionario, intestatario, datos del cliente, dados do cliente, cliente destinatario, kunde rechnungsempfanger, client facture,
    exmos srs, exmo s sr s, exmo sr, afnemer, klant koper, kaufer rechnungsempfanger, destinatario fattura, spettabile
  `),
  ],
  bill_to: [
    ...list(`
    rechnung an, faturar a, faturado a, fatturare a, fatturato a, factureren aan, facturation, adresse facturation,
    direccion de facturacion, indirizzo di fatturazione, morada de faturacao, factuur aan, factuuradres, facture pour,
    factuur voor, rechnungsanschrift, anschrift rechnung, invoice of merchandise for account and risk of messrs,
    for account and risk of messrs, invoice of for account and risk of messrs, customer bill to, bill to customer, billing to,
    billed party, billing details, billing information, bill recipient
  `),
  ],
  ship_to: [
    ...list(`
    destinazione merce, luogo di consegna, direccion de envio, local de entrega, lugar de entrega, livraison,
    adresse livraison, livraison a, verzendadres, leveringsadres, aflever adres, versandadresse, liefern an, lieferung an,
    morada de entrega, intermediate consignee, delivered at
  `),
  ],
  to: [...list("aan, para")],
  currency: [...list("munteenheid, devise de facturation, divisa, valuta fattura, belegwahrung")],
  grand_total: [
    ...list(`
    total factura eur, total a facturar, importe total factura, totale a pagare, totaal te betalen, totaal factuur, factuurbedrag, totaal inclusief
    btw, totaalbedrag incl btw, total iva incluido, total con impuestos, total com iva, total do documento, total toutes taxes comprises,
    total t t c, montant total t t c, net a payer ttc, total facture, montant de la facture, summe inkl mwst, gesamtsumme inkl mwst,
    endsumme, gesamtbetrag inkl mwst, gesamtbetrag inkl ust, rechnungsbetrag brutto, rechnungsbetrag inkl mwst, brutto summe, gesamtpreis brutto,
    summe inkl ust, brutto betrag, rechnungstotal, total inkl mwst, gesamttotal, totalbetrag, importo totale documento, totale ivato,
    kwota do zaplaty, wartosc brutto razem, gesamtbetrag der rechnung mit umsatzsteuer, gesamtbetrag der rechnung, gesamtsumme brutto, gesamtbetrag mit umsatzsteuer, rechnungsgesamtbetrag, tax inclusive amount, total amount with vat, invoice total amount with vat, total tax inclusive, montant total de la facture, total de la facture ttc, zahlbetrag eur, zahlungsbetrag eur, gesamtforderung, forderung brutto, abschlagsforderung brutto,
    abschlagsforderung, gesamthonorar, honorar brutto, rechnungsbetrag eur, endbetrag eur, gesamtbetrag eur, total chf, total chf inkl mwst,
    rechnungstotal chf, total eur ttc, total ttc eur, total ttc a payer, total t t c a payer, total factura con iva, totaal te voldoen,
    totaal incl, totaal inclusief, te betalen bedrag, totale da pagare eur, netto a pagare eur, totalt, att betala, total includes vat, invoice total incl vat, total vat included, total tax included
  `),
  ],
  amount_due: [
    ...list(`
    falliger betrag eur, fälliger gesamtbetrag, falliger gesamtbetrag, zahlbarer betrag, payable amount, amount due for payment, montant total du, montant restant a payer, net a payer eur, solde a payer, solde du, restant a payer, restant du, offener betrag, restbetrag, noch zu zahlen, fälliger betrag,
    zu zahlender gesamtbetrag, uberweisungsbetrag, te voldoen, openstaand bedrag, importe pendiente, total pendiente, saldo dovuto,
    valor a pagar, amount outstanding, balance payable
  `),
  ],
  subtotal: [
    ...list(
      "total before rounding, amount before rounding, subtotaal, sottototale, subtotal bruto, summe positionen, warensumme, zwischensumme netto, suma, base subtotal",
    ),
  ],
  net_total: [
    ...list(`
    gesamtbetrag der rechnung ohne umsatzsteuer, gesamtbetrag ohne umsatzsteuer, summe aller nettobetrage, nettogesamtbetrag, nettogesamt, tax exclusive amount, total amount without vat, invoice total amount without vat, montant total hors taxe, montant total hors taxes, gesamtbetrag netto eur, summe netto eur, nettowert, netto wert, zwischensumme netto eur, honorar netto, totale imponibile eur, total iliquido, totale netto, totaal excl btw, totaal exclusief btw, total sin iva, total h t, montant total ht, total net de taxes, total imponible,
    summe ohne mwst, gesamtbetrag ohne mwst, gesamtsumme netto, netto summe, rechnungsbetrag netto, betrag netto, netto betrag,
    nettowarenwert, merce netta, valor liquido, total liquido, incidencia, totale merce, grondslag, maatstaf, bemessungsgrundlage,
    entgelt, base ht, steuerbasisbetrag, steuerpflichtiger betrag, subtotal sin iva, total before vat, total ex vat
  `),
  ],
  tax: [
    ...list(`
    umsatzsteuer gesamtbetrag, gesamtbetrag der umsatzsteuer, umsatzsteuergesamtbetrag, gesamt umsatzsteuer, total vat amount, invoice total vat amount, montant total de la tva, totale imposte, totaal btw bedrag, total de iva, iva total, total do iva, valor do iva, montant total tva, montant t v a, total t v a, t v a,
    gesamtbetrag ust, gesamtbetrag mwst, umsatzsteuer gesamt, mwst gesamt, summe umsatzsteuer, summe mehrwertsteuer, steuer gesamt,
    gesamtsteuer, steuersumme, u st, enthaltene ust, enthaltene umsatzsteuer, enthaltene mehrwertsteuer, incl btw bedrag, dont t v a,
    iva incluido, igic, impuesto, ausgangssteuer, vorsteuer, mwst chf, davon mwst, davon ust, darin enthaltene mwst, darin enthaltene ust,
    darin enthalten mwst, darin enthalten ust, darin enthalten, inkl mwst, montant de tva, total i v a, i v a, cuota i v a, importe i v a, totaal btw te betalen, ust betrag gesamt, ust summe, mwst summe, steuerbetrag gesamt, vat total amount
  `),
  ],
  tax_rate: [
    ...list(
      "taux de tva, taux, tipo, iva tipo, aliquota iva, ust, btw tarief, btw percentage, umsatzsteuersatz, steuer satz, satz",
    ),
  ],
  incoterm: [
    ...list("lieferkondition, leveringsvoorwaarde, condicoes de entrega, termini di resa, conditions de vente"),
  ],
  port_of_loading: [...list("laadhaven, porto de embarque, porto di carico, port d expedition, haven van lading")],
  port_of_discharge: [
    ...list(`
    port of unlading, port de destination, loshaven, porto de destino, porto de descarga, porto di destinazione, haven van
    bestemming, puerto de desembarque
  `),
  ],
  other_date: [
    ...list(`
    a payer avant le, a regler avant le, date d echeance de paiement, date limite de paiement, te betalen voor, uiterste betaaldatum,
    vencimento, data de vencimento, data ordine, data consegna, fecha de pedido, fecha de entrega, fecha de operacion, orderdatum,
    leverdatum, data da encomenda, due, date de la commande, date de prestation, date de vente, data di scadenza, data ddt, falligkeit,
    zahlbar bis zum, lieferdatum leistungsdatum, versanddatum, druckdatum, eingangsdatum, abreisedatum, anreisedatum,
    valutadatum, dati trasporto, reservation, periode de facturation, periodo de facturacion, abrechnungszeitraum, termin platnosci,
    data sprzedazy, leveringsdatum, besteldatum, 付款到期日, data e ora inizio trasporto, data ora inizio trasporto,
    data inizio trasporto, inizio trasporto, data e ora trasporto, data e ora del trasporto, data e ora di partenza,
    data e ora ritiro, data del ritiro, data ritiro, date et heure de depart, date et heure d expedition, date de depart,
    date d enlevement, fecha y hora de salida, fecha de salida, fecha inicio transporte, inicio do transporte, data e hora
    de carga, data e hora de inicio do transporte, transportbeginn, datum und uhrzeit der abholung, data i godzina wydania
  `),
  ],
  party_detail: [
    ...list(`
    endpoint id, endpoint, electronic address, elektronische adresse, adresse electronique, elektronisch adres, legal entity id,
    identificativo fiscale ai fini iva, codice fiscale, cod fisc, regime fiscale, comune, provincia, cap, nazione, localidad, poblacion, cp, codigo postal, ville, code postal, plz, ort, strasse, strasse hausnummer, land, postleitzahl, anschrift, ansprechpartner, kontakt, e mail adresse, ust id nr, steuer id, handelsregister, handelsregisternummer, elektronische adresse, kennung, leitweg id, codice cliente, cod cliente, kd nr, kd no, klantnummer, klantnr, debiteurnr, debiteurnummer, debitorennummer, no de cliente,
    numero de cliente, codigo cliente, codigo de cliente, n de client, no client, reference client, n cliente, client ref,
    identifiant client, no tva client, n tva client, ust idnr kunde, personenkonto, vat registration, tax registration no,
    partita iva cliente, indirizzo, domicilio, morada, adres, adresse client, kvk nummer, kvk nr, siret siren, code ape, finanzamt,
    registergericht, vorstand, aufsichtsrat, komplementarin, kontoverbindung, institut, abteilung, leverancier nr, capitale sociale,
    rea, pec, codice destinatario, sdi, n siret, no siret, telefono, telefoon, telefone, tel fax, courriel, correo electronico, sitio web, sito web
  `),
  ],
  other_number: [
    ...numbered(
      ...list(`
    commande, pedido, ordine, bestelling, encomenda, bon de livraison, bl, ddt, albaran, guia, pakbon, despatch note, delivery note,
    dispatch note, d n, lieferschein, auftrags, bestell, order, kunden order, devis, offerte, angebots, angebot, preventivo,
    presupuesto, dossier, projekt, vorgangs, vorgang, mandats, vertrags, contrat, contratto, contrato, contract, marche, lieferanten,
    expedition, tour, rapport, ticket, cup, cig, commessa, mitglieds, versicherungs, buchungs, reservierungs, po, customer po
  `),
    ),
    ...list(`
    po#, ihre bestellnr, ihre bestellnummer, ihre auftragsnummer, votre commande, ref commande, reference commande, votre ref,
    votre n de commande, n commande client, notre ref, vs ordine, vostro ordine, rif ordine, vs rif, ns rif, su pedido, ref pedido,
    ordernummer, uw referentie, onze referentie, uw kenmerk, ons kenmerk, uw ordernummer, v encomenda, documento di trasporto,
    pakbonnummer, guia de remessa, ihre referenz, unsere referenz, ihre nachricht, ihr schreiben, referenznummer, bestellreferenz,
    kostenstelle, vertragskonto, buchungsnummer, kassenzeichen, aktenzeichen, payment ref, agreement ref, 送货单号, zahlungsreferenz nr
  `),
  ],
  other: [
    ...list(`
    condizioni di pagamento, modalita pagamento, condiciones de pago, betalingstermijn, betalingsconditie, betaalwijze, condicoes de
    pagamento, conditions de reglement, reglement, moyen de paiement, metodo di pagamento, metodo de pago, vervoer, trasporto, vettore,
    causale, causale del trasporto, porto, aspetto dei beni, transporteur, mode d expedition, versandart, versand, spedizione, verzendwijze, zahlweise,
    bankeinzug, observaciones, observations, opmerkingen, annotazioni, note, leistungsbeschreibung, rechnungsposition
  `),
  ],
};
