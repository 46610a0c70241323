import type { Concept } from "./concepts";
import { list } from "./list";
import { OTHER_LABELS } from "./other-labels";

/** How a number is announced, in the languages of trade. */
const NUMBER = [
  ...list(`
    no, number, nr, num, n, #, nummer, numero, ref, id
  `),
];

function numbered(...stems: readonly string[]): readonly string[] {
  return stems.flatMap((stem) => [
    ...NUMBER.flatMap((each) => [`${stem} ${each}`, `${each} ${stem}`, `${each} de ${stem}`, `${each} da ${stem}`]),
    `numero de ${stem}`,
    `number of ${stem}`,
  ]);
}

/** The words of labels by what they stand for, in English, Chinese and the languages of European invoices. */
export const LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  invoice_number: [
    ...numbered(
      ...list(`
    invoice, inv, commercial invoice, tax invoice, proforma invoice, our invoice
  `),
    ),
    ...numbered(
      ...list(`
    pro forma invoice, sales invoice, ci, bill, cash bill, receipt, rcpt, cash memo
  `),
    ),
    ...numbered(
      ...list(`
    rechnungs, rechnung, factuur, fattura, factura, fatura, faktura, re nr, re no, facture, fattura, factura, fatura, factuur, beleg, gutschrift
  `),
    ),
    ...numbered(
      ...list(`
    credit note, invoice reference, handelsrechnung, korrekturrechnung, fact
  `),
    ),
    ...list(`
    numero de facture, numero de la facture, no de facture, n de facture, numero de factura, numero fattura,
    factuurnummer, rechnungsnummer, rechnungsnr, belegnummer, numer faktury, faktura nr, numero documento, invoice
    ref, invoice reference, invoice code, inv, invoice no and date, invoice no date, no and date of invoice, number
    and date of invoice, number and date of invoices, invoice number and date, invoice no & date, invoice, tax
    invoice, rechnung, facture, doc no, document no, document number, bill no, slip no, trans no, transaction no,
    check no, order invoice, 发票号, 发票号码, 发票编号, 发票号数, 发票, 商业发票号, 发票代号, 單號, 发票NO, 發票號碼
  `),
  ],
  packing_list_number: [...numbered("packing list", "p l", "pl"), "装箱单号", "装箱单号码", "装箱单编号"],
  document_number: [
    ...list(`
    document no, document number, doc no, our document no, 编号, 单号, 文件号
  `),
  ],
  reference: [
    ...list(`
    reference, ref, reference no, ref no, reference number, our ref, our reference, export references, exporter
    reference, exporters reference, shipper reference, shippers reference, reference numbers, 参考号, 参考编号, exporters
    ref
  `),
  ],
  bare_number: [
    ...list(`
    no, number, nr, n, #, №, 号码, 号
  `),
  ],
  invoice_date: [
    ...list(`
    invoice date, inv date, date of invoice, invoice dt, invoice dated, bill date, rechnungsdatum, date de facture,
    date de la facture, date facture, data fattura, fecha factura, fecha de factura, factuurdatum, data da fatura,
    data documento, belegdatum, date d'emission, date emission, fecha de emision, data de emissao, data emissione,
    ausstellungsdatum, data wystawienia, 发票日期, 开票日期, fecha de expedicion, date of the invoice, receipt date, factuur
    datum
  `),
  ],
  issue_date: [
    ...list(`
    date of issue, issue date, issued on, date issued, issuing date, issued date, place and date of issue, place &
    date of issue, date and place of issue, place and date of issuance, place date of issue, executed on, executed
    on date, date executed, place and date of bl issue, date of issue of bl, 签发日期, 签单日期, 签发地点和日期, 出具日期, 出证日期, 发证日期,
    date of certificate, place and date signature and stamp of certifying authority, place and date signature of authorised signatory, place and date signature and stamp of authorised signatory, place and date signature of authorized signatory, place and date signature and stamp, date and place, place date, place and date, bl date, b l
    date, awb date, date of bl, date of b l, place and date of certification, dated at, place of issue date of
    issue, place of b l issue dated, certificate date, 签发日, date of signature
  `),
  ],
  date: [
    ...list(`
    date, del, du, date dated, dated, dt, datum, fecha, data, date time, date & time, 日期, 日 期, vom, on, le, dated on
  `),
  ],
  onboard_date: [
    ...list(`
    shipped on board date, on board date, laden on board, laden on board the vessel, shipped on board, on board,
    date shipped on board, laden on board date, 装船日期, on board the vessel, clean on board
  `),
  ],
  ship_date: [
    ...list(`
    ship date, shipping date, shipment date, shipped on, date of shipment, pickup date, 发货日期, 寄件日期, date shipped,
    shipped date, posting date, date of posting, collection date
  `),
  ],
  seller: [
    ...list(`
    seller, sellers, vendor, supplier, sold by, beneficiary, the seller, seller exporter, seller name, seller
    shipper, supplier name, vendor name, verkaufer, vendeur, lieferant, fournisseur, venditore, fornitore, vendedor,
    proveedor, verkoper, leverancier, emisor, cedente, cedente prestatore, leistungserbringer, rechnungssteller,
    emetteur, prestataire, sprzedawca, fornecedor, issuer, invoice issuer, name of seller, from seller, 卖方, 销售方,
    供应商, 供方, 销货单位, 卖 方, 售方, seller name and address, seller name address, seller company, merchant, seller
    beneficiary
  `),
  ],
  exporter: [
    ...list(`
    exporter, exporter seller, shipper exporter, exporter shipper, exporters business name, exporter name, exporter
    name and address, exporters name and address, name and address of exporter, exporter consignor, exporters
    business name address country, exporter name address country, goods consigned from, products consigned from,
    exporteur, exportateur, exportador, esportatore, 出口商, 出口人, 出口方, exporter full name address country, exporters
    name address country, producer exporter, exporter producer, name of exporter, expediteur, exporters name,
    exporter full name and address, exporter manufacturer, goods consigned from exporters business name address
    country, manufacturer exporter, ausfuhrer, name and address of the exporter, 出口者, exporters name and complete
    address
  `),
  ],
  shipper: [
    ...list(`
    shipper, shippers name, shippers name and address, shipper name, shipper name and address, consignor, consignor
    shipper, shipper consignor, consignor exporter, sender, from sender, sender name, ship from, shipped from,
    shipper seller, sender shipper, consignor name, consignor name and address, shipper complete name and address,
    shipper name address, absender, expediteur, mittente, remitente, shippers name & address, consigned by,
    dispatched by, 发货人, 托运人, 寄件人, 发件人, 寄件公司, shipper full name and address, consignor complete name and address,
    name and address of consignor, sender business, shipper name of firm, senders name, name and address of shipper,
    发货方, from shipper, 发货单位, sender's name and address
  `),
  ],
  from: [
    ...list(`
    from, from shipper, from sender name, from company, de, von, da, 从, 自, 寄
  `),
  ],
  buyer: [
    ...list(`
    appliant, to messrs, applicant buyer, buyer, buyers, purchaser, customer, client, the buyer, buyer importer,
    buyer name, buyer consignee, buyer name and address, customer name, kaufer, kaufer leistungsempfanger, acheteur,
    acquirente, comprador, koper, kunde, cliente, klant, leistungsempfanger, rechnungsempfanger, destinataire,
    cessionario committente, cessionario, committente, auftraggeber, empfanger, nabywca, adquirente, name of buyer,
    buyer if other than consignee, buyer if not consignee, spett le, spettle, receptor, 买方, 购买方, 需方, 客户, 购货单位, 买 方,
    买家, 客户名称, buyer if other than importer, buyer (if other than consignee), invoiced to, invoice recipient, sold to
    party, applicant
  `),
  ],
  importer: [
    ...list(`
    importer, importer name, importer of record, importers name and address, importer buyer, importer consignee,
    importers name, 进口商, 进口人, 进口方, importateur, importador, importer name and address, name and address of importer,
    importer full name and address, importers name address country
  `),
  ],
  bill_to: [
    ...list(`
    bill to, billed to, billing address, invoice to, invoice address, sold to, bill to party, sold to name,
    rechnungsadresse, rechnungsanschrift, adresse de facturation, facture a, facturer a, facturado a, facturar a,
    intestato a, factuuradres, billed to name, bill to name, invoice for, charge to, sold & shipped to, account of,
    for account and risk of, for account & risk of, for account and risk of messrs, on account and risk of messrs,
    for account risk of messrs, for account of, sold to messrs, invoice to messrs, 抬头, 付款方, abweichender
    rechnungsempfanger
  `),
  ],
  consignee: [
    ...list(`
    consignee, consignees name, consignees name and address, consignee name, consignee name and address, consigned
    to, consigned to order of, consigned to the order of, receiver, recipient, to recipient, to receiver, consignee
    buyer, consignee importer, consignee notify party, recipient name, receiver name, addressee, goods consigned to,
    goods consigned to consignees name address country, products consigned to, consignee if to order so indicate,
    consignee complete name and address, consignee name address, consignee name address country, declared name and
    address of consignee, name and address of consignee, consignees name & address, consignee (not negotiable unless
    consigned to order), importer consignee, consignee not negotiable unless consigned to order, consignee full name
    and address, consignee non negotiable unless consigned to order, destinatario, receivers name, addressees name,
    warenempfanger, abweichender warenempfanger, 收货人, 收件人, 收货方, 收件公司, 收货单位, consignee address, consigned to name,
    consignees full name and address, final consignee, ultimate consignee, consignee if order state notify party,
    consignees name address country, destinataire nom adresse
  `),
  ],
  ship_to: [
    ...list(`
    ship to, shipped to, deliver to, delivery to, delivery address, shipping address, ship to address, delivered to,
    lieferadresse, lieferanschrift, adresse de livraison, livre a, indirizzo di consegna, direccion de entrega,
    enviar a, 送货地址, 收货地址, destinazione, luogo di destinazione, afleveradres, destination address
  `),
  ],
  messrs: [
    ...list(`
    messrs, m s, ms, m/s, 致, attention of messrs, 抬头人
  `),
  ],
  to: [
    ...list(`
    to, an, a, an firma, 到, 至, 寄往
  `),
  ],
  party_name: [
    ...list(`
    name, company, company name, business name, firma, nom, nome, nombre, name of company, 名称, 公司名称, 公司, 单位名称, legal
    name, denominazione, raison sociale, firmenname, naam, ragione sociale, razon social
  `),
  ],
  currency: [
    ...list(`
    currency, currency code, curr, ccy, invoice currency, currency of sale, currency of settlement, wahrung,
    rechnungswahrung, devise, valuta, moneda, 币种, 货币, 币制, monnaie, moeda, document currency
  `),
  ],
  grand_total: [
    ...list(`
    grand total, g total, invoice total, total invoice, total invoice value, total invoice amount, invoice value,
    invoice amount, total amount, total amount payable, total value, total price, total incl vat, total incl tax,
    total including tax, total inc gst, total incl gst, total inclusive of gst, total including gst, total sales
    inclusive of gst, total sales inclusive gst, total sales incl gst, total with tax, total inclusive gst,
    gesamtbetrag, rechnungsbetrag, gesamtsumme, endbetrag, bruttobetrag, bruttosumme, rechnungssumme, gesamt brutto,
    summe brutto, total ttc, montant ttc, total a payer ttc, montant total, montant total ttc, totale fattura,
    totale documento, totale complessivo, importe total, total factura, total do documento, totaalbedrag, totaal incl btw, total
    general, valor total, total geral, importo totale, total rounded, rounded total, total amount incl gst, nett
    total, net amount payable, total brutto, gesamtbetrag brutto, gesamt inkl mwst, brutto gesamt, total gross
    amount, gross total, gross amount, total gross, total incl tva, total tva incluse, 合计金额, 总金额, 总价, 价税合计, 发票总金额,
    总值, 总计金额, 金额合计, total fob value, total cif value, total fob, total cif, total cfr, total exw, total ddp, total
    dap, total fca, total cpt, total cip, fob value, cif value, total invoice price, invoice grand total, invoice
    total amount, total usd, total eur, total value usd, total due amount, total net amount due, amount payable, sum
    total, total for this invoice, final total, total sales, total amt, total amount rm, total rm, order total,
    total order, total charges, total charge, amount incl vat, total amount including vat, razem brutto, do zaplaty,
    total con iva, rechnungsendbetrag, gesamtrechnungsbetrag
  `),
  ],
  total: [
    ...list(`
    total, totale, totaal, gesamt, summe, somme, suma, 合计, 总计, 共计, 总 计, 合 计, totals, ttl, total sum, the total
  `),
  ],
  amount_due: [
    ...list(`
    total payable, amount due, total due, balance due, zahlbetrag, net a payer, total a payer, total a pagar, amount
    to pay, total to pay, pay this amount, payment due, please pay, net to pay, amount payable, zu zahlen,
    zahlungsbetrag, zu zahlender betrag, te betalen, a payer, netto a pagare, montant a payer, reste a payer, 应付金额,
    totale da pagare, importe a pagar, residual, total amount due, new balance
  `),
  ],
  declared_value: [
    ...list(`
    valeur en douane, total declared value, declared value for customs, declared value, customs value, total customs
    value, total customs value amount, value for customs, 申报价值, 海关申报价值, total value and currency, declared customs
    value, decl value, custom val, customs val, total val, value for customs purposes, 申报总价值
  `),
  ],
  subtotal: [
    ...list(`
    subtotal, sub total, total goods, goods total, items total, total before tax, merchandise total, 小计,
    zwischensumme, sous total, subtotale, positionssumme, total lines, total this page, page total, carried forward,
    brought forward, ubertrag, a reporter, total carried forward, product total, total goods value, goods value,
    merchandise value, total excl gst, total excluding gst, total sales excl gst, total sales excluding gst, total
    exclude gst, total excluding tax
  `),
  ],
  net_total: [
    ...list(`
    total ht, net total, total net, net amount, nettobetrag, nettosumme, montant ht, total excl vat, total excluding
    vat, total excl tax, rechnungssumme ohne ust, summe netto, total hors taxe, total hors taxes, imponibile, base
    imponible, totale imponibile, netto, gesamt netto, taxable amount, total without tax, total w o tax, amount excl
    vat, taxable value, warenwert, total neto, warenwert netto, subtotal excl vat, netto gesamt, base, total net ht,
    net, total base, gesamtbetrag netto, amount before gst, razem netto, totaal excl btw
  `),
  ],
  tax: [
    ...list(`
    vat, tax, gst, sales tax, total tax, total vat, vat amount, tax amount, vat total, tax total, total gst, gst
    amount, total gst amount, gst payable, mwst, mehrwertsteuer, ust, umsatzsteuer, ust gesamt, steuerbetrag,
    steuer, mwst betrag, ust betrag, umsatzsteuerbetrag, summe ust, summe mwst, gesamt mwst, zzgl mwst, zzgl ust,
    zuzuglich mwst, zuzuglich ust, enthaltene mwst, steuerbetrag in, zzgl umsatzsteuer, zuzuglich umsatzsteuer, tva,
    montant tva, total tva, montant de la tva, iva, importe iva, totale iva, imposta, totale imposta, cuota iva,
    total iva, btw, btw bedrag, totaal btw, impuestos, total impuestos, vat charged, tax due, consumption tax, hst,
    pst, service tax, total taxes, taxes, sst, moms, igst, dont tva, 税额, 增值税, 增值税额, 税金, 总税额, 合计税额, add gst, gst rm,
    add vat, vat payable, total tax amount, total vat amount, podatek vat, kwota vat
  `),
  ],
  tax_rate: [
    ...list(`
    vat rate, tax rate, rate, steuersatz, mwst satz, ust satz, taux tva, aliquota, 税率, tax code, steuersatz %, gst
    rate, tax %, vat %, tax summary, gst summary, ust satz %, tipo iva
  `),
  ],
  freight: [
    ...list(`
    freight, freight charges, freight charge, freight cost, ocean freight, sea freight, air freight, international
    freight, shipping cost, shipping charges, freight amount, 运费, 海运费, 空运费, transport cost, shipping and handling,
    shipping & handling, transportation charges, shipping, frachtkosten, versandkosten, frais de port, freight and
    charges, add freight, shipping cost total
  `),
  ],
  insurance: [
    ...list(`
    insurance, insurance premium, insurance charge, insurance charges, insurance cost, 保险费, 保费, 保险, add insurance
  `),
  ],
  origin: [
    ...list(`
    all the goods were produced in, that all the goods were produced in, goods were produced in, the goods were
    produced in, issued in, issued in country, products originating in, country of origin, origin, country of
    manufacture, made in, origin country, country of origin of goods, goods of origin, place of origin, coo, c o o,
    country of production, country of origin of the goods, country of origin of products, goods originating in,
    manufactured in, produced in, origin of goods, ursprungsland, herkunftsland, pays d'origine, pays origine, paese
    di origine, pais de origen, 原产国, 原产地, 原产国别, 产地, 原产国地区, country whence consigned origin, country of origin
    manufacture, country of manufacturing, country origin, land van oorsprong, origine, country ies of origin,
    country or territory of origin, country of origin and manufacture, country of ultimate origin, ctry mfg, mfg
    country, country mfr
  `),
  ],
  gross_weight: [
    ...list(`
    gross weight, gross wt, gross, g w, gw, total gross weight, total gross, gross weight kg, gross weight kgs,
    total gross wt, gross mass, gross weight in kgs, ttl gross weight, total g w, total gw, g weight, gr weight, gr
    wt, total gross weight kgs, gross weight kilos, cargo gross weight, brutto, gewicht brutto, brutto gewicht, bruttogewicht, poids brut, peso
    lordo, peso bruto, 毛重, 总毛重, 毛 重, 毛重千克, 毛重公斤, total weight gross, weight gross, gross cargo weight, 总毛重量, gross
    mass kg, gross weight or other quantity, total shipment weight, g wt, total g wt, total gross weight in kgs
  `),
  ],
  net_weight: [
    ...list(`
    net weight, net wt, net, n w, nw, total net weight, total net, net weight kg, net weight kgs, total net wt, net
    mass, ttl net weight, total n w, total nw, n weight, nt weight, nt wt, nett weight, nett wt, nettogewicht, gewicht netto, netto gewicht, poids
    net, peso netto, peso neto, 净重, 总净重, 净 重, 净重千克, 净重公斤, net mass kg, net weight in kgs, net weight kilos, n wt,
    total nett weight, total net weight in kgs, nett
  `),
  ],
  weight: [
    ...list(`
    weight, total weight, wt, shipment weight, actual weight, act wgt, actwgt, weight kg, poids, gewicht, peso, 重量,
    total weight kg, actual wt, weight kgs, act weight, actual weight kg, 实重, 实际重量, total actual weight, 总重量, piece
    weight, shpt weight, pkg wt, total weight in kg, scale weight, shp weight, pce shpt weight
  `),
  ],
  chargeable_weight: [
    ...list(`
    chargeable weight, charge weight, billed weight, dim weight, dims, volumetric weight, volume weight, dimensional
    weight, 计费重量, tare, tare weight, dim wgt, bill wgt, billable weight, tare wt, volumetric wt, vgm, chg weight,
    chargeable wt
  `),
  ],
  packages: [
    ...list(`
    numero colli, n colli, nr colli, totale colli, nb de colis, nbre de colis, anzahl colli, anzahl pakete,
    packages, total packages, total packages units, shipment details total packages, number of packages, no of
    packages, no of pkgs, total pkgs, pkgs, total cartons, no of cartons, number of cartons, cartons, total ctns,
    ctns, total number of packages, total no of packages, number of pkgs, quantity of packages, packing, packed in,
    package count, number and kind of packages, number and type of packages, number & kind of packages, no and kind
    of packages, no & kind of packages, kind and number of packages, number and description of packages, total
    number of packages in words, total no of cartons, total no of pkgs, no of containers or packages, no of
    containers or pkgs, number of containers or packages, total number of containers or packages, packaging,
    quantity packages, total carton, colis, nombre de colis, colli, kolli, packstucke, anzahl packstucke, bultos, 件数, 总件数,
    包装件数, 箱数, 总箱数, 件 数, 包装数量, no pkgs, total packages received, pallets, total pallets, no of pallets, number of
    pallets, total quantity of packages, total package, total number of cartons, no of package, pkg count, numero de
    bultos, 包件数, 合计件数, no of bags, no of boxes, total boxes, total cases, number of boxes, no of ctns, total packs
  `),
  ],
  pieces: [
    ...list(`
    pieces, no of pieces, number of pieces, no of pieces rcp, pcs, total pieces, pieces rcp, total pcs, total no of
    pieces, total number of pieces, piece, no pieces, pkg, pce, number of parcels, shipment pieces
  `),
  ],
  incoterm: [
    ...list(`
    resa, incoterms, incoterm, terms of delivery, delivery terms, trade terms, terms of sale, terms of trade, price
    terms, shipping terms, incoterms 2020, incoterms 2010, terms of shipment, term of delivery, delivery term,
    shipment terms, trade term, price term, terms of price, lieferbedingung, lieferbedingungen, conditions de
    livraison, terms and conditions of delivery, terms of delivery and payment, condizioni di consegna, incoterms®,
    贸易术语, 成交方式, 贸易条款, 价格条款, 价格术语, 交货条件, 贸易方式, delivery condition, price basis, delivery conditions, terms, sale
    terms, inco terms, terms of delivery incoterms, transport terms, 成交条款, 交货条款, condiciones de entrega, term of
    price, incoterms and place
  `),
  ],
  port_of_loading: [
    ...list(`
    porto di imbarco, port de chargement, port de charge, puerto de embarque, verladehafen, port of loading, port of
    lading, pol, loading port, port of shipment, port of export, port of departure, port of embarkation, p o l,
    airport of loading, loading port terminal, shipment from, shipped from port, port of exit, port of dispatch,
    装货港, 起运港, 装运港, 启运港, 装船港, 出口口岸, port airport of loading, place of loading, loading pier terminal, from port, port
    of load, sea port airport of loading, port airport of departure, port of loading airport of departure, shipping
    port, departure port, port of origin, ladehafen, port d embarquement, puerto de carga, 装运口岸, 起运口岸, loading at
  `),
  ],
  port_of_discharge: [
    ...list(`
    porto di sbarco, port de dechargement, puerto de destino, entladehafen, zielhafen, bestimmungshafen, port of
    discharge, pod, discharge port, port of unloading, port of destination, port of entry, point of entry, declared
    point of entry, port of arrival, p o d, destination port, port of import, unloading port, port airport of
    discharge, airport of discharge, port of disch, 卸货港, 目的港, 目的口岸, 到货口岸, 卸港, 抵运港, port of final destination,
    shipment to, port of discharge airport of destination, port airport of destination, place of unloading, foreign
    port of unloading, arrival port, entry point, declared point of entry into country, point of arrival,
    entschhafen, loschhafen, puerto de descarga, discharging port, port discharge, 目的港口, to port, 端口, port of
    delivery
  `),
  ],
  departure: [
    ...list(`
    airport of departure, airport of departure addr of first carrier and requested routing, airport of departure and
    requested routing, airport of departure address of first carrier and requested routing, departure, org, origin,
    origin destination, origin airport, airport of origin, departure airport, origin station, 起运站, 始发站, 起运机场, 起飞机场,
    始发机场, 起运地, origin id, origin code, departure airport code, from origin, airport of dep, 出发地, 启运地, place of
    departure, 始发地, departure from, shipped from, airport of departure addr of first carrier
  `),
  ],
  destination: [
    ...list(`
    airport of destination, origin destination, destination, destination airport, arrival airport, final
    destination, country of destination, 目的站, 目的地, 目的机场, 到达机场, destination code, dest, 目的地机场, airport of dest,
    destination station, place of destination, final place of destination, airport of arrival, to destination,
    destination country, ship to country, ort zentrum
  `),
  ],
  place_of_receipt: [
    ...list(`
    place of receipt, place of receipt by pre carrier, receipt place, 收货地点, 收货地, 接货地, place of acceptance, place of
    receipt of goods
  `),
  ],
  place_of_delivery: [
    ...list(`
    place of delivery, delivery place, place of delivery by on carrier, final place of delivery, 交货地点, 交货地, 交付地,
    place of final delivery, final destination for the merchants reference
  `),
  ],
  awb_number: [
    ...numbered("air waybill", "awb", "airway bill", "air way bill"),
    ...list(`
    air waybill, awb, airwaybill, air way bill, 运单号, 空运单号, 空运提单号, air consignment note
  `),
  ],
  hawb_number: [
    ...numbered("hawb", "house air waybill", "house awb", "house airway bill"),
    ...list(`
    hawb, house awb, house air waybill, 分运单号, 分单号
  `),
  ],
  bl_number: [
    ...numbered(
      ...list(`
    bill of lading, b l, bl, sea waybill, waybill, swb, ocean bill of lading, multimodal bill of lading, ocean b l,
    obl, combined transport bill of lading, non negotiable waybill, mtd
  `),
    ),
    ...list(`
    bill of lading, b l, 提单号, 提单号码, 提单编号, b l #, document no, sea waybill, 提单, b lading no, bill of lading no,
    consignment note no, bill no
  `),
  ],
  hbl_number: [
    ...numbered(
      ...list(`
    hbl, house bl, house b l, house bill of lading, fbl, h bl, house bill
  `),
    ),
    ...list(`
    hbl, fbl, fbl no, 分提单号, house b l, house bill
  `),
  ],
  tracking_number: [
    ...numbered(
      ...list(`
    tracking, trk, waybill, shipment, consignment, parcel, item, express waybill, airbill, tracking id, barcode,
    shipment tracking, postal item, s10 barcode, package tracking
  `),
    ),
    ...list(`
    tracking, tracking id, waybill, trk#, 运单号, 运单编号, 快递单号, 邮件号, 邮件号码, 物流单号, 运单号码, 快件单号, trk, tracking code, item id,
    airbill
  `),
  ],
  master_number: [
    ...numbered(
      ...list(`
    mawb, master air waybill, master awb, master bl, master b l, master bill of lading, mbl, m bl, master bill,
    ocean bl, mb l, ma wb
  `),
    ),
    ...list(`
    mawb, master awb, master air waybill, master b l, mbl, master bl, master bill, 主运单号, 总运单号, 主单号, 主提单号, carrier b
    l no, carrier bl no, 总单号, master bill of lading
  `),
  ],
  certificate_number: [
    ...numbered(
      ...list(`
    certificate, cert, certificate of origin, serial, c o, co, health certificate, phytosanitary certificate,
    certificate reference, reference, form a, form e, eur 1, certificat
  `),
    ),
    ...list(`
    certificate, certificate no, serial no, 证书号, 证书编号, 证书号码, 编号, 证书 编号, 产地证号, certificado no, certificate reference,
    reference no, reference number, ref no, cert ref, local reference, ich certificate reference, ched reference,
    certificate reference no, no du certificat
  `),
  ],
  container: [
    ...numbered(
      ...list(`
    container, cntr, ctnr, container seal, cntr seal
  `),
    ),
    ...list(`
    container, containers, container nos, container numbers, 集装箱号, 箱号, 柜号, 集装箱号码, container nos seal nos, container
    no seal no, cntr nos, 箱号封号, container seal no, container no seal no marks and numbers, 货柜号, ctr no
  `),
  ],
  hs_code: [
    ...list(`
    hs code, h s code, hs codes, hs no, hs, h s, tariff code, tariff no, tariff number, commodity code, commodity
    no, customs tariff no, hts, hts code, harmonized code, harmonised code, harmonized tariff number, harmonized
    system code, hs tariff number, customs code, tariff heading, taric, cn code, statistical number,
    zolltarifnummer, warennummer, code sh, code douanier, 商品编码, hs编码, 税号, 海关编码, 商品编号, 税则号列, hs classification, hs
    code number, harmonized code no, hscode, code douane, statistische warennummer, 税则号, hs tariff code, hs heading,
    tariff item number, hs code no, h s no, h s classification
  `),
  ],
  ...OTHER_LABELS,
};
