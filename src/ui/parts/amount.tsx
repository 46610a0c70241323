import { useLocale } from "next-intl";
import { minorDigits } from "@/domain/shared/money";
import { cn } from "./cn";

interface Props {
  /** A plain decimal text. It is formatted as text: a float would lose the last places of a great sum. */
  readonly value: string;
  readonly currency?: string;
  readonly leastDigits?: number;
  readonly className?: string;
}

/** A sum of money, with its digits under one another. */
export function Amount({ value, currency, leastDigits = minorDigits(currency ?? ""), className }: Props) {
  const locale = useLocale();
  return (
    <span className={cn("whitespace-nowrap", className)}>
      {formatAmount(value, locale, leastDigits)}
      {currency ? <span className="ml-1 text-[0.92em] font-normal text-muted">{currency}</span> : null}
    </span>
  );
}

/** Groups the digits of a plain decimal and shows two places, or as many as it has; what is no number stays as it is. */
export function formatAmount(value: string, locale: string, leastDigits = 2): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const digits = value.split(".")[1]?.length ?? 0;
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: leastDigits,
    maximumFractionDigits: Math.max(leastDigits, digits),
  }).format(value as `${number}`);
}
