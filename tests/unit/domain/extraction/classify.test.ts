import { describe, expect, it } from "vitest";
import type { DocumentType } from "@/domain/document/document";
import { classify } from "@/domain/extraction/classify";
import { page } from "./pages";

type Rows = Parameters<typeof page>[0];

const PAPERS: readonly (readonly [DocumentType, Rows])[] = [
  [
    "invoice",
    [
      [[0.4, "发票 INVOICE"]],
      [[0.1, "1. 出口商/Vendor Weidmann Industry Co., Ltd."]],
      [[0.1, "8. Origin of goods 原产地 China"]],
      [
        [0.1, "Description"],
        [0.5, "Origin of goods 原产地"],
        [0.8, "Total Value"],
      ],
    ],
  ],
  [
    "pro_forma_invoice",
    [
      [[0.1, "Ostara Tools GmbH"]],
      [[0.35, "PROFORMA INVOICE"]],
      [
        [0.1, "No. PF-2026-118"],
        [0.6, "Date: 12 March 2026"],
      ],
      [
        [0.1, "Buyer: Harbour Imports Ltd"],
        [0.6, "Incoterms: FOB Hamburg"],
      ],
      [
        [0.1, "Country of origin: Germany"],
        [0.6, "HS code: 8205.59"],
      ],
      [[0.1, "Total EUR 1,200.00"]],
    ],
  ],
  [
    "pro_forma_invoice",
    [
      [[0.35, "形式发票"]],
      [[0.1, "买方: 上海海港贸易有限公司"]],
      [
        [0.1, "原产国: 德国"],
        [0.6, "贸易术语: CIF 上海"],
      ],
    ],
  ],
  [
    "quality_report",
    [
      [[0.3, "QUALITY INSPECTION REPORT"]],
      [
        [0.1, "Report no. QI-7781"],
        [0.6, "Date of issue: 4 May 2026"],
      ],
      [
        [0.1, "Sample description: olive oil, extra virgin"],
        [0.6, "Batch no. L-2231"],
      ],
      [
        [0.1, "Test item"],
        [0.4, "Test method"],
        [0.7, "Result"],
      ],
      [
        [0.1, "Acidity"],
        [0.4, "ISO 660"],
        [0.7, "0.3 %"],
      ],
      [[0.1, "The goods conform to the specification."]],
    ],
  ],
  [
    "quality_report",
    [
      [[0.3, "CERTIFICATE OF ANALYSIS"]],
      [
        [0.1, "Lot no. 5521"],
        [0.6, "Specification limits"],
      ],
      [[0.1, "Test result: passed"]],
    ],
  ],
  [
    "product_label",
    [
      [[0.1, "Harbour Sea Salt Crackers"]],
      [[0.1, "Ingredients: wheat flour, sunflower oil, sea salt."]],
      [
        [0.1, "Net weight: 250 g"],
        [0.6, "Best before: 2027-02-01"],
      ],
      [[0.1, "Storage conditions: keep in a cool, dry place."]],
      [[0.1, "Product of Italy"]],
    ],
  ],
  [
    "product_label",
    [
      [[0.1, "海盐饼干"]],
      [[0.1, "配料: 小麦粉, 葵花籽油, 海盐"]],
      [
        [0.1, "净含量: 250克"],
        [0.6, "保质期: 12个月"],
      ],
      [
        [0.1, "原产国: 意大利"],
        [0.6, "贮存条件: 阴凉干燥处"],
      ],
    ],
  ],
  [
    "payment_slip",
    [
      [[0.3, "REMITTANCE ADVICE"]],
      [[0.1, "Ordering customer: Harbour Imports Ltd"]],
      [[0.1, "Beneficiary customer: Ostara Tools GmbH"]],
      [
        [0.1, "Value date: 14 May 2026"],
        [0.6, "Amount: EUR 1,200.00"],
      ],
      [[0.1, "Details of payment: invoice OT-4401"]],
    ],
  ],
  [
    "payment_slip",
    [
      [[0.35, "电汇凭证"]],
      [[0.1, "付款人: 上海海港贸易有限公司"]],
      [[0.1, "收款人: Ostara Tools GmbH"]],
      [[0.1, "汇款金额: EUR 1,200.00"]],
    ],
  ],
  [
    "postal_declaration",
    [
      [[0.3, "CUSTOMS DECLARATION CN 23"]],
      [[0.1, "May be opened officially"]],
      [
        [0.1, "Detailed description of contents"],
        [0.6, "Value"],
      ],
    ],
  ],
];

describe("the type of a paper", () => {
  it.each(PAPERS)("is told by its title or its words: %s", (type, rows) => {
    expect(classify([page(rows)])).toMatchObject({ type });
  });

  it("is a commercial invoice's where a pro forma one is only spoken of", () => {
    const rows: Rows = [
      [[0.35, "COMMERCIAL INVOICE"]],
      [
        [0.1, "Invoice no. CI-1190"],
        [0.6, "Date: 12 March 2026"],
      ],
      [
        [0.1, "As per proforma invoice PF-2026-118"],
        [0.6, "Incoterms: FOB Hamburg"],
      ],
      [
        [0.1, "Country of origin: Germany"],
        [0.6, "Gross weight: 120 kg"],
      ],
    ];
    expect(classify([page(rows)]).type).toBe("commercial_invoice");
  });

  it("is a forwarder's invoice though it names the ports, the term and the container of what was carried", () => {
    const rows = (bills: string, last: string): Rows => [
      [[0.35, "RECHNUNG / INVOICE"]],
      [[0.1, bills]],
      [
        [0.1, "POL: NINGBO"],
        [0.5, "POD: HAMBURG"],
      ],
      [[0.1, "Container: TCNU 718204 7"]],
      [[0.1, "Incoterms: FOB NINGBO"]],
      [
        [0.1, last],
        [0.8, "151,91"],
      ],
    ];
    expect(classify([page(rows("HBL: HVNGB2610188", "Umsatzsteuer 19 %"))]).type).toBe("invoice");
    expect(classify([page(rows("B/L: HLCUNB1261004471", "Total USD"))]).type).toBe("commercial_invoice");
  });
});
