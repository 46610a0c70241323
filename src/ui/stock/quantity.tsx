import { useTranslations } from "next-intl";
import { Amount } from "@/ui/parts/amount";

interface Props {
  readonly value: string;
  readonly unit?: string | null;
  /** Whether a plus is written before what came in. */
  readonly isSigned?: boolean;
}

/** A quantity with its unit, its digits grouped as the language does. */
export function Quantity({ value, unit, isSigned = false }: Props) {
  const t = useTranslations("stock");
  return (
    <span className="whitespace-nowrap">
      {isSigned && !value.startsWith("-") && value !== "0" ? "+" : ""}
      <Amount value={value} leastDigits={0} />
      {unit ? (
        <span className="ml-1 text-[0.92em] text-muted">{t.has(`unit.${unit}`) ? t(`unit.${unit}`) : unit}</span>
      ) : null}
    </span>
  );
}
