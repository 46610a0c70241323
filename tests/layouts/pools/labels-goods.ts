/** What carriage, goods and sums may be called, as in the labels of the head. */
export const GOODS_LABELS = `vessel
en: Vessel / Voyage | Vessel/Flight | Shipped per | Means of Transport | Per S.S. | Carrier
zh: 船名航次
de: Schiff | Versandart
fr: Navire
it: Nave
es: Buque
nl: Schip
pt: Navio
origin
en: Country of Origin | Origin | Country of Manufacture | COO | Country of origin of goods | Made in | Origin of goods
zh: 原产国 | 原产地
de: Ursprungsland | Herkunftsland
fr: Pays d'origine
it: Paese di origine | Origine
es: País de origen
nl: Land van oorsprong
pt: País de origem
gross
en: Gross Weight | G.W. | Total Gross Weight | GR. WT. | Gross Wt | Total G.W. | G/W | Gross Weight (KGS)
zh: 毛重 | 总毛重
de: Bruttogewicht | Gewicht brutto
fr: Poids brut
it: Peso lordo
es: Peso bruto
nl: Brutogewicht
pt: Peso bruto
net
en: Net Weight | N.W. | Total Net Weight | NET WT. | Net Wt | Total N.W. | N/W | Net Weight (KGS)
zh: 净重 | 总净重
de: Nettogewicht | Gewicht netto
fr: Poids net
it: Peso netto
es: Peso neto
nl: Nettogewicht
pt: Peso líquido
packages
en: No. of Packages | Total Packages | Packages | Number of Packages | Pkgs | Total Cartons | No. of Pkgs | Number and kind of packages | Ctns | Colli
zh: 件数 | 总件数 | 箱数
de: Anzahl Packstücke | Kolli
fr: Nombre de colis | Colis
it: Numero colli | Colli
es: Nº de bultos | Bultos
nl: Aantal colli
pt: Volumes
volume
en: Measurement | Volume | CBM | Total Measurement | Meas.
zh: 体积
de: Volumen
fr: Volume
it: Volume
es: Volumen
nl: Volume
pt: Volume
container
en: Container No. | Container No(s). | CNTR NO. | Container | Ctnr No.
zh: 集装箱号 | 柜号
de: Container-Nr.
fr: N° de conteneur
it: Container n.
es: Contenedor
nl: Containernr.
pt: Contentor
marks
en: Marks & Nos. | Shipping Marks | Marks and Numbers | Marks
zh: 唛头
de: Markierung
fr: Marques
it: Marche
es: Marcas
nl: Merken
pt: Marcas
item
en: No. | Item | # | Pos. | Line | S/N | Sr. No. | ITEM NO.
zh: 序号 | 项号
de: Pos. | Nr.
fr: Réf. | N°
it: Pos. | Riga
es: Pos. | N.º
nl: Pos.
pt: N.º
part
en: Part No. | Article | SKU | Item Code | Model | Art. No. | Material
zh: 型号
de: Artikelnr. | Art.-Nr. | Artikel
fr: Référence | Code article
it: Codice | Cod. art.
es: Referencia | Código
nl: Artikelnr.
pt: Ref.ª
description
en: Description | Description of Goods | Goods Description | DESCRIPTION OF GOODS | Commodity | Product | Full Description of Goods | Item Description | Particulars | Name of Commodity
zh: 货物名称 | 品名 | 货物名称及规格 | 商品名称
de: Bezeichnung | Beschreibung | Artikelbezeichnung | Leistung
fr: Désignation | Description | Libellé
it: Descrizione | Descrizione beni/servizi
es: Descripción | Concepto
nl: Omschrijving
pt: Descrição | Designação
quantity
en: Quantity | Qty | QTY | Qty. | Quantity (PCS) | Qnty | Units
zh: 数量
de: Menge | Anzahl
fr: Qté | Quantité
it: Q.tà | Quantità
es: Cantidad | Cant.
nl: Aantal
pt: Qtd. | Quantidade
unit
en: Unit | UoM | UOM | U/M
zh: 单位
de: Einheit | ME
fr: Unité | U.
it: U.M. | UM
es: Ud.
nl: Eenheid
pt: Un.
price
en: Unit Price | U/Price | Price | Unit Value | UNIT PRICE | Rate | Price/Unit
zh: 单价
de: Einzelpreis | E-Preis | Preis/Einh. | EP
fr: P.U. HT | Prix unitaire | PU HT
it: Prezzo | Prezzo unitario | Prezzo un.
es: Precio | Precio unitario | P. unit.
nl: Prijs | Stukprijs
pt: Preço unit. | Preço
amount
en: Amount | Total | Total Value | Total Price | AMOUNT | Line Total | Extended Price | Net Amount | Value
zh: 金额 | 总价 | 总值
de: Gesamtpreis | Betrag | Gesamt | GP | Summe
fr: Montant HT | Total HT | Montant
it: Importo | Totale | Importo netto
es: Importe | Total
nl: Bedrag | Totaal
pt: Valor | Total
hs
en: HS Code | H.S. Code | HS CODE | HS No. | HTS Code | Tariff No. | Commodity Code | H.S. No. | Tariff Code | Harmonized Code
zh: 商品编码 | 海关编码 | HS编码
de: Zolltarifnr. | Warennummer | Statistische Warennr.
fr: Code SH | Nomenclature douanière
it: Codice doganale | Cod. NC
es: Partida arancelaria | Código TARIC
nl: HS-code | Goederencode
pt: Código pautal
subtotal
en: Subtotal | Sub-total | Net total | Goods Value | Total Net
zh: 小计
de: Zwischensumme | Nettobetrag | Summe netto | Warenwert
fr: Total HT | Sous-total | Total net HT
it: Imponibile | Totale imponibile | Totale merce
es: Base imponible | Subtotal
nl: Subtotaal | Totaal excl. btw
pt: Total ilíquido | Subtotal
total
en: TOTAL | Total | Grand Total | Total Amount | Invoice Total | TOTAL AMOUNT | Total Invoice Value | Amount Due | GRAND TOTAL | Total Due | Total Payable | TOTAL INVOICE AMOUNT
zh: 合计 | 总计 | 总金额
de: Gesamtbetrag | Rechnungsbetrag | Endbetrag | Bruttobetrag | Gesamtsumme | Zu zahlender Betrag
fr: Total TTC | Net à payer | Montant TTC | TOTAL TTC | Total à payer
it: Totale fattura | Totale documento | Totale da pagare | TOTALE | Netto a pagare
es: Total factura | TOTAL | Total a pagar | Importe total
nl: Totaal incl. btw | Te betalen | Totaalbedrag
pt: Total a pagar | Total | TOTAL DO DOCUMENTO
tax
en: VAT | Tax | Sales Tax | GST | VAT amount
zh: 税额
de: MwSt. | USt. | Umsatzsteuer | zzgl. MwSt.
fr: TVA | Montant TVA
it: IVA | Imposta | Totale IVA
es: IVA | Cuota IVA
nl: BTW | Btw
pt: IVA
freight
en: Freight | Shipping | Ocean Freight | Freight Charges | Shipping & Handling
zh: 运费
de: Versandkosten | Fracht
fr: Frais de port | Transport
it: Spese di trasporto | Trasporto
es: Portes | Gastos de envío
nl: Verzendkosten
pt: Portes
insurance
en: Insurance | Insurance Premium
zh: 保险费
de: Versicherung
fr: Assurance
it: Assicurazione
es: Seguro
nl: Verzekering
pt: Seguro
discount
en: Discount | Less discount | Less: Discount
zh: 折扣
de: Rabatt | abzgl. Rabatt
fr: Remise
it: Sconto
es: Descuento | Dto.
nl: Korting
pt: Desconto
vat_id
en: VAT Reg. No. | VAT No. | Tax ID | TIN | EORI
zh: 税号
de: USt-IdNr. | Steuernummer
fr: N° TVA | TVA intracom. | SIRET
it: P.IVA | Partita IVA | C.F./P.IVA
es: CIF | NIF
nl: BTW-nr. | KvK
pt: NIF | Contribuinte
invoice
en: COMMERCIAL INVOICE | Commercial Invoice | INVOICE | Invoice | COMMERCIAL INVOICE
zh: 商业发票 | 发票 | 商 业 发 票
de: Rechnung | RECHNUNG
fr: FACTURE | Facture
it: FATTURA | Fattura
es: FACTURA | Factura
nl: FACTUUR | Factuur
pt: FATURA | Fatura
packing
en: PACKING LIST | Packing List | PACKING LIST / WEIGHT NOTE | PACKING NOTE | Detailed Packing List
zh: 装箱单 | 装 箱 单
de: PACKLISTE | Packliste
fr: LISTE DE COLISAGE
it: DISTINTA COLLI | PACKING LIST
es: LISTA DE EMPAQUE | PACKING LIST
nl: PAKLIJST
pt: LISTA DE EMBALAGEM`;
