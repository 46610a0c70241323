import { useLocale, useTranslations } from "next-intl";
import type { MeasureTable as Figures } from "@/domain/insight/tables";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { figureOf } from "./figures";
import { useKeyWords } from "./key-words";

interface Props {
  readonly label: string;
  readonly table: Figures;
}

/** The figures of a measure, as the CSV has them. */
export function MeasureTable({ label, table: { columns, rows } }: Props) {
  const t = useTranslations("insight.column");
  const words = useKeyWords();
  const locale = useLocale();
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  const written = (column: string, value: string | number | null) => {
    if (value === null) return "—";
    return typeof value === "number" ? figureOf(column, value, locale) : words(column, value);
  };
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <TableHead key={column} className={isNumber[index] ? "text-right" : "text-left"}>
              {t(column)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.filter((value) => typeof value === "string").join(" ") || String(row[0])}>
            {columns.map((column, index) => (
              <TableCell
                key={column}
                className={isNumber[index] ? "whitespace-nowrap text-right" : "whitespace-nowrap"}
              >
                {written(column, row[index] ?? null)}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
