import Link from "next/link";
import { useTranslations } from "next-intl";
import type { WorkbookRowView } from "@/contracts/views/credit-policy";
import { TierBadge } from "@/ui/credit/tier-badge";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { WorkbookState } from "./workbook-state";

interface Props {
  readonly rows: readonly WorkbookRowView[];
  /** Where one of them is shown. */
  readonly base: string;
}

/** Workbooks, the newest first. */
export function WorkbookList({ rows, base }: Props) {
  const t = useTranslations("workbook");
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <tr>
          {(["number", "holder", "tier", "state", "handedIn", "review"] as const).map((column) => (
            <TableHead key={column}>{t(`column.${column}`)}</TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell>
              <Link href={`${base}/${row.id}`} className="font-medium">
                {row.number}
              </Link>
              {row.isReview ? <span className="ml-2 text-xs text-muted">{t("yearly")}</span> : null}
            </TableCell>
            <TableCell column={t("column.holder")}>{row.holder}</TableCell>
            <TableCell column={t("column.tier")}>
              <TierBadge tier={row.tier} />
            </TableCell>
            <TableCell column={t("column.state")}>
              <WorkbookState state={row.state} />
            </TableCell>
            <TableCell column={t("column.handedIn")}>
              {row.submittedAt ? <Instant at={row.submittedAt} /> : "–"}
            </TableCell>
            <TableCell column={t("column.review")}>{row.reviewOn ?? "–"}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
