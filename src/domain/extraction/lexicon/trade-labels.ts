import type { Concept } from "./concepts";
import { list } from "./list";

/**
 * Labels of papers of foreign trade in the languages of its partners, as exporters and authorities write them in Turkish,
 * Spanish, Portuguese, French, Italian, German, Dutch, Polish, Czech, Hungarian, Romanian, the languages of the North and
 * Indonesian.
 */
export const TRADE_LABELS: Partial<Readonly<Record<Concept, readonly string[]>>> = {
  origin: [
    ...list(`
    mensei, mense, mense ulke, mensei ulke, mense ulkesi, malin mensei, urunun mensei, uretim yeri, pais de procedencia y origen, pais de fabricacion, origen de la mercancia,
    origen de las mercancias, lugar de origen, pais de origem da mercadoria, local de origem, lugar de procedencia, origem, pays de fabrication, lieu d origine,
    origine des marchandises, origine della merce, luogo di origine, made in origine, paese d origine, erzeugungsland, herstellungsland, ort der herkunft, oorsprong, oorsprongsland,
    plaats van oorsprong, kraj pochodzenia, pochodzenie, kraj pochodzenia towaru, zeme puvodu, krajina povodu, puvod, puvod zbozi, szarmazasi orszag, szarmazas, a termek szarmazasa, tara de origine,
    tara de origine a marfii, oprindelsesland, ursprungsland, opprinnelsesland, oprindelse, opprinnelse, ursprung, alkupera, alkuperamaa, negara asal, asal barang,
    negara asal barang, zemlja porekla, zemlja podrijetla, zemlja porijekla, drzava porekla, drzava izvora, paritetna zemlja porekla
  `),
  ],
  gross_weight: [
    ...list(`
    brut agirlik, toplam brut agirlik, brut agirlik kg, brut kg, brut kilo, toplam brut, toplam brut kg, bruit agirlik, peso bruto kg, total peso bruto, masa bruta, massa lorda, peso lordo kg, lordo kg,
    peso bruto en kg, poids brut kg, poids brut en kg, masse brute, masse brute kg, poids total brut, bruttogewicht gesamt, gesamtgewicht brutto, gesamtbruttogewicht, rohmasse,
    bruttomasse, bruto gewicht, totaal bruto gewicht, totaal brutogewicht, brutogewicht kg, waga brutto, masa brutto, laczna waga brutto, waga brutto kg, brutto hmotnost, hmotnost brutto, hruba hmotnost,
    hmotnost brutto kg, celkova hruba hmotnost, brutto suly, osszes brutto suly, brutto tomeg, greutate bruta, greutate bruta totala, masa bruta kg, bruttovaegt, bruttovagt, bruttovikt, bruttovekt, brutto vekt, brutto vaegt,
    brutto vikt, bruttopaino, kokonaispaino brutto, berat kotor, berat kotor kg, total berat kotor, bruto tezina, ukupna bruto tezina, bruto masa, total net weight gross weight, net weight gross weight, net gross weight, total net gross weight, net weight and gross weight, gross net weight, gross weight net weight, gross weight and net weight
  `),
  ],
  net_weight: [
    ...list(`
    net agirlik, toplam net agirlik, net agirlik kg, toplam net, toplam net kg, net kilo, peso neto kg, total peso neto, masa neta, peso netto kg, netto kg, massa netta, peso liquido kg, peso liquido total,
    poids net kg, poids net en kg, masse nette, masse nette kg, poids total net, nettogewicht gesamt, gesamtgewicht netto, gesamtnettogewicht, eigenmasse, nettomasse, netto gewicht, totaal netto gewicht, totaal nettogewicht, waga netto,
    masa netto, laczna waga netto, waga netto kg, netto hmotnost, hmotnost netto, cista hmotnost, hmotnost netto kg, celkova cista hmotnost, netto suly, osszes netto suly, netto tomeg, greutate neta,
    greutate neta totala, nettovaegt, nettovagt, nettovikt, nettovekt, netto vekt, netto vaegt, netto vikt, nettopaino, kokonaispaino netto, berat bersih, berat bersih kg, total berat bersih, neto tezina, ukupna neto tezina, neto masa, total net weight gross weight, net weight gross weight, net gross weight, total net gross weight, net weight and gross weight, gross net weight, gross weight net weight, gross weight and net weight, name of produce and quantity declared, nombre del producto y cantidad declarada,
    nom du produit et quantite declaree, nome del prodotto e quantita dichiarata, nome do produto e quantidade declarada, name des erzeugnisses und angegebene menge
  `),
  ],
  packages: [
    ...list(`
    kap adedi, kap sayisi, toplam kap, toplam kap adedi, koli adedi, koli sayisi, toplam koli, toplam koli adedi, ambalaj adedi, kap adedi ve cinsi, kaplarin adedi, palet adedi, cuval adedi, numero de cajas, numero y descripcion de los bultos, cantidad y descripcion de los bultos, numero e descricao dos volumes,
    numero y clase de bultos, numero y tipo de bultos, cantidad de bultos, total bultos, total de bultos, total cajas, cajas, quantidade de volumes, total de volumes, numero e tipo de volumes, n de bultos, n de volumes, nombre et nature des colis, nombre et description des colis, nombre total de colis, total colis, nombre de colis et nature, numero e natura dei colli, numero e descrizione dei colli, numero e tipo di colli,
    totale colli, numero totale colli, quantita colli, tot colli, anzahl und art der packstucke, anzahl und beschreibung der packstucke, packstuckzahl, anzahl packstucke gesamt, anzahl kartons, summe kartons, gesamtanzahl packstucke, anzahl paletten, aantal en soort colli, totaal colli, aantal dozen, aantal verpakkingen, liczba opakowan, ilosc opakowan, liczba paczek, liczba i rodzaj opakowan, liczba kartonow, ilosc kartonow, ilosc kolli, liczba palet, ilosc palet,
    pocet baleni, pocet kusu baleni, pocet kartonu, pocet palet, pocet krabic, pocet kolli, pocet nakladovych kusu, csomagok szama, kollik szama, csomagszam, raklapok szama, kartonok szama, numar colete, numarul coletelor, nr colete, numar de colete, antal kolli, antall kolli, kolliantal, antal kartoner, antal paller, antall kartonger, antal pallar, kollien lukumaara, kollimaara, pakkausten lukumaara, lavojen maara, jumlah koli, jumlah kemasan, jumlah karton,
    jumlah dan jenis kemasan, broj koleta, ukupno koleta, broj paleta
  `),
  ],
  incoterm: [
    ...list(`
    teslim sekli, teslim sarti, teslimat sekli, satis sekli, odeme ve teslim sekli, termino de venta, terminos de venta, termino incoterm, condicion de venta, condiciones de venta, terminos de entrega, condicion de entrega, clausula de venta, condicao de venda, condicoes de venda, cond venda, cond de venda, cond entrega,
    condicao de entrega, termos de entrega, conditions de vente incoterm, incoterm lieu, termini di consegna, condizioni di resa, resa merce, lieferbedingungen incoterms, lieferkonditionen, lieferkondition incoterms, leveringscondities, leveringsconditie, warunki dostawy, baza dostawy, dodaci podminky, dodacie podmienky, dodaci podminka,
    szallitasi feltetel, szallitasi feltetelek, szallitasi paritas, conditii de livrare, conditie de livrare, leveringsbetingelser, leveransvillkor, leveringsvilkar, leveringsbetingelse, toimitusehto, toimitusehdot, syarat penyerahan, cara penyerahan, paritet, uslovi isporuke, paritet isporuke, uvjeti isporuke
  `),
  ],
  port_of_loading: [
    ...list(`
    yukleme limani, yukleme yeri, cikis limani, yukleme limani yeri, ihracat limani, puerto de carga, puerto de salida, puerto de origen, lugar de embarque, puerto de embarque origen, lugar de carga, porto de carregamento, porto embarque, porto carregamento, imbarco, imbarco loading, luogo di imbarco, porto de carga, porto de origem, port de depart, lieu de chargement, port de charge, lieu d embarquement, porto di partenza, luogo di carico, hafen der verladung,
    abgangshafen, verschiffungshafen, haven van inlading, inladingshaven, haven van vertrek, port zaladunku, miejsce zaladunku, port wysylki, pristav nakladky, misto nakladky, misto nakladki, berakodasi kikoto, berakodas helye, rakodasi hely, port de incarcare, portul de incarcare, loc de incarcare, lastehavn, lastningshavn, lastningshamn, lasthamn, afskibningshavn, utskipningshavn, lastaussatama, lahtosatama, pelabuhan muat,
    pelabuhan asal, luka ukrcaja, luka utovara
  `),
  ],
  port_of_discharge: [
    ...list(`
    bosaltma limani, varis limani, bosaltma yeri, tahliye limani, tahliye yeri, varis yeri limani, puerto de llegada, puerto de arribo, lugar de descarga, puerto de desembarque destino, punto de entrada, punto de entrada declarado, punto de ingreso, puerto de entrada, lugar de desembarque, porto de desembarque, porto destino, porto desembarque, destino discharge, sbarco discharge, porto de chegada, ponto de entrada, ponto de entrada declarado, port d arrivee, lieu de dechargement, point d entree, point d entree declare,
    porto di arrivo, punto di entrata, punto di entrata dichiarato, punto di ingresso, luogo di scarico, ankunftshafen, hafen der entladung, eingangsort, grenzubergangsstelle, angegebene eingangsstelle, loshaven bestemming, losplaats, haven van aankomst, punt van binnenkomst, port wyladunku, port rozladunku, miejsce rozladunku, port przeznaczenia, miejsce wjazdu, pristav vykladky, misto vykladky, kirakodasi kikoto, kirakodas helye, port de descarcare, portul de descarcare, loc de descarcare, lossehavn, lossehamn, lossningshamn, ankomsthavn, destinationshavn,
    purkaussatama, maarasatama, pelabuhan bongkar, pelabuhan tujuan, luka iskrcaja, luka istovara, entry border control post, entry border control post bcp, bcp of entry unlocode, entry bcp, border control post of entry, border control post, puesto de control fronterizo de entrada, grenzkontrollstelle, poste de controle frontalier, poste de controle frontalier d entree, posto di controllo frontaliero,
    posto di controllo frontaliero d entrata, point of entry declared
  `),
  ],
  destination: [
    ...list(
      "varis yeri, varis ulkesi, gidecegi yer, gidecegi ulke, lugar de destino, pais de destino, destino, destino final, pays de destination, lieu de destination, destination finale, paese di destinazione, luogo di destino, bestimmungsland, bestimmungsort, land van bestemming, plaats van bestemming, kraj przeznaczenia, miejsce przeznaczenia, zeme urceni, misto urceni, rendeltetesi hely, rendeltetesi orszag, destinatie, tara de destinatie, destinationsland, bestemmelsessted, bestammelseort, maaranpaa, maaramaa, negara tujuan",
    ),
  ],
  departure: [
    ...list(
      "aeropuerto de salida, aeroporto de partida, aeroport de depart, aeroporto di partenza, abflughafen, abgangsflughafen, kalkis havalimani, luchthaven van vertrek",
    ),
  ],
  exporter: [
    ...list(`
    ihracatci, ihracatci firma, ihracatci adi ve adresi, gonderen ihracatci, nombre y direccion del exportador, nombre y domicilio del exportador, datos del exportador, nome e endereco do exportador, nome e morada do exportador, nom et adresse de l exportateur,
    nom et adresse exportateur, nome e indirizzo dell esportatore, name und anschrift des ausfuhrers, name und anschrift des exporteurs, naam en adres van de exporteur, nazwa i adres eksportera, eksporter, vyvozce, jmeno a adresa vyvozce, exportor, exportator, numele si adresa exportatorului, numele si adresa exportatorului, eksportor, viejatiedot, exportor, eksportør, vieja, viejan nimi ja osoite, izvoznik
  `),
  ],
  seller: [
    ...list(
      "satici, satici firma, sprzedajacy, prodavajici, prodavajuci, elado, vanzator, saelger, saljare, selger, myyja, penjual, prodavatelj, prodavac",
    ),
  ],
  shipper: [
    ...list(
      "gonderen, gonderici, yukleyici, gonderen firma, embarcador, cargador, expedidor, remetente, chargeur, caricatore, speditore, nadawca, odesilatel, felado, expeditor, afsender, avsandare, avsender, lahettaja, pengirim, posiljalac, posiljatelj, nombre y direccion del expedidor, nom et adresse de l expediteur, de from, de from nom name, from name, from sender, de from expediteur, von absender, de remitente, da mittente, from de, from de name nom",
    ),
  ],
  buyer: [
    ...list(
      "alici, alici firma, musteri, sayin, alici adi ve adresi, cliente comprador, kupujacy, kupujici, vevo, cumparator, kober, kopare, kjoper, ostaja, pembeli, kupac",
    ),
  ],
  importer: [
    ...list(`
    ithalatci, ithalatci firma, nombre y direccion del importador, nome e endereco do importador, nom et adresse de l importateur, nome e indirizzo dell importatore, importatore, importeur, importer nazwa i adres, dovozce, importor, importator, importer other than consignee, importer if other than consignee, importer if different from consignee,
    importer if not consignee, importor, maahantuoja, uvoznik
  `),
  ],
  consignee: [
    ...list(`
    mali teslim alacak, alici gonderilen, gonderilen, mal alicisi, consignatario, nombre y direccion del consignatario, nombre y direccion del destinatario, nombre y direccion declarados del destinatario, nombre y direccion declarados del consignatario, nome e endereco do consignatario, nome e endereco do destinatario,
    nome e endereco declarados do destinatario, nom et adresse du destinataire, nom et adresse declares du destinataire, nome e indirizzo del destinatario, nome e indirizzo dichiarati del destinatario, name und anschrift des empfangers, angegebener name und anschrift des empfangers, angegebener empfanger, naam en adres van de geadresseerde, geadresseerde, odbiorca, nazwa i adres odbiorcy, prijemce, jmeno a adresa prijemce, prijemca, cimzett, destinatar, numele si adresa destinatarului, modtager, mottagare, mottaker, vastaanottaja, penerima, primalac, primatelj,
    destinataire, destinatario de la mercancia, consignee importer of record, consigned to consignee, a to, a to nom name, to name, to addressee, to recipient name, a to destinataire, an empfanger, a destinatario, to a, to a name nom
  `),
  ],
  bill_to: [...list("fatura adresi, fatura edilecek, adres do faktury, fakturaadresse, laskutusosoite")],
  ship_to: [
    ...list(
      "teslimat adresi, teslim adresi, sevk adresi, adres dostawy, dodaci adresa, szallitasi cim, adresa de livrare, leveringsadresse, leveransadress, toimitusosoite, alamat pengiriman",
    ),
  ],
  other_party: [
    ...list("ihbar edilecek, ihbar adresi, bildirim adresi, gumruk musaviri, notificar a, notify party ihbar"),
  ],
  invoice_number: [
    ...list(`
    pro forma #, proforma #, pro forma invoice #, fatura no, fatura numarasi, fatura nr, proforma no, proforma fatura no, proforma numarasi, no and date of invoice, no & date of invoice, no date of invoice, number date of invoice, invoice no & dt, invoice no & date, invoice no dt, invoice number & date, invoice no and dt, fatura no tarih, fatura tarih ve no,
    numer faktury, nr faktury, cislo faktury, faktura cislo, szamla szama, szamla sorszama, szamlaszam, numar factura, nr factura, seria si numarul facturii, fakturanummer, faktura nr, laskun numero, nomor faktur, no faktur, no invoice, nomor invoice, invoices, invoices optional, invoice s, factures, rechnungen, facturas, fatture, broj fakture, broj racuna, invoice number(s), factura no, numero de la factura comercial, factura comercial no
  `),
  ],
  packing_list_number: [
    ...list("ceki listesi no, packing list numarasi, paking listesi no, nr listy pakowej, pakkeliste nr, packlista nr"),
  ],
  invoice_date: [
    ...list(
      "fatura tarihi, duzenleme tarihi, data faktury, datum vystaveni, datum vystavenia, szamla kelte, kiallitas datuma, data facturii, data emiterii, fakturadato, fakturadatum, laskun paivays, tanggal faktur, tanggal invoice, datum fakture, datum racuna",
    ),
  ],
  date: [...list("tarih, tarihi, dato, paivays, paivamaara, tanggal, kelt, fecha date, datum date")],
  issue_date: [
    ...list(`
    duzenlenme tarihi, duzenleme yeri ve tarihi, fecha de emision, fecha de expedicion, lugar y fecha de expedicion, lugar y fecha de emision, lugar y fecha, lugar y fecha de la firma, data de emissao, local e data de emissao, local e data, date de delivrance, lieu et date de delivrance, lieu et date d emission, lieu et date,
    data e luogo di emissione, luogo e data di emissione, luogo e data, luogo e data di rilascio, data di rilascio, ort und datum, ort und datum der ausstellung, ausgestellt am, datum der ausstellung, ausstellungsort und datum, plaats en datum, plaats en datum van afgifte, datum van afgifte, miejsce i data, miejsce i data wystawienia, misto a datum, misto a datum vystaveni, kiallitas helye es ideje, locul si data, locul si data eliberarii, sted og dato, ort och datum, paikka ja paivays, tempat dan tanggal, mjesto i datum, mesto i datum,
    place and date signature and stamp of authorised signatory, place of bill of lading issue and date, place date of bill s issue, place and date of issue dated, date of issue of b l
  `),
  ],
  other_date: [
    ...list(
      "gecerlilik, gecerlilik tarihi, son gecerlilik, vade, vade tarihi, odeme tarihi, son odeme tarihi, sevk tarihi, yukleme tarihi, irsaliye tarihi, siparis tarihi, valido hasta, validez, valid until, validity, offer valid until, gultig bis, valable jusqu au, valido fino al, fecha de inspeccion, date of inspection, date d inspection, data di ispezione, date of slaughter, dates of slaughter, s c date, contract date, po date, order date, l c date, etd, eta, etd eta, vgm cut off, si cut off, port cut off, cy cut off, doc cut off, last free day, g o date, it date, i t date, sailing on or about, sailing date, on or about, date and time of departure, expiry date, cargo received date, date cargo received, print date, hazirlanma tarihi, 合同日期, 开航日期",
    ),
  ],
  currency: [...list("para birimi, doviz cinsi, doviz, waluta, mena, penznem, valuutta, mata uang, valuta")],
  grand_total: [
    ...list(
      "genel toplam, toplam tutar, fatura toplami, mal hizmet toplam tutari genel toplam, odenecek tutar, vergiler dahil toplam tutar, razem do zaplaty, celkem k uhrade, celkem, celkova castka, fizetendo osszesen, vegosszeg, osszesen, total de plata, total general, belob i alt, i alt, att betala totalt, totalt a betale, summa totalt, yhteensa, maksettava yhteensa, jumlah total, total keseluruhan, ukupno za placanje, ukupno",
    ),
  ],
  total: [...list("toplam, toplami, jumlah")],
  subtotal: [
    ...list("ara toplam, mezisoucet, reszosszeg, delsum, delsumma, valisumma, mal hizmet toplam tutari, mal bedeli"),
  ],
  freight: [
    ...list(
      "navlun, navlun bedeli, flete, flete internacional, frete, frete internacional, fret, fret maritime, nolo, nolo marittimo, seefracht, luftfracht, zeevracht, vracht, przewoz, koszty transportu, prepravne, fuvardij, transport, fragt, frakt, rahti, ongkos kirim, vozarina",
    ),
  ],
  insurance: [
    ...list(
      "sigorta, sigorta bedeli, sigorta primi, seguro internacional, ubezpieczenie, pojisteni, biztositas, asigurare, forsikring, forsakring, vakuutus, asuransi, osiguranje",
    ),
  ],
  hs_code: [
    ...list(
      "gtip, gtip no, g t i p, g t i p no, gtip kodu, gumruk tarife no, hs kodu, partida arancelaria, fraccion arancelaria, posicion arancelaria, codigo arancelario, subpartida arancelaria, ncm, ncm sh, codigo ncm, classificacao fiscal, position tarifaire, nomenclature, n tarifaire du sh, n tarifaire sh, numero tarifaire, numero tarifaire du sh, nomenclatura combinata, voce doganale, codice hs, zolltarifnummer hs code, zollcode, kod cn, kod hs, kod taryfy celnej, kod pkwiu cn, celni kod, sazebni zarazeni, kod zbozi, vamtarifaszam, vtsz, cod vamal, cod tarifar, cod nc, varukod, statistisk varenummer, toldtarif, tolltariffnummer, tulliranimike, tullinimike, pos tarif, kode hs, tarifni broj, tarifna oznaka, hs tariff number, hs tariff no, hts number, harmonized tariff number, harmonized tariff no, customs tariff number",
    ),
  ],
  container: [
    ...list(
      "konteyner no, konteyner, numero de contenedor, contenedor no, nro contenedor, numero do container, numero de conteneur, numero container, containernummer, container nr, nr kontenera, numer kontenera, cislo kontejneru, konteiner nr, nomor kontainer, no kontainer, identification of container s, identificacion del contenedor, container number seal number, container no seal number, container numbers seal numbers and marks, cntr nos w seal nos marks & numbers, cntr nos w seal nos marks numbers, cntr nos w seal nos, container seal marks",
    ),
  ],
  certificate_number: [
    ...list(`
    belge no, sertifika no, belge numarasi, a tr no, a tr belge no, eur 1 no, eur 1 nr, a tr nr, certificado n, n certificado, numero del certificado, certificado numero, certificado no, certificado nro, n do certificado, numero do certificado, certificat n, n du certificat, numero du certificat, certificato n, numero del certificato, n certificato, zertifikat nr, bescheinigungsnummer, zeugnis nr,
    zeugnisnummer, certificaat nr, certificaatnummer, nr certyfikatu, numer swiadectwa, nr swiadectwa, swiadectwo nr, cislo osvedceni, osvedceni c, bizonyitvany szama, numar certificat, nr certificat, certifikat nr, certifikatnummer, todistuksen numero, nomor sertifikat, certificate number, certificate ref no, certificate reference, certificate reference number, form a reference no, policy no certificate no, certificate insurance no, insurance certificate no
  `),
  ],
  reference: [...list("imsoc reference, traces reference, referans, referans no, referans numarasi")],
  party_detail: [
    ...list(
      "adres, adresi, vergi dairesi, vergi no, vergi numarasi, v d, vd, vkn, tckn, mersis, mersis no, ticaret sicil no, sicil no, telefon no, tel faks, faks, e posta, eposta, banka, banka bilgileri, hesap no, iban no, nip, regon, krs, ico, dic, adoszam, cegjegyzekszam, cui, cif nif, org nr, organisationsnummer, cvr, cvr nr, se nr, y tunnus, npwp, rut, ruc, rfc, eori no, eori number, telephone fax e mail, rue street, rue, ville city, ville, code postal postcode, code postal, pays country, pays, postcode, calle, ciudad, codigo postal, pais, iso country code, country iso country code, name address country iso country code, name address, registration approval no, name registration approval no",
    ),
  ],
  party_name: [
    ...list(
      "societe business, societe, nom name, business, adi, unvani, adi soyadi, firma adi, firma unvani, nombre o razon social, nombre y apellidos, imie i nazwisko, nazwa, nazev, nev, nume, navn, namn, nimi, nama, name address country",
    ),
  ],
  other_number: [
    ...list(
      "siparis no, siparis numarasi, irsaliye no, sevk irsaliyesi no, sozlesme no, akreditif no, arac plaka, arac plakasi, plaka, plaka no, gemi adi, gemi, sefer no, muhur no, dosya no, parti no, referans, nr zamowienia, numer zamowienia, cislo objednavky, rendelesszam, numar comanda, ordrenummer, ordrenr, ordernummer, tilausnumero, nomor pesanan, broj narudzbe, p i no, pi no, doc form no, doc form, service contract no, customs office code, it no, i t no, firms, firms code, open policy no, policy no, quote no, contract quote, vessel voyage, main vessel voyage, feeder vessel voyage, swb no of original",
    ),
  ],
  other: [
    ...list(`
    malin cinsi, mal cinsi, urun, urun adi, urun kodu, stok kodu, aciklama, cinsi, sira, sira no, miktar, miktari, birim, birim fiyat, birim fiyati, tutar, tutari, odeme, odeme sekli, odeme kosullari, tasima sekli, nakliye sekli, nakliye, toplam hacim, hacim, olculer, aciklamalar, notlar, not, imza, kase imza, yetkili imza, marka, marka ve numara, marcas, marcas distintivas, marcas y numeros,
    medios de transporte declarados, medio de transporte declarado, nombre del producto y cantidad declarada, nombre botanico de las plantas, nombre botanico, declaracion adicional, tratamiento, producto quimico, producto quimico ingrediente activo, duracion y temperatura, concentracion, nombre del funcionario autorizado, nombre del inspector, firma, sello, lugar de expedicion, descripcion del envio,
    marques distinctives, marques et numeros, moyens de transport declares, moyen de transport declare, nom du produit et quantite declaree, nom botanique des vegetaux, nom botanique, declaration supplementaire, traitement, produit chimique, lieu de delivrance, nom du fonctionnaire autorise, cachet de l organisation, signature, marcas e numeros, marcas distintivas, nome botanico, tratamento, declaracao adicional,
    marchi distintivi, mezzo di trasporto dichiarato, nome del prodotto e quantita dichiarata, nome botanico delle piante, trattamento, dichiarazione supplementare, unterscheidungsmerkmale, angegebenes transportmittel, name des erzeugnisses und angegebene menge, botanischer name der pflanzen, behandlung, zusatzliche erklarung, kennzeichen, znaki rozpoznawcze, deklarowany srodek transportu,
    name of produce and quantity declared, place of issue, mode of conveyance, conveyance, equipment, observations, observaciones, categorie de l envoi category of item, categorie de l envoi, frais de port postal charges, frais de port
  `),
  ],
};
