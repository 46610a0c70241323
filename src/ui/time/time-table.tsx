import { useLocale, useTranslations } from "next-intl";
import type { TimeTable as Figures } from "@/domain/clearance-time/tables";
import { duration, percent } from "@/ui/insight/figures";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

const SHARES: readonly string[] = ["share", "saved"];
const TIMES = /^(p\d+|broker|system|officer|authority|payer|total|took|slack|milliseconds)$/;

interface Props {
  readonly label: string;
  readonly table: Figures;
}

/** The figures of a measure of time, as the CSV has them. */
export function TimeTable({ label, table: { columns, rows } }: Props) {
  const t = useTranslations("clearanceTime");
  const lane = useTranslations("insight.key");
  const locale = useLocale();
  const isNumber = columns.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  const number = (column: string, value: number) => {
    if (SHARES.includes(column)) return percent(value, locale);
    return TIMES.test(column) ? duration(value, locale) : value.toLocaleString(locale);
  };
  const word = (column: string, value: string) => {
    if (column === "lane") return lane(value);
    if (column === "lodged_at") return <Instant at={value} />;
    const key = `${column}.${value}`;
    return t.has(key) ? t(key) : value;
  };
  const written = (column: string, value: string | number | null) => {
    if (value === null) return "—";
    return typeof value === "number" ? number(column, value) : word(column, value);
  };
  return (
    <Table label={label}>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <TableHead key={column} className={isNumber[index] ? "text-right" : "text-left"}>
              {t(`column.${column}`)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.filter((value) => typeof value === "string").join(" ")}>
            {columns.map((column, index) => (
              <TableCell
                key={column}
                className={isNumber[index] ? "whitespace-nowrap text-right tabular-nums" : "whitespace-nowrap"}
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
