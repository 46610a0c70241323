import { useTranslations } from "next-intl";
import type { BookImportPreviewView } from "@/contracts/views/book";
import { Badge } from "@/ui/parts/badge";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Quantity } from "./quantity";

type Row = BookImportPreviewView["rows"][number];

const LOOK = {
  new: { mark: "+", tone: "green" },
  unchanged: { mark: "=", tone: "plain" },
  invalid: { mark: "■", tone: "red" },
} as const satisfies Record<Row["change"], { mark: string; tone: string }>;

/** What a file says beside the book, row by row, and what is at fault. */
export function ImportTable({ preview }: { readonly preview: BookImportPreviewView }) {
  const t = useTranslations("stock");
  const isCount = preview.rows.some((row) => row.counted !== null);
  return (
    <Table label={t("import.preview")}>
      <thead>
        <tr>
          <TableHead className="w-12 text-right">{t("import.row")}</TableHead>
          <TableHead className="text-left">{t("column.goods")}</TableHead>
          {isCount ? (
            <>
              <TableHead className="text-right">{t("count.booked")}</TableHead>
              <TableHead className="text-right">{t("count.counted")}</TableHead>
              <TableHead className="text-right">{t("count.difference")}</TableHead>
            </>
          ) : null}
          <TableHead className="text-left">{t("import.change")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {preview.rows.map((row) => (
          <TableRow key={row.row} className={row.change === "invalid" ? "bg-red-soft" : ""}>
            <TableCell className="text-right text-muted">{row.row}</TableCell>
            <TableCell>{row.label || "–"}</TableCell>
            {isCount ? <Counted counted={row.counted} /> : null}
            <TableCell className="min-w-52">
              <Badge tone={LOOK[row.change].tone}>
                <span aria-hidden>{LOOK[row.change].mark}</span>
                {isCount && row.change === "new" ? t("import.differs") : t(`import.is.${row.change}`)}
              </Badge>
              {row.problem ? <p className="text-red">{row.problem.message}</p> : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Counted({ counted }: Pick<Row, "counted">) {
  return (
    <>
      {(["booked", "counted", "difference"] as const).map((name) => (
        <TableCell key={name} className="text-right">
          {counted ? <Quantity value={counted[name]} isSigned={name === "difference"} /> : "–"}
        </TableCell>
      ))}
    </>
  );
}
