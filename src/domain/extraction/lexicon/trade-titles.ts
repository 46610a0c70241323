import type { DocumentType } from "../../document/document";
import { squeeze } from "../fold";
import { list } from "./list";

/** What papers of foreign trade are called in the languages of its partners, and in the words of single authorities. */
const NAMES: Partial<Readonly<Record<DocumentType, string>>> = {
  packing_list: `
    ceki listesi, paketleme listesi, koli listesi, ambalaj listesi, lista de empaque, lista de embalaje, lista de bultos, lista de contenido, packing list lista de empaque, relacion de bultos, romaneio, romaneio de carga,
    lista de embalagem, lista de volumes, note de colisage, bordereau de colisage, distinta colli, lista colli, distinta di imballaggio, lista di imballaggio, distinta imballo, packzettel, ladeliste, versandliste, kolliliste, paklijst, pakbon,
    lista pakowa, specyfikacja wysylkowa, specyfikacja pakowania, balici list, baliaci list, csomagolasi lista, csomagolasi jegyzek, lista de colisaj, lista de ambalare, pakkeliste, packlista, pakkelist, pakkausluettelo, pakkauslista, daftar kemasan, daftar pengepakan, lista pakiranja, pakirna lista,
    paking listesi, packing declaration, container packing list, loading list, packing list and weight note, weight and measurement list, list of packages
  `,
  pro_forma_invoice: `
    proforma fatura, pro forma invoice, pro forma, proforma factura, factura pro forma, fatura proforma, fatura pro forma, facture pro forma, fattura pro forma, pro forma rechnung, pro forma factuur, proforma factuur, faktura proforma, faktura pro forma, proforma faktura, zalohova faktura proforma, proforma szamla, dijbekero,
    proformafaktura, proformalasku, faktur proforma, profaktura, predracun
  `,
  commercial_invoice: `
    ticari fatura, ihracat faturasi, invoice ticari fatura, factura comercial, factura de exportacion, factura comercial de exportacion, fatura comercial, fatura de exportacao, facture commerciale, facture export, facture d exportation, facture douaniere, fattura commerciale, fattura export, fattura di esportazione, fattura accompagnatoria export, exportrechnung, zollrechnung, handelsfactuur, exportfactuur,
    faktura handlowa, faktura eksportowa, obchodni faktura, exportni faktura, kereskedelmi szamla, export szamla, factura comerciala, factura externa, handelsfaktura, eksportfaktura, exportfaktura, kauppalasku, vientilasku, faktur komersial, izvozna faktura,
    invoice cum packing list, invoice cum packing, export invoice cum packing list, invoice and packing list, invoice packing list, invoice & packing list, tax invoice for export, commercial tax invoice, commercial invoice packing list, customs commercial invoice, value invoice for customs, invoice for customs purposes, invoice for customs purposes only
  `,
  bill_of_lading: `
    conocimiento de embarque, conocimiento de embarque maritimo, connaissement, connaissement maritime, polizza di carico, konnossement, seefrachtbrief, cognossement, conhecimento de embarque, conhecimento de embarque maritimo, konismento, deniz konismentosu, konosament, straight bill of lading, short form bill of lading, liner bill of lading, ocean or multimodal bill of lading,
    bill of lading for ocean transport, bill of lading for ocean transport or multimodal transport, sea way bill, liner waybill, ocean waybill, express bill of lading, congenbill, tanker bill of lading, bill of lading to be used with charter parties, charter party bill of lading, combined transport or port to port bill of lading, shipped on board bill of lading, received for shipment bill of lading
  `,
  house_bill_of_lading:
    "bill of lading for combined transport shipment or port to port shipment issued by freight forwarder, forwarders bill of lading, house b l, house waybill, house sea waybill",
  air_waybill:
    "guia aerea, carta de porte aereo, conocimiento aereo, conhecimento aereo, lettre de transport aerien, lettera di vettura aerea, luftfrachtbrief, luchtvrachtbrief, hava konismentosu, hava yuk senedi, lotniczy list przewozowy, air freight bill",
  certificate_of_origin: `
    mense sahadetnamesi, mense belgesi, dolasim belgesi, a tr dolasim sertifikasi, eur 1 dolasim sertifikasi, certificado de origen, certificado de circulacion, certificado de circulacion de mercancias, certificado de origem, certificado de circulacao, certificat de circulation, certificat de circulation des marchandises, certificat d origine, certificato di origine, certificato di circolazione, certificato di circolazione delle merci, warenverkehrsbescheinigung,
    ursprungserklarung, certificaat van oorsprong, certificaat inzake goederenverkeer, swiadectwo pochodzenia, swiadectwo przewozowe, osvedceni o puvodu, pruvodni osvedceni, szarmazasi bizonyitvany, szallitasi bizonyitvany, certificat de origine, certificat de circulatie, oprindelsescertifikat, ursprungscertifikat, opprinnelsessertifikat, alkuperatodistus, surat keterangan asal, varecertifikat, uverenje o poreklu, eur med, a tr,
    certification of origin, usmca certification of origin, usmca certificate of origin, usmca t mec cusma certification of origin, cusma certification of origin, nafta certificate of origin, preferential certificate of origin, non preferential certificate of origin, asean china free trade area preferential tariff, combined declaration and certificate, form d, form ai, form ak, form aj, form b, form aanz, form rcep, rcep certificate of origin, statement on origin, supplier s declaration, long term supplier s declaration, lieferantenerklarung, langzeit lieferantenerklarung
  `,
  health_certificate: `
    certificado fitosanitario, certificado fitosanitario de exportacion, certificat phytosanitaire, certificato fitosanitario, pflanzengesundheitszeugnis, pflanzengesundheitszeugnis fur die wiederausfuhr, fytosanitair certificaat, swiadectwo fitosanitarne, rostlinolekarske osvedceni, fytosanitarne osvedcenie, novenyegeszsegugyi bizonyitvany, certificat fitosanitar, plantesundhedscertifikat, sundhetscertifikat for vaxter, plantehelsesertifikat, kasvinterveystodistus, bitki saglik sertifikasi, saglik sertifikasi, veteriner saglik sertifikasi, sertifikat fitosanitari, fitosanitarni certifikat,
    certificado sanitario, certificado zoosanitario, certificado sanitario internacional, certificado veterinario, certificado de salud, certificat sanitaire, certificat veterinaire, certificat sanitaire international, certificato sanitario, certificato veterinario, genusstauglichkeitsbescheinigung, veterinarbescheinigung, gesundheitszeugnis, gesundheitsbescheinigung, veterinaire verklaring, gezondheidscertificaat, swiadectwo zdrowia, swiadectwo weterynaryjne, veterinarni osvedceni, allategeszsegugyi bizonyitvany, certificat sanitar veterinar,
    animal health official certificate to the eu, animal health official certificate, official certificate to the eu, certificate of free sale and health, export health certificate, international veterinary certificate, fish health certificate, catch certificate, halal certificate
  `,
  postal_declaration:
    "declaracion de aduana, declaracion de aduanas, declaracao para a alfandega, declaracao alfandegaria, dichiarazione doganale cn22, dichiarazione doganale cn23, zollinhaltserklarung, douaneverklaring, tulldeklaration cn22, tolldeklarasjon cn22, gumruk beyannamesi cn22, gumruk beyannamesi cn23, deklaracja celna cn22, deklaracja celna cn23, celni prohlaseni cn22, celni prohlaseni cn23, cp72, cp71, zollerklarung cn22, zollerklarung cn23, customs declaration and dispatch note",
  quality_report:
    "analiz raporu, kalite sertifikasi, certificado de analisis, certificado de calidad, certificado de inspeccion, informe de ensayo, certificat de qualite, certificat d inspection, certificato di analisi, certificato di qualita, analysenzertifikat, qualitatszertifikat, inspektionszertifikat, swiadectwo jakosci, certyfikat analizy, certificate of pre shipment inspection",
  other: `
    arrival notice freight invoice, notice of arrival, arrival notification, freight arrival notice, cargo arrival notice, avis d arrivee, aviso de llegada, aviso de chegada, avviso di arrivo, ankunftsmeldung, ankunftsavis, ankomstmelding, varis ihbari, varis ihbarnamesi,
    booking confirmation, booking acknowledgement, booking acknowledgment, booking request, booking note, booking advice, confirmation de reservation, confirmacion de reserva, conferma di prenotazione, buchungsbestatigung, boekingsbevestiging, bookingbekraftelse,
    delivery order, release order, freight release, container release order, telex release, freight invoice, certificate of marine cargo insurance, marine cargo insurance certificate, marine insurance certificate, marine insurance policy, marine cargo policy, marine cargo insurance policy, cargo insurance certificate, transport insurance certificate, open cover certificate, versicherungszertifikat, versicherungspolice, transportversicherungszertifikat,
    certificat d assurance, police d assurance, certificado de seguro, poliza de seguro, apolice de seguro, certificato di assicurazione, polizza di assicurazione, sigorta policesi, sigorta sertifikasi, certyfikat ubezpieczenia, verzekeringscertificaat,
    mate s receipt, dock receipt, forwarders certificate of receipt, forwarders cargo receipt, cargo receipt, verified gross mass, vgm declaration, shipper s letter of instructions, shippers letter of instructions, sli, draft survey report, survey report, certificate of age, ship certificate, vessel certificate, fumigation certificate, non wood packing certificate, radiation certificate, export licence, import licence, export license, import license, cmr,
    international consignment note, transit accompanying document, ausfuhrbegleitdokument, export accompanying document, single administrative document, purchase contract, sales agreement, pre alert, pre alert notice, dangerous goods note, multimodal dangerous goods form
  `,
};

/** The names, squeezed, with the type of the paper that they stand on. */
export const TRADE_TITLES: Readonly<Record<string, DocumentType>> = Object.fromEntries(
  (Object.entries(NAMES) as [DocumentType, string][]).flatMap(([type, names]) =>
    list(names).map((name) => [squeeze(name), type]),
  ),
);
