import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ShipmentRowView } from "@/contracts/views";
import { GatesMark } from "@/ui/gate/gates";
import { cn } from "@/ui/parts/cn";

/** The broker's shipments, newest first; on a phone each row is a card. */
export function ShipmentTable({ rows }: { readonly rows: readonly ShipmentRowView[] }) {
  const t = useTranslations("shipments");
  const format = useFormatter();
  if (rows.length === 0) return <p className="px-6 py-16 text-center text-muted">{t("empty")}</p>;
  const columns = ["reference", "consignee", "goods", "value", "documents", "gates", "toConfirm", "updated"] as const;
  return (
    <div className="px-4 pb-10 md:px-6">
      <table className="w-full border-separate border-spacing-0 rounded-md border bg-panel text-[13px]">
        <thead className="hidden md:table-header-group">
          <tr className="text-left text-[12px] text-muted">
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className={cn(
                  "whitespace-nowrap border-b px-3 py-2",
                  column === "value" && "text-right",
                  column === "documents" && "hidden 2xl:table-cell",
                )}
              >
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              className="relative block px-2 py-2 hover:bg-raised md:table-row [&>td]:block [&>td]:px-3 [&>td]:py-0.5 md:[&>td]:table-cell md:[&>td]:h-11 md:[&>td]:border-b md:[&>td]:py-1 md:last:[&>td]:border-b-0"
            >
              <td className="whitespace-nowrap">
                <Link
                  href={`/broker/shipments/${row.id}`}
                  className="font-medium text-accent after:absolute after:inset-0"
                >
                  {row.reference}
                </Link>
                <span className="ml-2 text-[12px] text-muted">{row.regime}</span>
              </td>
              <td className="truncate md:max-w-48">{row.consignee ?? "—"}</td>
              <td className="truncate text-muted md:max-w-44">{row.goods ?? "—"}</td>
              <td className="whitespace-nowrap md:text-right">
                {row.value
                  ? `${format.number(Number(row.value.amount), { minimumFractionDigits: 2 })} ${row.value.currency}`
                  : "—"}
              </td>
              <td className="hidden! 2xl:table-cell!">
                {t("documentsOf", { read: row.documents.read, total: row.documents.total })}
              </td>
              <td>
                <GatesMark gates={row.gates} />
              </td>
              <td className="whitespace-nowrap">
                {row.toConfirm > 0 && row.declarationVersion === null ? (
                  <span className="font-medium text-yellow">{t("confirm", { count: row.toConfirm })}</span>
                ) : (
                  <span className="hidden text-muted md:inline">—</span>
                )}
              </td>
              <td className="whitespace-nowrap text-muted">{format.relativeTime(new Date(row.updatedAt))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
