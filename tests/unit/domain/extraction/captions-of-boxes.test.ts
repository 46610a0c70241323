import { describe, expect, it } from "vitest";
import { classify } from "@/domain/extraction/classify";
import { page, valuesOf } from "./pages";

describe("captions over the boxes of an invoice", () => {
  it("announce what stands in their own box, and a box for a tax number is none of the invoice's", () => {
    const read = valuesOf(
      page([
        [
          [0.05, "FATTURA DIFFERITA"],
          [0.3, "NUMERO"],
          [0.45, "DATA"],
        ],
        [
          [0.3, "2208/B"],
          [0.45, "05/12/2024"],
        ],
        null,
        [
          [0.05, "PARTITA IVA"],
          [0.3, "PAGAMENTO"],
        ],
        [
          [0.05, "01990440523"],
          [0.3, "RI.BA. 60 GG"],
        ],
        null,
        [
          [0.05, "N. COLLI"],
          [0.3, "DATA E ORA INIZIO TRASPORTO"],
        ],
        [
          [0.05, "12"],
          [0.3, "06/12/2024"],
        ],
        null,
        [
          [0.05, "TOTALE FATTURA"],
          [0.3, "EUR 120,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ date: "2024-12-05" });
    expect(read).not.toMatchObject({ invoice_number: "01990440523" });
  });

  it("of a viewer name a party beside its name, and a name that is broken behind an article goes on below it", () => {
    const read = valuesOf(
      page([
        [[0.05, "Invoice MT-25/0041"]],
        null,
        [
          [0.05, "Supplier"],
          [0.5, "Customer"],
        ],
        [
          [0.05, "Endpoint ID"],
          [0.25, "0208:0799011447"],
          [0.5, "Endpoint ID"],
          [0.7, "0208:0244990011"],
        ],
        [
          [0.05, "Name"],
          [0.25, "Brouwstraat Zitmeubel BV"],
          [0.5, "Name"],
          [0.7, "Stedelijke Muziekschool De"],
        ],
        [
          [0.05, "Street"],
          [0.25, "Kaai 4"],
          [0.7, "Leeuwerik"],
        ],
        null,
        [
          [0.05, "Total with VAT"],
          [0.25, "121.00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ seller: "Brouwstraat Zitmeubel BV", buyer: "Stedelijke Muziekschool De Leeuwerik" });
  });

  it("say when a part was paid in advance, which is no day of the invoice", () => {
    const read = valuesOf(
      page([
        [[0.05, "Facture"]],
        [
          [0.5, "Facture"],
          [0.7, "Date"],
        ],
        [
          [0.5, "FA00018841"],
          [0.7, "17/03/25"],
        ],
        null,
        [
          [0.5, "Total TTC"],
          [0.8, "2 309,05"],
        ],
        [
          [0.5, "Acompte du 28/01/25"],
          [0.8, "500,00"],
        ],
      ]),
    );
    expect(read).toMatchObject({ date: "2025-03-17" });
  });

  it("name who sold something by his letters, who is not the seller", () => {
    const read = valuesOf(
      page([
        [[0.05, "Éts VERNOIS S.A.S."]],
        [[0.05, "Tél. 05 61 00 41 41"]],
        null,
        [[0.05, "FACTURE N° 20417"]],
        [[0.05, "Vendeur : RDC"]],
        [[0.05, "Total TTC : 120,00 EUR"]],
      ]),
    );
    expect(read).toMatchObject({ seller: "Éts VERNOIS S.A.S." });
  });

  it("may be the name that data have for any invoice, which makes it none for customs", () => {
    const said = page([
      [[0.05, "Invoice MT-25/0041"]],
      [
        [0.05, "Invoice type code"],
        [0.3, "380 - Commercial invoice"],
      ],
      [
        [0.05, "Total with VAT"],
        [0.3, "121.00"],
      ],
    ]);
    expect(classify([said]).type).toBe("invoice");
  });
});
