import type { Concept } from "./concepts";
import { list } from "./list";

/** Labels of those who sell, send, buy and receive. */
export const PARTY_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
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
    spett le, spettle, receptor, 买方, 购买方, 需方, 客户, 购货单位, 买 方,
    买家, 客户名称, invoiced to, invoice recipient, sold to
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
    for account risk of messrs, for account of, a c & risk of, a c and risk of, a c & risk of buyer, account & risk of,
    account and risk of, for a c & risk of, for a c and risk of, sold to messrs, invoice to messrs, 抬头, 付款方, abweichender
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
    messrs, m s, ms, m/s, buyer if other than consignee, buyer if not consignee, buyer if other than importer, 致, attention of messrs, 抬头人
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
    name, legal entity, denominazione, raison sociale, firmenname, naam, ragione sociale, razon social
  `),
  ],
};
