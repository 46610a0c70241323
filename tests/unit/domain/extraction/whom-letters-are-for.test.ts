import { describe, expect, it } from "vitest";
import { party } from "@/domain/extraction/accept";
import type { PageText } from "@/domain/extraction/words";
import { page, valuesOf } from "./pages";

type Rows = Parameters<typeof page>[0];

const CHARACTER = 0.0085;
const GAP = CHARACTER * 0.7;

/** A line that ends at the right edge of the page, as letterheads there do. */
function flush(text: string): readonly [number, string] {
  const parts = text.split(" ");
  const width = parts.reduce((sum, part) => sum + part.length * CHARACTER, 0) + (parts.length - 1) * GAP;
  return [0.92 - width, text];
}

const GOODS: Rows = [
  [
    [0.1, "Omschrijving"],
    [0.5, "Aantal"],
    [0.65, "Prijs"],
    [0.8, "Bedrag"],
  ],
  [
    [0.1, "Dakgoot zink 4 m"],
    [0.5, "3"],
    [0.65, "40,00"],
    [0.8, "120,00"],
  ],
];

describe("whom a letter is for", () => {
  it("is told by the line that says for whom in the house it is, however high on the page it stands", () => {
    const read = valuesOf(
      page([
        [[0.1, "Woongroep Zuiderdiep B.V."], flush("Dakwerken Stuurman v.o.f.")],
        [[0.1, "t.a.v. de administratie"], flush("Lange Wal 14")],
        [[0.1, "Postbus 4410"], flush("8911 KL Vlietdam")],
        [[0.1, "9700 AB Grovendam"], flush("058 990 0114")],
        [[0.1, "uw btw-nummer NL810099001B01"], flush("info@stuurmandak.example")],
        null,
        [[0.1, "FACTUUR"]],
        [[0.1, "Factuurnummer: 2024.310"]],
        ...GOODS,
      ]),
    );
    expect(read).toMatchObject({ seller: "Dakwerken Stuurman v.o.f.", buyer: "Woongroep Zuiderdiep B.V." });
  });

  it.each(["INGEKOMEN", "Eingegangen", "REÇU", "PAID"])("is nobody that the stamp %s names", (stamp) => {
    expect(party(stamp)).toBeNull();
  });

  it("is nobody among the goods, whose measures look like the forms of firms", () => {
    const read = valuesOf(
      page([
        [
          [0.1, "Comptoir des Halles SARL"],
          [0.55, "BOULANGERIE PERRET EURL"],
        ],
        [
          [0.1, "Tél. 04 79 00 11 22"],
          [0.55, "3 rue du Four"],
        ],
        [[0.55, "73000 CHAMBERY"]],
        null,
        [[0.1, "FACTURE N° 7714"]],
        [
          [0.1, "Désignation"],
          [0.5, "Quantité"],
          [0.65, "P.U. HT"],
          [0.8, "Montant HT"],
        ],
        [
          [0.1, "Livraison sur place"],
          [0.5, "1,00"],
          [0.65, "25,00"],
          [0.8, "25,00"],
        ],
        [
          [0.1, "Farine de seigle kg"],
          [0.5, "10,00"],
          [0.65, "2,00"],
          [0.8, "20,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ seller: "Comptoir des Halles SARL", buyer: "BOULANGERIE PERRET EURL" });
  });

  it("is who stands in the window and not where the goods are brought to", () => {
    const read = valuesOf(
      page([
        [[0.1, "Éts GAUDRON S.A.S."]],
        [[0.1, "Tél. 05 61 00 41 41"]],
        null,
        [[0.1, "Livré à :"]],
        [
          [0.1, "LA REMISE DU CLOS"],
          [0.55, "SARL AU BON MARCHE"],
        ],
        [
          [0.1, "Quai 3"],
          [0.55, "14 RUE DES TANNEURS"],
        ],
        [
          [0.1, "81100 CASTRES"],
          [0.55, "81000 ALBI"],
        ],
        null,
        [[0.1, "FACTURE"]],
        [[0.1, "Facture N° FC 7714"]],
        ...GOODS,
      ]),
    );
    expect(read).toMatchObject({ seller: "Éts GAUDRON S.A.S.", buyer: "SARL AU BON MARCHE" });
  });

  it("is written to by whom the logo names, which is set larger than all the rest", () => {
    const large = (text: string, x: number): PageText["words"][number] => ({
      text,
      box: { x, y: 0.033, width: 0.15, height: 0.026 },
      confidence: 1,
    });
    const plain = page([
      [[0.25, "empresas"]],
      null,
      [[0.1, "Factura"]],
      [[0.1, "Factura N° FE24-1005"]],
      [[0.1, "Atención a empresas: llame al 1799"]],
      [[0.55, "TALLERES URQUIOLA, S.L."]],
      [[0.55, "Polígono Larra 7"]],
      [[0.55, "48160 DERIO"]],
      ...GOODS,
    ]);
    const read = valuesOf({ ...plain, words: [large("televia", 0.06), ...plain.words] });
    expect(read).toMatchObject({ seller: "televia", buyer: "TALLERES URQUIOLA, S.L." });
  });
});
