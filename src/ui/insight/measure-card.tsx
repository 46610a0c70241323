import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { wordsOfMeasure } from "@/contracts/insight-words";
import type { MeasureId } from "@/domain/insight/insight";
import type { MeasureTable as Figures } from "@/domain/insight/tables";
import { FigureCard } from "./figure-card";
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
export function MeasureCard({ measure, table, query, ...rest }: Props) {
  const words = wordsOfMeasure(measure, useLocale() === "zh" ? "zh" : "en");
  return (
    <FigureCard
      id={measure}
      words={words}
      csv={`/api/v1/insight/${measure}.csv${query}`}
      rows={table.rows.length}
      table={<MeasureTable label={words.title} table={table} />}
      {...rest}
    />
  );
}
