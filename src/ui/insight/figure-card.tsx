import { Download, Info } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { MeasureWords } from "@/contracts/insight-words";
import { Button } from "@/ui/parts/button";
import { Card } from "@/ui/parts/card";
import { cn } from "@/ui/parts/cn";
import { Popover } from "@/ui/parts/popover";

interface Props {
  readonly id: string;
  readonly words: MeasureWords;
  /** Where the same is a file. */
  readonly csv: string;
  /** What the figures rest on, or why there are none. */
  readonly basis?: ReactNode;
  /** Whether it takes the whole row. */
  readonly isWide?: boolean;
  /** The table, and how many rows it has. */
  readonly table: ReactNode;
  readonly rows: number;
  readonly children?: ReactNode;
}

/** Figures: what they mean, their drawing, how they are counted, their table, and the same as a file. */
export function FigureCard({ id, words, csv, basis, isWide = false, table, rows, children }: Props) {
  const t = useTranslations("insight");
  const { title, definition, formula } = words;
  const headed = `measure-${id}`;
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
              <a href={csv} download aria-label={t("csvOf", { title })}>
                <Download aria-hidden />
                CSV
              </a>
            </Button>
          </div>
        </div>
        <p className="text-sm text-muted">{definition}</p>
      </div>
      {rows === 0 ? null : children}
      {basis ? <p className="text-xs text-muted">{basis}</p> : null}
      {rows === 0 ? <p className="text-sm">{t("nothing")}</p> : null}
      {rows > 0 && table ? (
        <details>
          <summary className="text-sm text-accent">{t("table", { count: rows })}</summary>
          <div className="mt-2">{table}</div>
        </details>
      ) : null}
    </Card>
  );
}
