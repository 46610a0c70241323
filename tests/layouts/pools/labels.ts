/** What fields of the head may be called: a key, then a line for each language, with the names apart by |. */
export const HEAD_LABELS = `invoice_no
en: Invoice No. | Invoice No | INVOICE NO. | Invoice Number | INV NO. | Inv. No. | INV# | Invoice # | Our Invoice No. | Invoice Ref. | No. | Commercial Invoice No. | INVOICE NUMBER
zh: 发票号 | 发票号码 | 发票编号
de: Rechnungsnummer | Rechnungs-Nr. | Rechnung Nr. | Rechnungsnr. | Re.-Nr. | Beleg-Nr. | Rechnung
fr: Facture n° | N° de facture | Facture N° | Numéro de facture | N° facture
it: Fattura n. | Numero fattura | N. fattura | Fattura nr. | Numero documento | Nr. doc.
es: Factura n.º | Nº de factura | Número de factura | Nº Factura | Factura
nl: Factuurnummer | Factuurnr. | Factuur nr.
pt: Fatura n.º | Nº da fatura | Número da fatura
date
en: Date | DATE | Invoice Date | Date of Invoice | Dated | Issue Date | Inv. Date | Date of issue | INVOICE DATE
zh: 日期 | 发票日期 | 开票日期
de: Rechnungsdatum | Datum | Belegdatum | Ausstellungsdatum
fr: Date | Date de facture | Date de facturation | Date d'émission | Le
it: Data | Data fattura | Data documento | del
es: Fecha | Fecha de factura | Fecha de emisión | Fecha factura
nl: Factuurdatum | Datum
pt: Data | Data de emissão | Data da fatura
seller
en: Seller | Exporter | Shipper | Shipper / Exporter | Exporter / Seller | From | SELLER (Name & Address) | Sender | Supplier | Vendor | Sold by
zh: 卖方 | 出口商 | 发货人
de: Verkäufer | Lieferant | Rechnungssteller
fr: Vendeur | Fournisseur | Émetteur
it: Cedente / prestatore | Fornitore | Mittente
es: Emisor | Vendedor | Proveedor
nl: Leverancier | Verkoper
pt: Emitente | Vendedor
buyer
en: To | Buyer | Bill To | Sold To | Messrs. | Customer | Consignee | Importer | Buyer (if other than consignee) | For account and risk of Messrs. | SOLD TO MESSRS | INVOICE TO | Applicant | Consignee / Buyer | Client
zh: 致 | 买方 | 客户 | 收货人
de: Rechnungsempfänger | Rechnung an | Kunde | Rechnungsadresse | Käufer
fr: Client | Facturé à | Adresse de facturation | Destinataire | Acheteur
it: Cliente | Spett.le | Destinatario | Cessionario / committente | Intestatario
es: Cliente | Facturar a | Datos del cliente | Comprador
nl: Klant | Factuuradres | Aan
pt: Cliente | Faturar a | Exmo.(s) Sr.(s)
ship_to
en: Ship To | Deliver To | Delivery Address | Notify Party | Consignee
zh: 收货地址
de: Lieferadresse | Warenempfänger | Lieferanschrift
fr: Adresse de livraison | Livré à
it: Destinazione merce | Luogo di consegna
es: Dirección de envío | Enviar a
nl: Afleveradres
pt: Local de entrega
order
en: P.O. No. | Your Order No. | Order No. | PO# | Customer PO | S/C No. | Contract No. | Purchase Order | Sales Confirmation No.
zh: 合同号 | 订单号
de: Bestellnummer | Ihre Bestellung | Auftrags-Nr. | Ihre Bestellnr.
fr: N° de commande | Votre commande | Réf. commande
it: Ordine n. | Vs. ordine | Rif. ordine
es: Nº de pedido | Su pedido
nl: Ordernummer | Uw referentie
pt: N.º encomenda | V/ encomenda
customer
en: Customer No. | Account No. | Customer ID | Client Ref.
zh: 客户编号
de: Kundennummer | Kunden-Nr. | Kd.-Nr.
fr: N° client | Code client
it: Codice cliente | Cod. cliente
es: Nº de cliente | Código cliente
nl: Klantnummer | Debiteurnr.
pt: N.º cliente
delivery_note
en: Delivery Note | D/N No. | Despatch Note No.
zh: 送货单号
de: Lieferschein-Nr. | Lieferschein
fr: Bon de livraison n° | BL n°
it: DDT n. | Documento di trasporto
es: Albarán n.º | Nº albarán
nl: Pakbonnummer
pt: Guia n.º
due
en: Due Date | Payment Due | Pay by | Due
zh: 付款到期日
de: Fällig am | Zahlbar bis | Fälligkeitsdatum
fr: Échéance | Date d'échéance | À payer avant le
it: Scadenza | Data scadenza
es: Vencimiento | Fecha de vencimiento
nl: Vervaldatum | Te betalen voor
pt: Vencimento | Data de vencimento
order_date
en: Order Date | PO Date | Date of order
zh: 订单日期
de: Bestelldatum | Auftragsdatum | Lieferdatum | Leistungsdatum
fr: Date de commande | Date de livraison
it: Data ordine | Data consegna
es: Fecha de pedido | Fecha de entrega
nl: Orderdatum | Leverdatum
pt: Data da encomenda
terms
en: Payment Terms | Terms of Payment | Payment | Terms
zh: 付款方式
de: Zahlungsbedingungen | Zahlungsziel | Zahlungsart
fr: Conditions de paiement | Mode de règlement
it: Pagamento | Condizioni di pagamento | Modalità pagamento
es: Forma de pago | Condiciones de pago
nl: Betalingstermijn | Betalingsconditie
pt: Condições de pagamento
incoterm
en: Terms of Delivery | Delivery Terms | Incoterms | INCOTERMS 2020 | Trade Terms | Price Terms | Terms of Sale | Shipping Terms
zh: 价格条款 | 成交方式 | 贸易条款
de: Lieferbedingung | Incoterms | Lieferkondition
fr: Conditions de livraison | Incoterm
it: Resa | Incoterm | Porto
es: Condiciones de entrega | Incoterm
nl: Leveringsvoorwaarde | Incoterm
pt: Condições de entrega | Incoterm
pol
en: Port of Loading | POL | From | Port of Shipment | Loading Port | Shipped from | Port of Lading | Place of loading
zh: 起运港 | 装货港 | 从
de: Verladehafen | Ladehafen
fr: Port de chargement | Port d'embarquement
it: Porto di imbarco
es: Puerto de carga | Puerto de embarque
nl: Laadhaven
pt: Porto de embarque
pod
en: Port of Discharge | POD | To | Destination | Port of Destination | Discharge Port | Final Destination | Port of Unlading
zh: 目的港 | 卸货港 | 到
de: Bestimmungshafen | Löschhafen
fr: Port de déchargement | Port de destination
it: Porto di sbarco
es: Puerto de descarga | Puerto de destino
nl: Loshaven
pt: Porto de destino`;
