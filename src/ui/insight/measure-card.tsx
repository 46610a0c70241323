import { Download, Info } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wordsOfMeasure } from "@/contracts/insight-words";
import type { MeasureId } from "@/domain/insight/insight";
import type { MeasureTable as Figures } from "@/domain/insight/tables";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { cn } from "@/ui/parts/cn";
import { Popover } from "@/ui/parts/popover";
import { MeasureTable } from "./measure-table";

interface Props {
  readonly measure: MeasureId;
  readonly table: Figures;
  /** What the same window is asked by at the API. */
  readonly query: string;
  /** What the figures rest on, or why there are none. */
  readonly basis?: ReactNode;
  /** Whether it takes the whole row. */
  readonly isWide?: boolean;
  readonly children?: ReactNode;
}

/** A measure: what it means, its drawing, its table, and the same as a file. */
export function MeasureCard({ measure, table, query, basis, isWide = false, children }: Props) {
  const t = useTranslations("insight");
  const { title, definition, formula } = wordsOfMeasure(measure, useLocale() === "zh" ? "zh" : "en");
  const headed = `measure-${measure}`;
  return (
    <Card aria-labelledby={headed} className={cn("min-w-0 gap-3", isWide && "xl:col-span-2")}>
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <h2 id={headed} className="text-base font-semibold">
            {title}
          </h2>
          <div className="ml-auto flex items-center gap-1">
            <Popover
              label={t("howCountedOf", { title })}
              trigger={
                <Button look="bare" size="small" aria-label={t("howCountedOf", { title })}>
                  <Info aria-hidden />
                  {t("howCounted")}
                </Button>
              }
            >
              <p>{formula}</p>
            </Popover>
            <Button asChild look="bare" size="small">
              <a href={`/api/v1/insight/${measure}.csv${query}`} download aria-label={t("csvOf", { title })}>
                <Download aria-hidden />
                CSV
              </a>
            </Button>
          </div>
        </div>
        <p className="text-sm text-muted">{definition}</p>
      </div>
      {table.rows.length === 0 ? null : children}
      {basis ? <p className="text-xs text-muted">{basis}</p> : null}
      {table.rows.length === 0 ? (
        <p className="text-sm">{t("nothing")}</p>
      ) : (
        <details>
          <summary className="text-sm text-accent">{t("table", { count: table.rows.length })}</summary>
          <div className="mt-2">
            <MeasureTable label={title} table={table} />
          </div>
        </details>
      )}
    </Card>
  );
}
