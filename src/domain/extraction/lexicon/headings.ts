import type { LineField } from "../field";
import { list } from "./list";

/** What stands over the columns of goods tables; `null` columns are known and not read. */
export const HEADINGS: readonly (readonly [LineField | null, readonly string[]])[] = [
  [
    "description",
    [
      ...list(`
    description, description of goods, description of the goods, goods description, full description of goods, full
    description, goods, product, products, item description, product description, particulars, commodity, article,
    articles, name of goods, name of commodity, commodity description, description of merchandise, description of
    products, detailed description of goods, product name, item name, specification, description and specification,
    details, detail, material, service, services, contents, detailed description of contents, designacao, designation, libelle,
    descriptif, produit, bezeichnung, beschreibung, artikel, produkt, artikelbezeichnung, leistung,
    warenbezeichnung, descrizione, descripcion, concepto, omschrijving, descricao, opis, nazwa, descrizione della
    merce, designation des marchandises, descripcion de la mercancia, 货物名称, 货物名称及规格, 品名, 品名及规格, 商品名称, 货名, 货物描述,
    货物名称规格, 商品名称规格型号, 名称及规格, description of goods and specification, description of goods specification, commodity &
    specification, commodity and specification, commodities, description of goods & services, item details,
    description of commodity, goods and description, product details, product service, activity, text, full
    description of goods specification, description goods, description of commodities, work description, description
    of contents, descripcion del producto, beschrijving, dienstleistung, article description, articolo, benamning, beskrivelse, beskrivning, varebetegnelse, vare, ydelse, tuote, kuvaus, selite,
    nimike, oznaceni dodavky, oznaceni, popis, nazov, polozka, nazev, nazev polozky, popis polozky, nazwa towaru, nazwa towaru uslugi,
    nazwa towaru lub uslugi, nazwa uslugi, megnevezes, termek megnevezese, denumire, denumirea produselor sau a serviciilor, opis storitve, naziv,
    mal hizmet, malin cinsi, aciklama, artikel bezeichnung, bezeichnung leistung, leistung charge, leistungsbezeichnung, leistung beschreibung,
    beschreibung der leistung, artikel leistung, prestation, objet, intitule, nature des prestations, descrizione dei beni, natura e qualita dei beni,
    product code & details, product code and details, product code and description, product code description, product code & description,
    item code description, item code and description, stock code and description, code & description, code and description, code description,
    artikelnr bezeichnung, art nr bezeichnung, artikelnummer bezeichnung, reference designation, ref designation, reference et designation,
    codice e descrizione, codice descrizione, codigo y descripcion, codigo descripcion, artikelnr omschrijving,
    material bezeichnung, what, item and description, description of services, tarea, detalle, trabajos
  `),
    ],
  ],
  [
    "hs_code",
    [
      ...list(`
    hs code, h s code, hs, hs no, tariff code, tariff no, tariff number, commodity code, hts, hts code, customs
    code, customs tariff no, harmonized code, hs tariff, hs tariff no, hs codes, code sh, zolltarifnr,
    zolltarifnummer, warennummer, taric, code douanier, hs编码, 商品编码, 海关编码, 税号, 商品编号, cod nc, codice nc, nc, hsn, hsn sac, hsn code, h s no,
    hts no, hs tariff number, cn code, statistische warennummer, codice doganale, partida arancelaria, ncm
  `),
    ],
  ],
  [
    "unit_price",
    [
      ...list(`
    unit price, unit cost, unit value, price, u price, u p, price per unit, unit price usd, rate, unit rate, price
    unit, price each, each, u p usd, unit price fob, price usd, prix unitaire, prix unit, p u ht, prix unitaire ht,
    pu ht, p u, pu, einzelpreis, preis, einzelpreis netto, preis inkl, ansatz, satz, br preis, bruttopreis, listenpreis, preis eur, einzel, ep, ep netto, e p, einzelpr, preis me,
    preis pro einheit, a pris, apris, pris, enhedspris, enhetspris, stykpris, stk pris, a hinta, yksikkohinta, hinta, cena za m j, cena za mj, cena m j,
    jednotkova cena, cena za jednotku, cena jednostkowa, cena jedn netto, egysegar, pret unitar, pret, cena na enoto, birim fiyat, birim fiyati,
    tarief, prijs per stuk, stukprijs, pvp, precio u, prix u, puht, p u h t, p unitaire, stuckpreis inkl ust, e preis, epreis, nettopreis, stuckpreis, preis einheit,
    einheitspreis, preis stk, prezzo, prezzo un, p unit, prezzo unitario, precio, precio unitario, p unit, prijs, stuksprijs,
    eenheidsprijs, preco unit, preco unitario, cena, cena netto, cena jedn, 单价, 单 价, unit price eur, price item, unit net price,
    net price, selling price, unit price excl vat, precio ud, prix u ht, cost, unit amount, prix, price w o tax
    each, 单价usd, price per pc, unit price excl tax
  `),
    ],
  ],
  [
    "amount",
    [
      ...list(`
    g preis, ges preis, gespreis, gp, amount, total, total amount, total price, total value, value, line total, ext price, extended price, extended,
    extension, ext amount, net amount, subtotal, sum, price total, amount usd, total usd, total value usd, value
    usd, total eur, amount eur, line amount, line value, customs value, fob value, cif value, montant, montant ht,
    total ht, prix total, gesamt, gesamtpreis, betrag, summe, gesamtbetrag, nettobetrag, gesamt netto, entgelt,
    positionsbetrag ohne ust, positionsbetrag, importo, totale, importe, bedrag, totaal, valor, valor total,
    wartosc, wartosc netto, wartosc brutto, 金额, 总价, 总值, 总金额, 金 额, amt, amount rm, total rm, net value, net total,
    total net, nettowert, price w o tax, total excl vat, net, totale riga, prezzo totale, netto, amount excl vat,
    total line, gesamtwert, 金额usd, total price usd, amount in usd, total cost, value of goods, total excl tax, net
    amt, importo netto, charges, total neto, betrag inkl, netto eur, betrag eur, gesamt eur, gesamtpreis netto, gesamtbetrag netto, gp, gp netto, wert,
    wert eur, preis gesamt, gesamtpr, zwischensumme inkl ust, belopp, belob, belop, summa, total belob, sum nok, yhteensa, bez dph, celkem bez dph, cena celkem,
    celkem, spolu, cena spolu, cena bez dph, wartosc netto, netto ertek, ertek, valoare, valoare fara tva, vrednost, tutar, mal hizmet tutari, montant h t,
    total h t, mt ht, importe total, total importe, totaal excl, chf, eur, gbp, usd, sek, dkk, nok, sous total, total amount usd, ext total, amount ht
  `),
    ],
  ],
  [
    "quantity",
    [
      ...list(`
    lev ant, lev antal, levererat, levererat antal, antal lev, leveret, leveret antal, levert antall, geliefert, gel menge, liefermenge, geleverd, qte livree, qte liv, quantite livree, usage, usage quantity, consumption, verbrauch, consommation, consumo, verbruik, forbrug, forbrukning, stuks,
    qtd un, q un, qty, quantity, quant, quantity pcs, qty pcs, qty unit, quantity unit, pcs, units, q ty, qnty, no of units, order
    qty, qty shipped, shipped, shipped qty, quantity shipped, quantite, qte, menge, anzahl, anz, stk, menge einheit,
    stuck, quantita, qta, q ta, cantidad, cant, aantal, quantidade, qtd, ilosc, 数量, 数 量, 数量单位, qty uom, qty ctn,
    total qty, total quantity, quantity and unit, qty pc, unites, hrs, hours, no of pcs, qty set, 件数数量, uds, invoice
    qty, q, number, quantity units, units qty, total pcs, pieces, 数量pcs, 总数量, qte unite, quantita um, menge eh, menge einh, menge einheit, menge und einheit, anz menge, std, stunden, stunden menge, antal, kpl, maara, mnozstvi,
    mnozstvo, pocet, pocet m j, pocet mj, pocet jednotek, mennyiseg, cantitate, kolicina, miktar, ilosc jm, uren, aantal uren, heures, horas, ore, days no,
    days, nights, cantidad uds, nombre, nb, poids net ou qte, poids ou qte, qte ou poids, poids qte, qte poids, quantity
    ordered, qty pcs set
  `),
    ],
  ],
  [
    "unit",
    [
      ...list(`
    unit, uom, u m, units of measure, unit of measure, 单位, einheit, einh, me, unite, um, ud, eenheid, unit type, u o
    m, enhet, enhed, yksikko, m j, mj, jednotka, egyseg, me egyseg, birim, eh, mengeneinheit, j m, jm, 计量单位, u, unidad
  `),
    ],
  ],
  [
    "net_weight_kg",
    [
      ...list(`
    net weight, net wt, n w, nw, net, n weight, net weight kg, net weight kgs, n w kgs, n w kg, nt wt, nett weight,
    nettogewicht, poids net, peso netto, peso neto, 净重, 净重kg, 净重kgs, net kg, net kgs, total net weight, total n w,
    ttl nw, total nw, 总净重, 净重公斤, 净重千克, n wt, net wt kg, net wt kgs, nett wt, net mass, net weight per line, weight net
  `),
    ],
  ],
  [
    "gross_weight_kg",
    [
      ...list(`
    gross weight, gross wt, g w, gw, gross, gross weight kg, gross weight kgs, g w kgs, g w kg, gr wt,
    bruttogewicht, poids brut, peso lordo, peso bruto, 毛重, 毛重kg, 毛重kgs, gross kg, gross kgs, total gross weight,
    total g w, ttl gw, total gw, 总毛重, 毛重公斤, 毛重千克, g wt, weight, weight kg, gross wt kg, gross wt kgs, gross mass, cargo gross weight, gross cargo
    weight, gross weight or other quantity, gross weight kilos, weight gross, weight kgs, gross weight or other
    quantity and value fob, gross weight quantity, brutto, g weight, gross weight per line
  `),
    ],
  ],
  [
    "packages",
    [
      ...list(`
    packages, pkgs, no of pkgs, no of packages, number of packages, cartons, ctns, no of ctns, no of cartons, number
    of cartons, package, ctn, pkg, 件数, 箱数, 包装件数, colis, nombre de colis, colli, bultos, total ctns, total cartons,
    quantity of packages, quantity and kind of packages, no and kind of packages, number and kind of packages, number and type of packages,
    packages qty, qty of packages, no pkgs, packing, cartons qty, ctn qty, qty ctns, no of containers or packages,
    no of containers or pkgs, boxes, pallets, qty of cartons, packages ctns, kind of packages, no of pieces, no of
    pieces rcp, pieces rcp, 数量及包装种类, number of pkgs, packstucke, quantity packages, 包装
  `),
    ],
  ],
  [
    "origin",
    [
      ...list(`
    country of origin, origin, coo, c o o, c o, country, made in, origin country, ctry of origin, country of
    manufacture, ursprung, ursprungsland, origine, pays d'origine, origen, 原产国, 原产地, 产地, herkunftsland, country mfr,
    paese origine, mfg country, orig
  `),
    ],
  ],
  [
    null,
    [
      ...list(`
    ord, ordered, qty ord, qty ordered, quantity ordered, order qty, b o, bo, backorder, back order, backordered, qty b o, crate, ln,
    no, item, item no, #, pos, position, line, line no, s no, sl no, sr no, sr, sn, s n, 序号, 项号, marks, marks and
    numbers, marks and nos, marks & nos, marks & numbers, marks numbers, shipping marks, mark, marks no, marks nos,
    唛头, 标记, 标记唛码, sku, part no, part number, ref, reference, code, item code, product code, article no, art no, art
    nr, artikel nr, artnr, model, model no, style no, style, color, colour, size, measurement, measurements, cbm,
    m3, volume, dimensions, dims, ctn no, carton no, case no, box no, pallet no, c no, 箱号, 体积, 尺码, 型号, 规格, 规格型号,
    vat, tax, vat rate, vat %, tax %, gst, ust, mwst, steuersatz, tva, iva, btw, ust %, mwst %, taux tva, disc,
    discount, rabatt, remise, disc %, sconto, dto, korting, rab, rab%, rab %, rabatt %, nachlass, moms, moms %, mva, alv, dph, dph %, kwota vat, stawka vat, wartosc brutto, brutto, afa,
    kdv, kdv orani, whg, kurs, st, ust satz, mwst satz, lp, poz, sira no, date, datum, po no, order no, p o no, lot no, batch no,
    remarks, bemerkung, 备注, rate class, tare, tare weight, tare kg, chargeable weight, rate charge, container no, container, seal no, art nr
    kunde, art nr lief, art, n, nr, lp, po, brand, material no, origin criterion, origin criteria, number and date
    of invoices, item number, id, vat amount, tax amount, ean, gtin, barcode, per, tariff item number, preference
    criterion, qty ctn pcs, pcs ctn, container seal no, vat code, totale iva, steuer, percent, codice, codigo, referencia, ref
    no, article number, artikelnummer, tax rate, gst %, size type, kind, commodity item no, kg lb, nature and
    quantity of goods, cost center, period, cat, categorie, category, calibre, cal, hsn/sac no, weight volume
  `),
    ],
  ],
];
