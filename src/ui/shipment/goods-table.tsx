import { useTranslations } from "next-intl";
import type { DeclarationView } from "@/contracts/views/declaration";
import { Amount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** The goods as declared, a row a line. */
export function GoodsTable({ declaration }: { readonly declaration: DeclarationView }) {
  const t = useTranslations("declared");
  const overview = useTranslations("overview");
  const lines = [...new Set(declaration.values.flatMap((value) => (value.line === null ? [] : [value.line])))];
  const currency = declaration.values.find((value) => value.name === "currency")?.value ?? undefined;
  const of = (line: number, name: string) =>
    declaration.values.find((value) => value.line === line && value.name === name)?.value ?? null;
  if (lines.length === 0) return <p className="text-sm text-muted">{overview("noGoods")}</p>;
  return (
    <Table label={overview("goods")} isStacked>
      <thead>
        <tr>
          <TableHead className="w-8">#</TableHead>
          <TableHead>{t("description")}</TableHead>
          <TableHead>{t("commodityCode")}</TableHead>
          <TableHead>{t("origin")}</TableHead>
          <TableHead className="text-right">{t("quantity")}</TableHead>
          <TableHead className="text-right">{t("amount")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const amount = of(line, "amount");
          return (
            <TableRow key={line}>
              <TableCell column="#" className="text-muted">
                {line}
              </TableCell>
              <TableCell column={t("description")} className="min-w-40">
                {of(line, "description") ?? "—"}
              </TableCell>
              <TableCell column={t("commodityCode")}>{of(line, "commodityCode") ?? "—"}</TableCell>
              <TableCell column={t("origin")}>{of(line, "origin") ?? "—"}</TableCell>
              <TableCell column={t("quantity")} className="whitespace-nowrap text-right">
                {[of(line, "quantity"), of(line, "unit")].filter(Boolean).join(" ") || "—"}
              </TableCell>
              <TableCell column={t("amount")} className="text-right">
                {amount ? <Amount value={amount} {...(currency ? { currency } : {})} /> : "—"}
              </TableCell>
            </TableRow>
          );
        })}
      </tbody>
    </Table>
  );
}
