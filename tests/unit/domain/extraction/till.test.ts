import { describe, expect, it } from "vitest";
import { readDocument } from "@/domain/extraction/read-document";
import { homeOf } from "@/domain/extraction/till-home";
import { page, till } from "./pages";

function read(rows: readonly string[]) {
  const { type, fields } = readDocument([till(rows)]);
  const header = fields.filter(({ line }) => line === null);
  return { type, ...Object.fromEntries(header.map(({ name, value }) => [name, value])) };
}

const TILLS: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
  [
    "a German supermarket",
    [
      "        Marktkauf Liebert",
      "       Inh. Jana Liebert",
      "     Am Anger 4  99084 Erfurt",
      "                          EUR",
      "Vollkornbrot            3,49 B",
      "Spuelmittel             1,99 A",
      "------------------------------",
      "SUMME         EUR       5,48",
      "Geg. BAR      EUR      10,00",
      "Rueckgeld     EUR       4,52",
      "MwSt    Netto  Steuer  Brutto",
      "A 19%    1,67    0,32    1,99",
      "B  7%    3,26    0,23    3,49",
      "04.11.2026  18:02  Bon-Nr.: 7714",
      "  Vielen Dank fuer Ihren Einkauf",
    ],
    {
      seller: "Marktkauf Liebert",
      date: "2026-11-04",
      total: "5.48",
      currency: "EUR",
      tax: "0.55",
      invoice_number: "7714",
    },
  ],
  [
    "an Indonesian restaurant, whose points part thousands",
    [
      "       RM Sari Laut",
      "   Jl. Veteran 12 Malang",
      "Meja 4       Kasir: Dewi",
      "1 IKAN BAKAR      48.000",
      "2 ES TEH          12.000",
      "Sub Total         60.000",
      "PB1 10%            6.000",
      "TOTAL             66.000",
      "TUNAI            100.000",
      "KEMBALI           34.000",
      "03/09/2026 12:40",
    ],
    { seller: "RM Sari Laut", date: "2026-09-03", total: "66000", currency: "IDR", tax: "6000" },
  ],
  [
    "an American diner, with two taxes and the month first",
    [
      "      Rosie's Corner Grill",
      "        40 Elm Street",
      "      Dayton, OH 45402",
      "Server: Sam      Guests: 2",
      "2 Burger             18.00",
      "1 Lemonade            3.00",
      "Subtotal             21.00",
      "State Tax             1.21",
      "Local Tax             0.37",
      "Total               $22.58",
      "Visa                $22.58",
      "03/09/2026 7:15 PM",
    ],
    { seller: "Rosie's Corner Grill", date: "2026-03-09", total: "22.58", currency: "USD", tax: "1.58" },
  ],
  [
    "a British filling station, whose table of taxes has no headings",
    [
      "     FENLAND SERVICES",
      "   Wisbech Road PE14 8DN",
      "PUMP 2 UNLEADED       30.00",
      "CRISPS                 1.50",
      "TOTAL                 31.50",
      "CONTACTLESS           31.50",
      "VAT 20.00% NET 25.00 VAT 5.00",
      "VAT  0.00% NET  1.50 VAT 0.00",
      "05/04/26  07:31",
      "Receipt No. 4 1180 00377",
    ],
    { date: "2026-04-05", total: "31.50", currency: "GBP", tax: "5.00", invoice_number: "4 1180 00377" },
  ],
  [
    "a French bakery",
    [
      "     AU FOURNIL DES HALLES",
      "    8 rue du Pont 37000 TOURS",
      "      SIRET 48210377100024",
      "TICKET N° 20260902-0117",
      "Mer. 02/09/2026 08:12",
      "2 Pain de campagne       7,80",
      "TOTAL TTC                7,80",
      "Especes                 10,00",
      "Rendu                    2,20",
      "5,5%      7,39    0,41    7,80",
      "  Merci et a bientot",
    ],
    {
      seller: "AU FOURNIL DES HALLES",
      date: "2026-09-02",
      total: "7.80",
      currency: "EUR",
      tax: "0.41",
      invoice_number: "20260902-0117",
    },
  ],
  [
    "an Italian bar",
    [
      "      BAR DELLO SPORT SNC",
      "   Via Roma 3 - 37121 Verona",
      "     P.IVA 02233440236",
      "  DOCUMENTO COMMERCIALE",
      "DESCRIZIONE      IVA   Prezzo",
      "Caffe            10%     1,40",
      "Brioche          10%     1,60",
      "TOTALE COMPLESSIVO       3,00",
      "di cui IVA               0,27",
      "Pagamento contante       5,00",
      "Resto                    2,00",
      "12-09-2026 08:44",
      "DOCUMENTO N. 0412-0033",
    ],
    {
      date: "2026-09-12",
      total: "3.00",
      currency: "EUR",
      tax: "0.27",
      invoice_number: "0412-0033",
    },
  ],
  [
    "a Polish shop",
    [
      "      SKLEP ABC JAN WRONA",
      "     ul. Polna 5 60-535 Poznan",
      "        NIP 7811234563",
      "        PARAGON FISKALNY",
      "Chleb        1 x4,50     4,50C",
      "Mydlo        1 x6,00     6,00A",
      "SUMA PTU                 1,33",
      "SUMA PLN                10,50",
      "Gotowka                 20,00",
      "Reszta                   9,50",
      "2026-10-14 16:20",
    ],
    { date: "2026-10-14", total: "10.50", currency: "PLN", tax: "1.33" },
  ],
  [
    "a Malaysian shop that sums in Malay and rounds",
    [
      "      KEDAI SERBA JAYA",
      "     08000 SUNGAI PETANI, KEDAH",
      "09/10/26 20:15       #001877",
      "BERAS 5KG              23.90",
      "MINYAK MASAK            6.72",
      "JUMLAH       RM        30.62",
      "PELARASAN              -0.02",
      "PERLU BAYAR  RM        30.60",
      "TUNAI                  50.00",
      "BAKI                   19.40",
    ],
    {
      seller: "KEDAI SERBA JAYA",
      date: "2026-10-09",
      total: "30.60",
      currency: "MYR",
      invoice_number: "001877",
    },
  ],
  [
    "a chain, whose table of taxes has columns one blank apart",
    [
      "     Groenmarkt 1204",
      "   Singel 8 Utrecht",
      "1 MELK                 1,09",
      "1 ZEEP                 2,42",
      "TOTAAL                 3,51",
      "PINNEN                 3,51",
      "BTW OVER EUR BRUTO",
      "9% 1,00 0,09 1,09",
      "21% 2,00 0,42 2,42",
      "TOTAAL 3,00 0,51 3,51",
      "21-9-2026 17:40",
    ],
    { seller: "Groenmarkt", date: "2026-09-21", total: "3.51", currency: "EUR", tax: "0.51" },
  ],
  [
    "an Indonesian shop, whose tax is under a thousand",
    [
      "     TOKO MURAH SENTOSA",
      "AQUA 600      2   3,500   7,000",
      "TOTAL     :               7,000",
      "TUNAI     :              10,000",
      "KEMBALI   :               3,000",
      "PPN : DPP= 6,306 PPN= 694",
      "12.08.26-09:14 2.0.24",
    ],
    { seller: "TOKO MURAH SENTOSA", date: "2026-08-12", total: "7000", currency: "IDR", tax: "694" },
  ],
  [
    "a stall, which says nothing but its prices",
    ["MAGIC NOODLES", "Soup      4.20", "Dumplings 5.50", "TOTAL     9.70"],
    { seller: "MAGIC NOODLES", total: "9.70" },
  ],
  [
    "a car park, which has no total",
    [
      "     CITY HARBOUR CAR PARK",
      "IN          02-10-26 10:05",
      "OUT         02-10-26 12:40",
      "FEE                  9.00",
      "PAID                20.00",
      "CHANGE              11.00",
      "  PLEASE EXIT WITHIN 15 MIN",
    ],
    { seller: "CITY HARBOUR CAR PARK", date: "2026-10-02", total: "9.00" },
  ],
];

describe("the till", () => {
  it.each(TILLS)("of %s", (_, rows, values) => {
    expect(read(rows)).toMatchObject({ type: "receipt", ...values });
  });

  it("names no currency where two countries have as much right to it", () => {
    const rows = ["   CORNER STALL", "Tea     1.20", "Cake    2.30", "TOTAL   3.50", "CASH    3.50", "THANK YOU"];
    expect(read(rows)).not.toHaveProperty("currency");
  });
});

describe("an account on a till's roll", () => {
  const home = (text: string) => homeOf([page([[[0.1, text]]])])?.home.currency;

  it("tells of its country only where its number is right", () => {
    expect(home("DE89 3704 0044 0532 0130 00")).toBe("EUR");
    expect(home("NL91ABNA0417164300")).toBe("EUR");
    expect(home("DE88 3704 0044 0532 0130 00")).toBeUndefined();
    expect(home("IT12 ROMA 4455")).toBeUndefined();
    expect(home("BE12 ABCD EFGH")).toBeUndefined();
  });
});
