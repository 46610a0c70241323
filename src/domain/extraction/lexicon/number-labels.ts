import type { Concept } from "./concepts";
import { list } from "./list";
import { numbered } from "./numbered";

/** Labels of numbers and dates, in English, Chinese and the languages of European invoices. */
export const NUMBER_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
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
    invoice, rechnung, facture, order invoice, 发票号, 发票号码, 发票编号, 发票号数, 发票, 商业发票号, 发票代号, 單號, 发票NO, 發票號碼
  `),
  ],
  packing_list_number: [...numbered("packing list", "p l", "pl"), "装箱单号", "装箱单号码", "装箱单编号"],
  document_number: [
    ...list(`
    document no, document number, doc no, our document no, doc number, document, bill no, slip no, trans no, transaction no,
    check no, ticket no, 编号, 单号, 文件号
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
    no, number, nr, n, #, №, numero, nummer, cislo, numer, 号码, 号
  `),
  ],
  invoice_date: [
    ...list(`
    invoice date, inv date, date of invoice, invoice dt, invoice dated, bill date, rechnungsdatum, date de facture,
    date de la facture, date facture, data fattura, fecha factura, fecha de factura, factuurdatum, data da fatura,
    data documento, belegdatum, date d'emission, date emission, fecha de emision, data de emissao, data emissione,
    gutschriftdatum, gutschriftsdatum, datum der gutschrift, stornodatum, credit note date, date of credit note, date de l avoir, date avoir,
    data nota di credito, data nota credito, fecha del abono, fecha abono, creditnotadatum, creditdatum, kreditnotadatum, data korekty,
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
    // The forms of the Universal Postal Union turn the words round.
    ...list("no of item, number of item, no of item barcode if any, n de l envoi, numero de l envoi, no de l envoi"),
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
};
