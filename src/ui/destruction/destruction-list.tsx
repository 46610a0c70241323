import { Flame } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DestructionRowView } from "@/contracts/views/destruction";
import { DESTRUCTION_STATES, type DestructionState } from "@/domain/destruction/destruction";
import { EmptyState } from "@/ui/parts/empty-state";
import { PageHeader } from "@/ui/parts/page-header";
import { TabLinks } from "@/ui/parts/tab-links";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { DestructionBadge } from "./destruction-badge";

interface Props {
  /** Where one of them is opened. */
  readonly base: string;
  readonly lead: string;
  readonly rows: readonly DestructionRowView[];
  readonly state: DestructionState | undefined;
  readonly nextCursor: string | null;
  readonly empty: { readonly words: string; readonly action: ReactNode };
}

/** Destructions by their state, of who keeps the books or of the office that supervises them. */
export function DestructionList({ base, lead, rows, state, nextCursor, empty }: Props) {
  const t = useTranslations("destruction");
  return (
    <div className="flex flex-col gap-4 px-4 pb-10 pt-5 md:px-6">
      <PageHeader title={t("title")} lead={lead} />
      <div className="border-b">
        <TabLinks
          label={t("byState")}
          tabs={[
            { href: "?", label: t("all"), isHere: state === undefined },
            ...DESTRUCTION_STATES.map((each) => ({
              href: `?state=${each}`,
              label: t(`state.${each}`),
              isHere: each === state,
            })),
          ]}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState icon={Flame} words={empty.words} action={empty.action} />
      ) : (
        <DestructionTable base={base} rows={rows} />
      )}
      {nextCursor ? (
        <Link href={`?${state ? `state=${state}&` : ""}cursor=${nextCursor}`} className="self-start text-sm">
          {t("older")}
        </Link>
      ) : null}
    </div>
  );
}

function DestructionTable({ base, rows }: Pick<Props, "base" | "rows">) {
  const t = useTranslations("destruction");
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <tr>
          {(["number", "goods", "book", "reason", "place", "appointed", "state"] as const).map((name) => (
            <TableHead key={name} className="text-left">
              {t(`column.${name}`)}
            </TableHead>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("column.number")} className="whitespace-nowrap font-medium">
              <Link href={`${base}/${row.id}`}>{row.number}</Link>
            </TableCell>
            <TableCell column={t("column.goods")}>
              {row.goods}{" "}
              {row.lots > 1 ? <span className="text-muted">{t("more", { count: row.lots - 1 })}</span> : null}
            </TableCell>
            <TableCell column={t("column.book")}>
              {row.book.emsNo} <span className="text-muted">{row.book.company}</span>
            </TableCell>
            <TableCell column={t("column.reason")}>{t(`reason.${row.reason}`)}</TableCell>
            <TableCell column={t("column.place")} className="break-words">
              {row.place}
            </TableCell>
            <TableCell column={t("column.appointed")} className="whitespace-nowrap">
              {row.appointedOn}
            </TableCell>
            <TableCell column={t("column.state")}>
              <DestructionBadge state={row.state} />
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
