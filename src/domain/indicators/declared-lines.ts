import { type DeclarationContent, isRetail } from "../declaration/declaration";
import type { HistoryEntry } from "../history/entry";
import { formatDecimal, parseDecimal } from "../shared/decimal";
import type { LocalDate } from "../shared/local-date";
import { toDecimal } from "../shared/money";
import type { CustomsValue } from "../valuation/customs-value";
import { NO_TIES, type Ties } from "./ties";

interface Declared {
  readonly content: DeclarationContent;
  readonly value: CustomsValue;
  /** What was assessed, by line; amounts as plain decimals in CNY. */
  readonly taxes: readonly { readonly line: number | null; readonly kind: string; readonly amount: string }[];
  readonly day: LocalDate;
  readonly office: string;
  /** Who declares: the key of the broker's house. */
  readonly declarant: string;
  readonly isCertified: boolean;
  readonly documents: number;
  /** A keyed digest of a name, so that the history names nobody. */
  readonly tokenOf: (name: string) => string;
  readonly newId: () => string;
}

/** A line of a declaration for the history, with its number and what ties it to others. */
export interface DeclaredLine {
  readonly line: number;
  readonly entry: HistoryEntry;
  readonly ties: Ties;
}

/** The lines of a declaration as the history keeps them; what belongs to the whole is shared out by value. */
export function declaredLines(declared: Declared): readonly DeclaredLine[] {
  const { content, value, tokenOf } = declared;
  const total = number(formatDecimal(toDecimal(value.total))) ?? 0;
  const importer = content.consumer?.identityToken ?? tokenOf(content.buyer.value);
  const ties: Ties =
    isRetail(content.regime) && content.consumer ? { ...NO_TIES, consumer: content.consumer.identityToken } : NO_TIES;
  return content.lines.map((line) => {
    const customsValue = value.lines.find((each) => each.number === line.number);
    const lineValue = customsValue ? number(formatDecimal(toDecimal(customsValue.value))) : null;
    const share = lineValue === null || total <= 0 ? 1 / content.lines.length : lineValue / total;
    const shared = (whole: string | null) => scaled(whole === null ? null : number(whole), share);
    const tax = (kind: string) => sumOf(declared.taxes, line.number, kind);
    const duty = tax("duty");
    return {
      line: line.number,
      ties,
      entry: {
        id: declared.newId(),
        day: declared.day,
        office: declared.office,
        mode: "",
        importer,
        isCertified: declared.isCertified,
        importerAgeWeeks: null,
        declarant: declared.declarant,
        exporter: tokenOf(content.seller.value),
        commodityCode: line.commodityCode.value,
        origin: line.origin.value,
        dispatch: countryOf(content.portOfLoading?.value ?? ""),
        preference: content.preference?.value ?? "",
        packages: shared(content.packages.value),
        grossKg: shared(content.grossWeightKg.value),
        netKg: line.netWeightKg ? number(line.netWeightKg.value) : shared(content.netWeightKg?.value ?? null),
        invoiceValue: lineValue,
        freight: shared(content.freight?.value ?? null),
        dutyRate: lineValue === null || lineValue <= 0 ? null : (100 * duty) / lineValue,
        duty,
        vat: tax("vat"),
        documents: declared.documents,
      },
    };
  });
}

/** A port by its UN/LOCODE says its country; a port by its name alone does not. */
function countryOf(port: string): string {
  return /^[A-Z]{2}[ -]?[A-Z2-9]{3}$/.test(port) ? port.slice(0, 2) : "";
}

function sumOf(taxes: Declared["taxes"], line: number, kind: string): number {
  return taxes
    .filter((each) => each.line === line && each.kind === kind)
    .reduce((sum, { amount }) => sum + (number(amount) ?? 0), 0);
}

function scaled(value: number | null, share: number): number | null {
  return value === null ? null : value * share;
}

function number(text: string): number | null {
  const parsed = parseDecimal(text);
  return parsed.ok ? Number(formatDecimal(parsed.value)) : null;
}
