import type { DocumentType } from "../document/document";
import { rowsOf, textOf, typicalHeight } from "./layout";
import type { PageText } from "./words";

interface Sign {
  readonly type: DocumentType;
  readonly pattern: RegExp;
  /** How strongly it speaks for the type where it stands as a title. */
  readonly weight: number;
}

/** Words that a document of a type bears, in English and Chinese. A title counts threefold. */
const SIGNS: readonly Sign[] = [
  { type: "commercial_invoice", pattern: /commercial\s*invoice|商业发票|proforma invoice/i, weight: 6 },
  { type: "invoice", pattern: /\btax invoice\b|\brechnung\b|\bfacture\b|增值税发票/i, weight: 5 },
  { type: "invoice", pattern: /\binvoice\b|发票/i, weight: 2 },
  { type: "receipt", pattern: /\breceipt\b|\bcashier\b|\bchange due\b|收据/i, weight: 4 },
  { type: "packing_list", pattern: /packing\s*(list|slip|note)|装箱单/i, weight: 7 },
  { type: "house_air_waybill", pattern: /house\s*air\s*way\s*bill|\bhawb\b/i, weight: 5 },
  {
    type: "air_waybill",
    pattern: /air\s*way\s*bill|\bawb\b|airport of departure|issuing carrier'?s agent|空运单/i,
    weight: 4,
  },
  {
    type: "house_bill_of_lading",
    pattern: /house bill of lading|fiata|\bfbl\b|multimodal transport bill|\bhbl\b/i,
    weight: 6,
  },
  {
    type: "bill_of_lading",
    pattern: /bill of lading|sea\s*way\s*bill|ocean bill|\bb\/l no|port of loading.*vessel|提单/i,
    weight: 4,
  },
  {
    type: "express_waybill",
    pattern:
      /express\s*(way\s*bill|worldwide|label|air waybill)|courier|tracking (no|number)|\btrk\s?#|\bact\.?\s?wgt|\bship date\b|bill (sender|recipient|third party)|international (priority|economy|express)|快递|快件/i,
    weight: 5,
  },
  { type: "postal_declaration", pattern: /\bcn\s?2[23]\b|customs declaration.*(post|cn)|postal/i, weight: 6 },
  { type: "certificate_of_origin", pattern: /certificate of origin|原产地证/i, weight: 7 },
  {
    type: "health_certificate",
    pattern: /phytosanitary|health certificate|veterinary certificate|sanitary certificate|卫生证书|植物检疫/i,
    weight: 7,
  },
];

/** The type of a document and how sure that is; what bears no sign is `other`. */
export function classify(pages: readonly PageText[]): { readonly type: DocumentType; readonly confidence: number } {
  const scores = new Map<DocumentType, number>();
  for (const { text, emphasis } of pages.slice(0, 2).flatMap(emphasised)) {
    for (const sign of SIGNS) {
      if (sign.pattern.test(text)) scores.set(sign.type, (scores.get(sign.type) ?? 0) + sign.weight * emphasis);
    }
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  if (!first || first[1] < 3) return { type: "other", confidence: 0.5 };
  const share = first[1] / (first[1] + (second?.[1] ?? 0));
  return { type: first[0], confidence: Math.min(0.99, 0.5 + share / 2) };
}

/** The lines of a page with how loudly each speaks: titles most, then what stands at the top. */
function emphasised(page: PageText): readonly { readonly text: string; readonly emphasis: number }[] {
  const height = typicalHeight(page.words);
  return rowsOf(page).map((row) => {
    const top = row[0]?.box.y ?? 1;
    const isTitle = top < 0.3 && row.length <= 9 && row.some((word) => word.box.height > height * 1.25);
    return { text: textOf(row), emphasis: isTitle ? 3 : top < 0.2 ? 1.6 : 1 };
  });
}
