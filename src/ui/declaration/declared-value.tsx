import { useTranslations } from "next-intl";
import type { DeclarationView, DeclaredValueView } from "@/contracts/views/declaration";
import type { DocumentView } from "@/contracts/views/document";
import { ADJUSTMENTS } from "@/domain/valuation/adjustments";
import { SourceIcon } from "@/ui/document/source-icon";
import { Amount } from "@/ui/parts/amount";
import { cn } from "@/ui/parts/cn";
import { fieldNameOf } from "./field-names";
import { ValueForm } from "./value-form";

const MONEY: readonly string[] = ["invoiceTotal", "freight", "insurance", "amount", ...ADJUSTMENTS];
const NUMBERS = ["quantity", "unitPrice", "packages", "grossWeightKg", "netWeightKg"];

interface Props {
  readonly value: DeclaredValueView;
  readonly declaration: DeclarationView;
  readonly documents: readonly DocumentView[];
  readonly shipmentId: string;
  /** Whether values can still be given. */
  readonly isOpen: boolean;
}

/** A declared value as it reads best, with its source; where it is missing, the way to give it. */
export function DeclaredValue({ value, declaration, documents, shipmentId, isOpen }: Props) {
  const t = useTranslations("declaration");
  const issues = declaration.issues.filter((issue) => issue.pointer === value.pointer);
  const isWanted = issues.some((issue) => issue.code.endsWith("_missing") || issue.code === "net_weight_needed");
  if (value.value === null) {
    if (!isOpen) return <span className="text-muted">—</span>;
    return (
      <ValueForm
        shipmentId={shipmentId}
        name={fieldNameOf(value.name)}
        line={value.line === null ? null : value.line - 1}
        isOptional={!isWanted}
      />
    );
  }
  const isUnsure = issues.length > 0 && isOpen;
  return (
    <span
      className={cn("inline-flex max-w-full items-center gap-0.5", NUMBERS.includes(value.name) && "whitespace-nowrap")}
    >
      {isUnsure ? (
        <span className={issues.some((issue) => issue.severity === "error") ? "text-red" : "text-yellow"}>
          <span aria-hidden className="mr-1">
            {issues.some((issue) => issue.severity === "error") ? "■" : "▲"}
          </span>
          <span className="sr-only">{t("hasIssue")}</span>
        </span>
      ) : null}
      <span className="min-w-0 break-words">
        <Formatted value={value} currency={currencyOf(declaration)} />
      </span>
      <SourceIcon value={value} documents={documents.map(({ id, pages, fileName }) => ({ id, pages, fileName }))} />
    </span>
  );
}

function Formatted({ value, currency }: { readonly value: DeclaredValueView; readonly currency: string | null }) {
  const text = value.value ?? "";
  if (MONEY.includes(value.name))
    return <Amount value={text} {...(currency && value.line === null ? { currency } : {})} />;
  if (NUMBERS.includes(value.name)) return <Amount value={text} leastDigits={value.name === "unitPrice" ? 2 : 0} />;
  return text;
}

function currencyOf({ values }: DeclarationView): string | null {
  return values.find((value) => value.name === "currency")?.value ?? null;
}
