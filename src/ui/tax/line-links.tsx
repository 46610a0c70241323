import Link from "next/link";
import { useTranslations } from "next-intl";
import type { LawView } from "@/contracts/views/simulation";
import { cn } from "@/ui/parts/cn";

interface Props {
  readonly lines: readonly number[];
  readonly line: number | null;
  readonly laws: readonly LawView[];
}

/** The tax of all goods, or of one line. */
export function LineLinks({ lines, line, laws }: Props) {
  const t = useTranslations("tax");
  const days = ["asOf", "against"].flatMap((name, index) => (laws[index] ? `&${name}=${laws[index].lawDate}` : []));
  const look = (isHere: boolean) =>
    cn(
      "inline-flex min-h-7 items-center rounded-md border px-2.5 text-sm no-underline",
      isHere ? "border-accent/40 bg-accent-soft font-medium text-accent" : "bg-panel text-text hover:bg-raised",
    );
  return (
    <nav aria-label={t("ofLine")} className="flex max-h-24 flex-wrap items-center gap-1.5 overflow-y-auto">
      <Link href={`?tab=tax${days.join("")}`} scroll={false} className={look(line === null)}>
        {t("allLines")}
      </Link>
      {lines.map((each) => (
        <Link
          key={each}
          href={`?tab=tax${days.join("")}&line=${each}`}
          scroll={false}
          aria-current={each === line ? "true" : undefined}
          className={look(each === line)}
        >
          {t("lineOption", { line: each })}
        </Link>
      ))}
    </nav>
  );
}
