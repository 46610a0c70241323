import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of the printed forms of carriers and authorities, as their boxes are headed. */
export const FORM_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  shipper: [
    ...list(`
    shipper principal or seller licensee and address, shipper principal or seller, shipper exporter complete name and address, shipper exporter name and address,
    shipper exporter complete name address, consignor shipper, name and address of shipper exporter, shipper full style,
    shipper full style and address, shipper name address and phone, name and address of consignor exporter,
    name and address of exporter country, consignor exporter name and address, name and address of consigner, consigner,
    sender exporter, exporter consignor name address, exporter full name address country, consignor exporter name address country
  `),
  ],
  consignee: [
    ...list(`
    consignee not negotiable unless consigned to order of, consignee not negotiable unless to order,
    consignee negotiable only if consigned to order, consignee this bl is not negotiable unless marked to order or to order of here,
    consignee this b l is not negotiable unless marked to order or to order of here, consigned to order of consignee,
    consignee or order, consignee full style, consignee complete name address, consignee name address and phone,
    consignee this b l not negotiable unless consigned to order, if order state notify party, consignee if order state notify party only,
    name of consignee, recipient of goods, declared consignee, name and address of the consignee, consignee importer name address,
    consignees name and full address, name and address of importer consignee, consignee of goods, person responsible for the consignment in eu,
    consignee importer full name and address, consignee full name address country
  `),
  ],
  other_party: [
    ...list(`
    notify party see clause, notify party complete name and address, notify party full style and address, notify party name address and phone,
    notify address without responsibility of carrier, notify party carrier not to be responsible for failure to notify,
    notify party and address, party to be notified, notify 1, notify 2, second notify, carriers agent, agent for delivery,
    delivery agent at destination, for delivery please contact, for delivery of goods apply to, port agent, agent at port of discharge,
    ordering customer, insured, assured, customs office, issuing authority, issuing body, official veterinarian, authorised officer,
    authorized officer, place of dispatch, establishments of dispatch, importing carrier, export carrier, forwarding agent fmc no,
    forwarding agent f m c no, on behalf of, beneficiarys bank, beneficiary s bank, picked up by
  `),
  ],
  bl_number: [
    ...numbered("bl", "b l", "waybill", "sea waybill", "express bill", "bill", "mbl", "ocean bill of lading"),
    ...list(
      "bill of lading number, b l number, waybill number, swb number, express b l no, b lading number, b o l no, bol no, bol number",
    ),
  ],
  master_number: [
    ...list(
      "ocean b l, ocean carrier b l, ocean carrier b l no, ocean carrier bl no, carrier b l, carrier b l no, carrier bill no, carrier bill of lading, carrier bill of lading no, carriers b l no, carriers bl no, carriers b l, ocean bill of lading no, mother b l no",
    ),
  ],
  certificate_number: [
    ...numbered(
      "co",
      "form d",
      "form ak",
      "form aanz",
      "form b",
      "form rcep",
      "coo",
      "health certificate",
      "veterinary certificate",
      "sanitary certificate",
      "phyto",
      "eur med",
      "a tr",
    ),
    ...list(`
    certificate reference number, ref certificate no, certification no, certification number, cert no, nr zaswiadczenia, bescheinigung nr,
    numero de certificat, nro de certificado, certificado nro, no certificate, certificate of origin no, i2 certificate reference, ich no, ref no of certificate
  `),
  ],
  port_of_loading: [
    ...list(`
    load port, port of loading airport of departure, place of receipt port of loading, port of load, pol port of loading, place port of loading,
    port of lading, seaport of loading, port of loading country, from port of loading, port of embarkation airport
  `),
  ],
  port_of_discharge: [
    ...list(`
    disch port, disport, port of discharge transhipment port, port of discharge place of delivery, pod port of discharge, place port of discharge,
    seaport of discharge, port of unlading, foreign port of discharge, port of discharge country, foreign port of unloading vessel and air only,
    port of entry country, entry point bip, declared entry point, border inspection post of entry, bcp of entry
  `),
  ],
  place_of_receipt: [
    ...list(
      "place of receipt by precarrier, place of receipt pre carriage, place of receipt applicable only when document used as multimodal, place of receipt applicable only when this document is used as a combined transport bill of lading, place of receipt applicable only when document used as multimodal transport b l see clause 1, carrier s receipt",
    ),
  ],
  place_of_delivery: [
    ...list(`
    place of delivery applicable only when document used as multimodal, place of delivery applicable only when document used as multimodal transport b l see clause 1,
    place of delivery applicable only when this document is used as a combined transport bill of lading, final destination for merchants reference,
    final destination for the merchants reference only, final destination if on carriage
  `),
  ],
  issue_date: [
    ...list(`
    place and date of issue of waybill, place and date of issue of b l, place of bl issue dated, place date of b l issue, date of b l issue,
    dated at place, issued at and date, place and date of issue stamp and signature, date of issue of certificate, place and date of endorsement,
    place date and signature, date signature and stamp, date and place of issue of certificate, place of issue and date, date of bill of lading
  `),
  ],
  onboard_date: [
    ...list(`
    shipped on board the vessel date, shipped on board date local time, date laden on board, loaded on board, laden on board date by,
    shipped on board the vessel, loaded on board the vessel, on board date of vessel, clean on board date
  `),
  ],
  gross_weight: [
    ...list(
      "cargo gross weight kgs, gross cargo weight kgs, weight gross kgs, total cargo gross weight, gross weight cargo, brutogewicht, gross weight cargo kgs, gross kilos, brutto kg, gewicht brutto kg, brutto gesamt kg, peso bruto total, peso lordo totale, poids brut total, total brutto weight, gross weight total, sum of gross weight, brut, brut kgs, brit kg, gesamt brutto, gesamt brutto kg, total gross, gross total, total gross kg, total brutto, summe brutto, brutto gesamt, brutto total, celkem brutto, razem brutto, osszesen brutto, toplam brut kilo",
    ),
  ],
  net_weight: [
    ...list(
      "peso liquido, declared net weight, quantity net weight, total net mass, netto kg, gewicht netto kg, peso neto total, peso netto totale, poids net total, net weight total, nettogewicht kg, net kg, net kgs, gesamt netto, gesamt netto kg, total net kg, net total, total netto, summe netto, netto gesamt, netto total, celkem netto, razem netto, osszesen netto, toplam net kilo",
    ),
  ],
  packages: [
    ...list(`
    volumes, no of bultos, numero de volumes, nbr de colis, total no of containers or packages received by the carrier,
    total no of packages in words, number of containers or other packages or units received by carrier, total number of containers or other packages or units,
    number of packages or shipping units, no of pkgs or shipping units, quantity and kind of packages, no of pieces or packages,
    total no of containers received by the carrier, total pkg, total pkgs ctns, shipment details total packages, number of colli, aantal colli, anzahl der packstucke, gesamtzahl der packstucke, number of units, packages count,
    number of handling units, no of handling units, handling units, total handling units, total hus, number of hus, anzahl handling units, anzahl hus, anzahl kolli, gesamt colli, gesamt kolli, gesamtanzahl colli, gesamtanzahl kolli,
    summe colli, summe kolli, colli gesamt, kolli gesamt, packstucke gesamt, summe packstucke, total kolli, no of colli, total number of colli, number of crates, total crates, no of crates, number of cases, no of cases, number of drums, no of drums, total drums,
    number of bags, total bags, number of bales, no of bales, total bales, number of rolls, total rolls, total number of pallets, total no of pallets, total number of crates, total number of boxes, total number of cases, antal kollin, kolli i alt, totalt antal kolli, colli totaal, razem kolli, razem opakowan, kap toplami
  `),
  ],
  origin: [
    ...list(`
    pais de origem, country of origin iso code, country of origin of the products, country of origin of the goods exported, mfr country, country of manuf,
    country group of countries or territory in which the products are considered as originating, country of origin region, origin country region,
    country in which the goods originate, country where the goods were produced, place of origin of the goods, land of origin, ursprung, ursprung der ware,
    country territory of origin, country of harvest, country of slaughter
  `),
  ],
  departure: [
    ...list(
      "org, orig, origin id, place of departure from, station of departure, gateway airport, origin gateway, airport of departure and requested routing addr of first carrier",
    ),
  ],
  container: [
    ...list(`
    container no seal no marks and nos, container no seal no marks & nos, container numbers seal numbers and marks, container nos seal nos marks and numbers, mks and nos container nos,
    container nos seal nos and marks, container no s, container no and seal no, containers no, cntr no seal no, cont no, identification of container seal numbers,
    conteneur no, no de conteneur, contenedor, contentor, container id, equipment no
  `),
  ],
  hs_code: [
    ...list(
      "commodity code hs code, codigo taric, codigo pautal, goederencode, nomenclature douaniere, codice taric, zolltarif nr, warentarifnummer, nc code, taric code, code taric, hs tariff classification, harmonised system code, h s tariff no, schedule b no, schedule b number, commodity code and iso code",
    ),
  ],
  other_number: [
    ...list(
      "report no, shipper ref, cust ref, transaction reference, import permit, carrier booking no, feeder vessel, pre carriage vessel, ocean vessel flag, per s s, schip, fcr no, fmc no, chb no, declaration number, mrn no, vessel flight, vessel aircraft etc, vessels name aircraft etc, vessel s name aircraft etc, voy, voy no flight no",
    ),
  ],
  other: [
    ...list(`
    marks and numbers of packages, meas, number and kind of packages description of goods, kind of packages description of goods,
    kind of packages description of goods marks and numbers container no seal no, particulars furnished by shipper, particulars declared by shipper,
    details of payment, for certifying authority use only, exchange rate on, freight details charges etc, freight details, ex rate,
    above particulars as declared by shipper, point and country of origin, point and country of origin of goods, loading pier terminal, type of movement,
    conditions, ingredients, storage, conditions for transport storage, storage conditions, net content
  `),
  ],
  freight: [
    ...list(
      "spese di trasporto, portes, gastos de envio, verzendkosten, fracht, fracht und verpackung, frais de transport, frais d envoi, porto und verpackung",
    ),
  ],
  insurance: [...list("versicherung, assurance, assicurazione, seguro, verzekering")],
  other_amount: [
    ...list(
      "acompte verse, acconto, saldo, anticipo, aanbetaling, restant, adiantamento, em divida, pendiente, descuento, dto, korting, desconto, paid amount, visa card, amount insured, prepaid weight charge, cash tender, amount tendered, card payment, e wallet, touch n go, ewallet",
    ),
  ],
  other_date: [
    ...list(
      "date of arrival of vessel, dates of sampling, date of departure vessel, date of loading, date of packing, shipped on or about",
    ),
  ],
  invoice_number: [
    ...list(
      "rechnung nummer, commercial invoice, invoice s no, invoice nos, number of invoice, invoices no, invoice numbers, tax invoice serial no, inv ref",
    ),
  ],
};
