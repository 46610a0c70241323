import Link from "next/link";
import { useTranslations } from "next-intl";
import type { InsightView } from "@/contracts/views/insight";
import { WINDOWS } from "@/domain/insight/insight";
import { Badge } from "@/ui/parts/badge";
import { TabLinks } from "@/ui/parts/tab-links";
import { type InsightQuery, queryOf } from "./query";

interface Props {
  readonly query: InsightQuery;
  readonly generated: InsightView["generated"];
}

/** Which days are looked at, and whether history that was made up counts. */
export function WindowBar({ query, generated }: Props) {
  const t = useTranslations("insight");
  const turned = queryOf({ ...query, generated: generated.isIncluded ? "exclude" : "include" });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <TabLinks
        label={t("window")}
        tabs={WINDOWS.map((days) => ({
          href: `/compliance/insight${queryOf({ ...query, days })}`,
          label: t("days", { days }),
          isHere: days === query.days,
        }))}
      />
      {generated.lines > 0 ? (
        <p className="flex flex-wrap items-center gap-2 text-sm">
          <Badge tone="yellow">▲ {t("generated")}</Badge>
          <span>
            {t(generated.isIncluded ? "generatedIn" : "generatedOut", { lines: generated.lines, of: generated.of })}
          </span>
          <Link href={`/compliance/insight${turned}`} scroll={false} className="text-accent underline">
            {t(generated.isIncluded ? "exclude" : "include")}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
