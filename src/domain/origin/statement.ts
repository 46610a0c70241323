import type { LocalDate } from "../shared/local-date";
import type { OriginVerdict } from "./verdict";

interface Declarant {
  readonly agreement: string;
  readonly exporter: string;
  readonly invoiceNumber: string;
  readonly commodityCode: string;
  readonly description: string;
  readonly day: LocalDate;
}

/**
 * The sentence by which the exporter or producer declares the origin on a commercial document, with the least that
 * the agreement asks for: good, subheading, criterion and country. Null for goods that do not originate, for which
 * nobody may sign it. RCEP art. 3.18 and annex 3B; the wording is the platform's own.
 */
export function originStatement(
  verdict: OriginVerdict,
  declarant: Declarant,
): { readonly en: string; readonly zh: string } | null {
  const { country, criteria } = verdict;
  if (!verdict.originates || !country) return null;
  const { agreement, exporter, invoiceNumber, description, day } = declarant;
  const subheading = declarant.commodityCode.slice(0, 6);
  const met = criteria.join(" ");
  return {
    en:
      `${exporter} declares that the goods “${description}” (HS ${subheading}) of invoice ${invoiceNumber} originate in ` +
      `${country.country} under the rules of origin of ${agreement}, origin criterion ${met}, and that the evidence for ` +
      `this is kept and shown on request. ${day}`,
    zh:
      `${exporter}声明：发票${invoiceNumber}项下货物“${description}”（HS ${subheading}）符合${agreement}原产地规则，` +
      `原产国为${country.country}，原产地标准${met}，相关证明材料已留存备查。${day}`,
  };
}
