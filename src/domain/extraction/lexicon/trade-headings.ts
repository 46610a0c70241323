import type { LineField } from "../field";
import { list } from "./list";

/** What stands over the columns of goods tables on papers of foreign trade, in the languages of its partners. */
export const TRADE_HEADINGS: readonly (readonly [LineField | null, readonly string[]])[] = [
  [
    "description",
    list(`
    malin cinsi, mal cinsi, mal hizmet, malin tanimi, malin cinsi ve ozellikleri, urun, urun adi, urun aciklamasi, aciklama, cinsi, descripcion de la mercaderia, descripcion de las mercancias, descripcion detallada del contenido, descripcion del articulo, mercaderia, mercancia, producto, articulo, descricao das mercadorias, descricao dos produtos, descricao da mercadoria, produto, mercadoria,
    designation de la marchandise, designation du produit, description des marchandises, description detaillee du contenu, description detaillee du contenu detailed description of contents, marchandise, marchandises, descrizione articolo, descrizione merce, descrizione delle merci, descrizione prodotto, prodotto, merce, material bezeichnung, warenbeschreibung, produktbezeichnung, ware, waren, artikelbeschreibung, omschrijving van de goederen, goederenomschrijving, artikelomschrijving,
    nazwa towaru, opis towaru, nazwa towaru uslugi, towar, nazev zbozi, popis zbozi, nazev, popis, oznaceni, megnevezes, termek megnevezese, aru megnevezese, denumirea produselor, denumire, denumire produs, descriere, descrierea marfii, varebeskrivelse, beskrivelse, vare, varebenaevnelse, benaevnelse, varubeskrivning, benamning, beskrivning, varuslag, tuote, kuvaus, tuotekuvaus, nimike, nama barang, uraian barang, deskripsi, naziv robe, opis robe, naziv artikla, quantity and detailed description of contents, detailed description of the contents, description of packages and goods
  `),
  ],
  [
    "hs_code",
    list(`
    gtip, gtip no, g t i p, g t i p no, gumruk tarife no, hs kodu, fraccion arancelaria, posicion arancelaria, codigo arancelario, codigo ncm, position tarifaire, n tarifaire du sh, n tarifaire sh, numero tarifaire, voce doganale, codice hs, nomenclatura, zollcode, ware nr, kod cn, kod hs, celni kod, vtsz, vamtarifaszam, cod tarifar, cod nc, varukod, toldtarif, hs tariff, hs tariff number, hs tarif, harmonized tariff number, harmonized tariff no, harmonised tariff number, hs code no, kode hs, tarifni broj, cn code, tariff heading, customs tariff, ht s, hts us, hts no, schedule b, schedule b no
  `),
  ],
  [
    "unit_price",
    list(`
    birim fiyat, birim fiyati, b fiyat, fiyat, fiyati, valor unitario, precio unit, p unitario, preco unit, p unitario, valor unit, prix unitaire, valeur unitaire, prezzo unit, valore unitario, valore unit, stueckpreis, preis pro einheit, prijs per stuk, prijs per eenheid, cena jednostkowa, cena jednostkowa netto, cena za jednotku, jednotkova cena, cena mj, egysegar, nettó egysegar, pret unitar, pret, enhedspris, stykpris, pris, a pris, apris, enhetspris, yksikkohinta, a hinta, hinta, harga satuan, harga, jedinicna cena, cijena, pr unit, vl unit, vlr unit, unit price fob, unit value usd, unit val
  `),
  ],
  [
    "amount",
    list(`
    tutar, tutari, toplam tutar, bedel, mal hizmet tutari, valor total fob, importe total, valor fob, preco total, valor mercadoria, valeur, valeur totale, valeur fob, valore, valore totale, gesamtwert, warenwert, wert, bedrag netto, waarde, totale waarde, wartosc towaru, wartosc netto, hodnota, celkem, cena celkem, castka, ertek, osszeg, netto ertek, valoare, valoare totala, belob, beloeb, summa, belopp, sum, verdi, yhteensa, arvo, jumlah harga, total harga, nilai, vrednost, iznos, sub total value, subtotal value, total fob value, total customs value
  `),
  ],
  [
    "quantity",
    list(`
    miktar, miktari, adet, adedi, miktar adet, cantidad total, cantidad unidades, unidades, qtde, quant, quantite en unites, quantita pz, pezzi, menge st, menge stk, menge stuck, stuckzahl, anzahl stuck, aantal stuks, stuks, ilosc szt, ilosc sztuk, szt, mnozstvi, ks, pocet kusu, mennyiseg, menny, db, cantitate, cant buc, antal, antall, stk, st, maara, kpl, kuantitas, jumlah barang, banyaknya, kolicina, shipped, total pcs, ship, ship qty, qty ship, qty shipped, shipped qty, quantity shipped, total qty pcs, ttl pcs, t pcs, total units
  `),
  ],
  [
    "unit",
    list(
      "birim, birimi, olcu birimi, unidad de medida, u medida, unite de mesure, unita di misura, mengeneinheit, jednostka, j m, jednotka, mj, mertekegyseg, me egyseg, unitate, enhed, enhet, yksikko, satuan, jedinica mere, unit of measure, measure",
    ),
  ],
  [
    "net_weight_kg",
    list(`
    net agirlik, net agirlik kg, net kg, net kilo, peso neto kg, p neto, kg netos, peso liquido, peso liq, peso liq kg, poids net kg, poids net en kg, kg net, peso netto kg, netto kg, kg netto, p netto, gewicht netto, netto gewicht, waga netto, waga netto kg, masa netto, hmotnost netto, cista hmotnost, netto suly, greutate neta, nettovaegt, nettovagt, nettovikt, nettovekt, netto vekt, nettopaino, berat bersih, neto tezina, neto kg, t n w, t nw, ttl n w, total nw kgs, n w total, total net kg, total nett weight, net weight in kg, net lbs, net lb, net wt lbs, net weight lbs, net weight lb
  `),
  ],
  [
    "gross_weight_kg",
    list(`
    brut agirlik, brut agirlik kg, brut kg, brut kilo, peso bruto kg, p bruto, kg brutos, poids brut kg, poids brut en kg, kg brut, peso lordo kg, lordo kg, kg lordo, kg lordi, p lordo, brutto kg, kg brutto, gewicht brutto, brutto gewicht, waga brutto, waga brutto kg, masa brutto, hmotnost brutto, hruba hmotnost, brutto suly, greutate bruta, bruttovaegt, bruttovagt, bruttovikt, bruttovekt, brutto vekt, bruttopaino, berat kotor, bruto tezina, bruto kg, t g w, t gw, ttl g w, total gw kgs, g w total, total gross kg, gross weight in kg, weight in kg, weight kg
  `),
  ],
  [
    "packages",
    list(`
    kap, kap adedi, koli, koli adedi, kap sayisi, palet, ambalaj adedi, cajas, n bultos, no bultos, cant bultos, volumes, n volumes, caixas, nb colis, nbre colis, n colli, nr colli, num colli, cartoni, karton, kartons, packstuck, pakete, paletten, collis, dozen, kartony, ilosc kartonow, ilosc opakowan, ilosc kolli, opakowania, kartonu, baleni, pocet baleni, csomag, karton db, colete, nr colete, antal kolli, antall kolli, kolli antal, kollia, kollit, koli jumlah, jumlah koli, broj koleta, no and kind of pkgs, no & kind of pkgs, no kind of pkgs, no & kind of packages, no of pkgs and kind, cartons no, ctns qty, number of cartons, total no of ctns, bags, bales, drums, cases, crates, pkgs qty, sacas, sacos, sacs, sacks, sacchi, fardos, tambores, rolls, reels, rollos, bobinas, barricas, ctn s, 件数 ctns
  `),
  ],
  [
    "origin",
    list(
      "mensei, mense, mense ulke, pais de origen, pais origen, pais de origem, pays origine, pays d origine des marchandises, paese di origine, ursprung land, land van oorsprong, oorsprong, kraj pochodzenia, zeme puvodu, szarmazasi orszag, tara de origine, oprindelse, oprindelsesland, ursprungsland, opprinnelse, alkupera, alkuperamaa, negara asal, poreklo, country mfg, ctry of mfr, c of o, country mfr, mfr country",
    ),
  ],
  [
    null,
    list(`
    sira, sira no, s no, stok kodu, urun kodu, kod, kodu, koli no, kap no, kdv, iskonto, hacim, olculer, renk, beden, marka, parti no, lote, codigo producto, cod articulo, marcas, medidas, volumen, dimensiones, color, talla, modelo, ordem, medidas, reference article, ref article, repere, dimensions, lot, marques, cod art, cod articolo, misure, lotto, pos nr, artikel nummer, material, materialnummer, karton nr, kollo nr, charge, masse, lp, indeks, kod towaru, wymiary, partia, kat cislo, cislo, sarze, rozmery, cikkszam, sorszam, nr crt, cod produs, varenr, varenummer, artikelnr, mal, rivi, tuotenumero, koodi, kode, no urut, sifra, r br,
    ordered, back order, b o, bo, qty ordered, backordered, pcs ctn, pcs per ctn, pc ctn, pcs box, pack, packing size, meas, meas cm, measurement cm, carton size, size cm, ctn size, cbm ctn, ttl cbm, total cbm, n w ctn, g w ctn, nw ctn, gw ctn, n w kgs @, g w kgs @, per ctn n w, per ctn g w, net ctn, gross ctn, unit n w, unit g w, unit net weight, unit gross weight, n w per ctn, g w per ctn, weight per carton, net weight per carton, gross weight per carton, 货号, 款号, 每箱数量, 每箱, 单箱净重, 单箱毛重, 箱规, 外箱尺寸, 单件净重, 单件毛重,
    cold store, treatment type, nature of commodity, cut, species, batch no, lot batch, production date, expiry date, type of packaging, quantity per carton, unit of measure code
  `),
  ],
];
