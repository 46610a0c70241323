import type { Concept } from "./concepts";
import { list } from "./list";

/**
 * Labels of what is not looked for. They are known so that what stands at them is not taken for something else: a due date
 * for the date, an order's number for the invoice's, a seal for a container.
 */
export const OTHER_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  issue_place: [
    ...list(`
    place of issue, issued at, place of b l issue, issuing place, 签发地点, 签发地, at place, place of issuance
  `),
  ],
  other_date: [
    ...list(`
    data ora ritiro, data e ora ritiro, data ora trasporto, data e ora inizio trasporto, data inizio trasporto, data ora
    inizio trasporto, data e ora partenza, data ora partenza, data partenza, data consegna,
    due date, payment due date, date due, payment date, order date, po date, p o date, contract date, delivery date,
    date of delivery, etd, eta, sailing date, expiry date, expiration date, exp date, valid until, valid till, date
    of expiry, lieferdatum, leistungsdatum, liefer und leistungsdatum, falligkeitsdatum, fallig am, bestelldatum,
    date d'echeance, echeance, date de livraison, date limite, data scadenza, scadenza, fecha de vencimiento,
    vencimiento, vervaldatum, l c date, lc date, date of l c, flight date, date of departure, departure date,
    arrival date, date of arrival, date of export, export date, date of exportation, exp dat, production date, date
    of production, manufacturing date, mfg date, best before, dispatch date, date of inspection, inspection date,
    date of treatment, treatment date, print date, printed on, date printed, tax date, tax point, supply date, date
    of supply, period, billing period, leistungszeitraum, lieferzeitraum, periode, statement date, 交货日期, 到期日, 有效期,
    到期日期, 生产日期, 订单日期, 合同日期, 检验日期, service date, booking date, reservation date, check in, check out, date of
    sailing, sailing on or about, sailing on about, ship on or about, shipped per, date received, received date,
    date of receipt, validity, vat date, value date, quotation date, 收到日期, date of application, previous invoice
    date, date of order, liefertermin, due by, payment deadline, pay by, zahlbar bis, start date, end date,
    steuerdatum, auftragsdatum, date commande, date de commande, slaughter date, date of slaughter, dates of
    slaughter, laufzeit, flight no date, requested flight date, flight date requested, liefer leistungszeitraum,
    contract dated, proforma date, date of contract
  `),
  ],
  other_party: [
    ...list(`
    notify party, notify, notify address, notify party name and address, notify party name, also notify, 2nd notify
    party, second notify party, also notify party, notifying party, notify party no claim shall attach for failure
    to notify, notify party complete name and address, 通知人, 被通知人, 通知方, forwarding agent, forwarding agent
    references, forwarding agent name, freight forwarder, forwarder, carrier, carrier name, agent, issuing carriers
    agent name and city, issuing carriers agent, delivery agent, for delivery of goods please apply to, for delivery
    please apply to, for delivery apply to, agent at destination, destination agent, manufacturer, manufacturer
    name, maker, producer, producer name, name of producer, bank, bank name, beneficiary bank, advising bank,
    issuing bank, opening bank, intermediary bank, our bank, bank details, bankverbindung, coordonnees bancaires,
    sales contact, contact, contact person, salesperson, sales person, sales rep, cashier, attention, attn, attn to,
    ansprechpartner, account manager, prepared by, issued by, signed by, authorised by, checked by, approved by,
    third party, payer, payee, abweichender zahlungsempfanger, steuerbevollmachtigter des verkaufers,
    zahlungsempfanger, interlocuteur, 制造商, 生产商, 厂家, 生产企业, 承运人, 货代, 开户行, 开户银行, 联系人, 制单, manufacturer producer,
    establishment of origin, operator, broker, party to contact for cargo release, party to contact, domestic
    routing export instructions, officer, name of authorized officer, inspector, signatory, certifying authority,
    competent authority, central competent authority, local competent authority, approved establishment, sales
    representative, salesman, serviced by, staff, served by, receptionist, verkaufer nr, bearbeiter, sachbearbeiter,
    vertreter, mandant, responsible, driver
  `),
  ],
  party_detail: [
    ...list(`
    address, addr, add, street, city, city state zip, postal code, zip, zip code, postcode, post code, country,
    country code, tel, telephone, phone, phone no, tel no, mobile, fax, fax no, e mail, email, mail, web, website,
    www, vat, vat no, vat id, vat number, vat reg no, vat registration no, vat id no, tax id, tax no, tax number,
    tax identification number, gst no, gst reg no, gst id, gst id no, gst registration no, gstin, gst reg, company
    reg no, registration no, reg no, co reg no, co no, roc no, company no, eori, eori no, eori number, usci, uscc,
    ust id nr, ust idnr, ust id, umsatzsteuer id, steuernummer, steuer nr, st nr, handelsregister, hrb,
    geschaftsfuhrer, amtsgericht, siret, siren, rcs, ape, naf, tva intracommunautaire, n tva, no tva, numero tva,
    tva no, p iva, partita iva, codice fiscale, c f, cif, nif, cnpj, rfc, kvk, btw nr, btw nummer, abn, acn, pan,
    iec, iec no, ein, gln, globale nummer, kundennummer, kunden nr, kundennr, customer no, customer number, customer
    id, customer code, cust no, client no, account no, account number, a c no, acct no, account name, iban, bic,
    swift, swift code, swift bic, konto, kontonummer, blz, kto nr, kontoinhaber, kontoname, sort code, bank code,
    nummer, adresse, anschrift, strasse, indirizzo, direccion, 地址, 电话, 传真, 邮箱, 邮编, 税务登记号, 纳税人识别号, 统一社会信用代码, 账号, 帐号,
    客户编号, ort, plz, telefon, telefax, internet, homepage, debitor, lieferantennummer, lieferanten nr, supplier no,
    vendor no, numero client, code client, n client, customer vat number, customer vat no, ihre ust id, your vat no,
    your vat id, ust id nr kunde, capital, rc, trn, gst, duns, location, fon, customer reference, iata code, agents
    iata code, account no iata, leitweg id, leitwege id, id no, identification no, approval no, approval number
  `),
  ],
  other_amount: [
    ...list(`
    cash, change, change due, rounding, rounding adj, rounding adjustment, round adj, tendered, cash tendered, paid,
    amount paid, payment, payments, deposit, discount, less discount, trade discount, item discount, rabatt, skonto,
    remise, rabais, sconto, abschlag, zuschlag, gesamtbetrag der zuschlage, gesamtbetrag der abschlage, erhaltene
    anzahlungen, anzahlung, acompte, advance, advance payment, prepaid, prepayment, total prepaid, total collect,
    collect, total other charges due agent, total other charges due carrier, weight charge, valuation charge, other
    charges, declared value for carriage, amount of insurance, insured value, insured amount, sum insured, handling,
    handling fee, packing charges, packing charge, bank charges, service charge, servicecharge, visa, mastercard,
    debit card, credit card, card, change rm, cash rm, saving, total savings, total qty, total quantity, qty total,
    total items, item count, no of items, total cbm, total volume, measurement, measurements, cbm, volume, total
    measurement, cubic, exchange rate, rate of exchange, 折扣, 预付, 定金, 找零, 实收, 现金, 体积, 总体积, 尺码, 总数量, 数量合计, fob
    charges, inland freight, local charges, documentation fee, customs duty, duty, fuel surcharge, opening balance,
    previous balance, last payment, unit price, price, retouren, leergut, voucher, coupon, cdt card, total discount,
    credit, tip, balance, outstanding, last bill, total tendered, total payment, total paid, charge, per unit, rate
    charge, rate class, net quantity, limit, total amount of charges, basisbetrag, umrechnungskurs, exchange,
    discount amount
  `),
  ],
  other_number: [
    ...list(`
    order no, order number, po no, p o no, po number, po, p o, purchase order, purchase order no, your order, your
    order no, our order no, buyers order no, buyer order no, buyers order no and date, buyers order, customer po,
    customer order no, sales order, sales order no, s o no, so no, contract no, contract number, contract, s c no,
    sc no, sales contract no, sales contract, sales confirmation no, agreement no, agreement ref, l c no, lc no, lc
    number, letter of credit no, credit no, documentary credit no, l c number, delivery note no, delivery note,
    delivery no, do no, d o no, booking no, booking number, booking ref, bkg no, seal no, seal, seals, seal number,
    seal nos, voyage no, voyage, voy no, navire, buque, nave, schiff, navio, vessel, vessel voyage, ocean vessel, vessel name, vessel and voyage, vessel
    voyage no, ocean vessel voyage no, ocean vessel voyage, flight, flight no, flight number, requested flight,
    truck no, vehicle no, job no, project, project no, quote no, quotation no, offer no, file no, case no, batch no,
    lot no, lot, batch, part no, item no, sku, serial number, serial nos, model, model no, style no, art no,
    artikelnummer, artikel nr, gtin, ean, lieferschein, lieferschein nr, lieferscheinnummer, auftragsnummer,
    auftrags nr, auftrag, auftrag nr, bestellung, bestell nr, bestellnummer, bestellnr, ihre bestellung, ihr
    zeichen, unser zeichen, kundenreferenz, vertragsnummer, vertrag, commande, no de commande, numero de commande,
    bon de commande, bon de livraison, votre reference, notre reference, ordine, ordine n, pedido, numero de pedido,
    ddt, your reference, your ref, customer ref, buyer reference, page, page no, seite, 页码, pagina, terminal,
    counter, table, table no, pos no, till, register, operator id, 合同号, 合同编号, 合同号码, 订单号, 订单编号, 采购订单号, 信用证号, 信用证号码,
    封号, 铅封号, 航次, 船名, 船名航次, 航班, 航班号, 航班日期, 订舱号, 批号, export licence no, export license no, import permit no, permit
    no, licence no, license no, cin, cin no, pan, pan no, iec no, lut no, arn, ad code, itn, aes itn, proforma no, pro forma no, rex no, registration number, member no,
    membership no, auth code, approval code, referenz, weitere referenz, buchungsreferenz, zahlungsreferenz, payment
    reference, verwendungszweck, pnr, ticket no, policy no, policy number, account code, approved no, exit no,
    previous document, shippers account number, consignees account number, sender ref, senders reference, importers
    reference, transaction id, ref invoice, customs declaration no, declaration no, export declaration no, ucr, mrn,
    svc contract, service contract no, scac, scac code, export reference, sender customs reference, previous invoice
    no, rapport nr, mandatsreferenz, glaubiger id, creditor id, contract order no, identification number, id number
  `),
  ],
  other: [
    ...list(`
    marks, marks and numbers, marks and nos, marks & nos, marks & numbers, shipping marks, shipping mark, marks
    numbers, mark, 唛头, 标记, 标记唛码, 标记及号码, 唛头标记, description, description of goods, goods description, description of
    packages and goods, goods, commodity, contents, item, items, 品名, 货名, 货物名称, 货物描述, 商品名称, 货物名称及规格, 品名及规格, 规格, 规格型号,
    型号, quantity, qty, 数量, 单位, 单价, 金额, 备注, remarks, remark, notes, note, comments, special instructions,
    instructions, payment terms, terms of payment, payment term, payment method, payment mode, mode of payment,
    method of payment, payment conditions, zahlungsbedingungen, zahlungsbedingung, zahlungsart, zahlungsziel,
    zahlung, conditions de paiement, mode de paiement, mode de reglement, pagamento, modalita di pagamento, forma de
    pago, 付款方式, 付款条件, 支付方式, signature, authorized signature, authorised signature, signature and stamp, stamp, 签名,
    签字, 盖章, mode of transport, means of transport, means of conveyance, declared means of conveyance, mode of
    shipment, shipped by, shipped per, shipped via, ship via, transport mode, transport details, means of transport
    and route, 运输方式, 运输工具, pre carriage by, precarriage by, pre carriage, transport by, by, via, shipment mode, 运输方式, 运输工具,
    transport means, method of transport, conveyance, freight terms, freight payable at, freight prepaid, freight
    collect, prepaid at, payable at, type of move, type of service, service type, service, movement, number of
    originals, no of original bls, number of original bls, number of original b l, number of original fbls, no of
    originals, originals, no of original b s l, number of original bills of lading, accounting information, handling
    information, nature and quantity of goods, nature and quantity of goods incl dimensions or volume, sci,
    dimensions, transhipment, transshipment, partial shipment, partial shipments, transhipment port, country of
    final destination, country of destination of goods, country of consignment, country of export, country of
    dispatch, exporting country, country of import, importing country, ship to country code, origin criterion,
    preference criterion, origin criteria, for official use, declaration, declaration by the exporter,
    certification, treatment, chemical active ingredient, additional declaration, disinfestation and or disinfection
    treatment, concentration, duration and temperature, botanical name of plants, botanical name, scientific name,
    name of produce and quantity declared, name of produce, distinguishing marks, temperature, nature of commodity,
    purpose, reason for export, reason for sending, category of item, gift, documents, sample, type of goods,
    packages type, kind of packages, type of packages, size type, container size, container type, subject, betreff,
    objet, oggetto, bemerkung, bemerkungen, art, terms of payment and delivery, total in words, amount in words, in
    words, say, say total, 大写, 金额大写, 人民币大写, total items sold, thank you, invoice type, type of invoice, ref type,
    belegsummen, positionsdaten, zahlungsinformationen, umsatzsteueraufschlusselung, zu und abschlage, legal, tax
    summary, weight unit, uom, unit, temperature of product, certified as or for, intended use, product type, cold
    store, species, processing plant, conditions of carriage, through rate, excess value declaration, route,
    requested routing, by first carrier, routing, routing and destination, carriers reference, on carriage, incl
  `),
  ],
};
