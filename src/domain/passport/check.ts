import { compare, decimal, parseDecimal, sum } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { isGoodsNumber } from "./digital-link";
import { type GtinFault, parseGtin } from "./gtin";
import type { PassportContent } from "./passport";
import type { QualityReport } from "./quality";

export type PassportFault =
  | GtinFault
  | "passport_batch_missing"
  | "passport_serial_missing"
  | "passport_number_beyond_level"
  | "passport_number_form"
  | "passport_code_form"
  | "passport_codes_of_other_goods"
  | "passport_proof_empty"
  | "passport_share_form"
  | "passport_shares_above_whole"
  | "passport_expires_before_produced"
  | "passport_valid_beyond_goods"
  | "passport_over"
  | "report_figure_form"
  | "report_limits_crossed";

/** What is wrong with a passport, and where: a JSON pointer into its content. */
export interface PassportIssue {
  readonly pointer: string;
  readonly fault: PassportFault;
}

const WHOLE = decimal("100");

/** Everything that stands in the way of issuing a passport on a day; empty when nothing does. */
export function checkPassport(content: PassportContent, today: LocalDate): readonly PassportIssue[] {
  return [
    ...checkNumbers(content),
    ...checkCodes(content),
    ...checkComposition(content),
    ...checkDays(content, today),
    ...content.reports.flatMap((report, index) => checkReport(report, `/reports/${index}`)),
  ];
}

function checkNumbers({ gtin, batch, serial, granularity }: PassportContent): readonly PassportIssue[] {
  const issues: PassportIssue[] = [];
  const read = parseGtin(gtin);
  if (!read.ok) issues.push({ pointer: "/gtin", fault: read.error });
  if (granularity === "batch" && batch === null) issues.push({ pointer: "/batch", fault: "passport_batch_missing" });
  if (granularity === "item" && serial === null) issues.push({ pointer: "/serial", fault: "passport_serial_missing" });
  if (granularity === "model" && batch !== null)
    issues.push({ pointer: "/batch", fault: "passport_number_beyond_level" });
  if (granularity !== "item" && serial !== null)
    issues.push({ pointer: "/serial", fault: "passport_number_beyond_level" });
  if (batch !== null && !isGoodsNumber(batch)) issues.push({ pointer: "/batch", fault: "passport_number_form" });
  if (serial !== null && !isGoodsNumber(serial)) issues.push({ pointer: "/serial", fault: "passport_number_form" });
  return issues;
}

/** Codes of the same goods differ behind the sixth digit only, where nations go their own ways. */
function checkCodes({ codes, originProof }: PassportContent): readonly PassportIssue[] {
  const issues: PassportIssue[] = codes.flatMap((code, index) =>
    /^(\d{6}|\d{8}|\d{10})$/.test(code) ? [] : [{ pointer: `/codes/${index}`, fault: "passport_code_form" as const }],
  );
  if (new Set(codes.map((code) => code.slice(0, 6))).size > 1)
    issues.push({ pointer: "/codes", fault: "passport_codes_of_other_goods" });
  if (originProof && originProof.number === null && originProof.sha256 === null)
    issues.push({ pointer: "/originProof", fault: "passport_proof_empty" });
  return issues;
}

function checkComposition({ composition }: PassportContent): readonly PassportIssue[] {
  const shares = composition.map(({ share }) => parseDecimal(share));
  const wrong = shares.findIndex((share) => !share.ok || share.value.units <= 0n);
  if (wrong >= 0) return [{ pointer: `/composition/${wrong}/share`, fault: "passport_share_form" }];
  const total = sum(shares.flatMap((share) => (share.ok ? [share.value] : [])));
  return compare(total, WHOLE) > 0 ? [{ pointer: "/composition", fault: "passport_shares_above_whole" }] : [];
}

function checkDays({ producedOn, expiresOn, validUntil }: PassportContent, today: LocalDate): readonly PassportIssue[] {
  const issues: PassportIssue[] = [];
  if (producedOn !== null && expiresOn !== null && expiresOn < producedOn)
    issues.push({ pointer: "/expiresOn", fault: "passport_expires_before_produced" });
  if (expiresOn !== null && validUntil > expiresOn)
    issues.push({ pointer: "/validUntil", fault: "passport_valid_beyond_goods" });
  if (validUntil < today) issues.push({ pointer: "/validUntil", fault: "passport_over" });
  return issues;
}

function checkReport({ result, lowerLimit, upperLimit }: QualityReport, pointer: string): readonly PassportIssue[] {
  const isFigure = (text: string | null) => text === null || parseDecimal(text).ok;
  if (!isFigure(result)) return [{ pointer: `${pointer}/result`, fault: "report_figure_form" }];
  if (!isFigure(lowerLimit)) return [{ pointer: `${pointer}/lowerLimit`, fault: "report_figure_form" }];
  if (!isFigure(upperLimit)) return [{ pointer: `${pointer}/upperLimit`, fault: "report_figure_form" }];
  if (lowerLimit === null || upperLimit === null) return [];
  return compare(decimal(lowerLimit), decimal(upperLimit)) > 0
    ? [{ pointer: `${pointer}/upperLimit`, fault: "report_limits_crossed" }]
    : [];
}
