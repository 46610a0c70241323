import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TaxBillView } from "@/contracts/views/money";
import { Amount } from "@/ui/parts/amount";
import { cn } from "@/ui/parts/cn";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { BillActs } from "./bill-acts";
import { BillBadge } from "./states";

interface Props {
  readonly bill: TaxBillView;
  readonly mayAct: boolean;
  /** Where the shipment itself is not on the page. */
  readonly isLinked: boolean;
}

/** A bill with what was assessed beside what the authority asks, kind by kind. */
export function BillCard({ bill, mayAct, isLinked }: Props) {
  const t = useTranslations("money");
  const { currency, shipment, state, daysLeft, surcharge, acceptedReason, paymentReference } = bill;
  return (
    <article
      className="flex flex-col gap-3 rounded-md border bg-panel p-4"
      aria-label={t("billNumber", { number: bill.number })}
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="font-semibold">{bill.number}</h3>
        <BillBadge state={state} />
        {isLinked ? <Link href={`/broker/shipments/${shipment.id}?tab=tax`}>{shipment.reference}</Link> : null}
        <span className="text-sm text-muted">{t("issuedOn", { day: bill.issuedOn })}</span>
        {state === "paid" ? (
          <span className="text-sm text-muted">{t("paidBy", { reference: paymentReference ?? "" })}</span>
        ) : (
          <span className="text-sm text-muted">{t("dueOn", { day: bill.dueOn, days: daysLeft ?? 0 })}</span>
        )}
      </header>
      <Table label={t("compared")}>
        <thead>
          <TableRow>
            <TableHead>{t("kindIn", { currency })}</TableHead>
            <TableHead className="text-right">{t("ours")}</TableHead>
            <TableHead className="text-right">{t("authority")}</TableHead>
            <TableHead className="text-right">{t("difference")}</TableHead>
          </TableRow>
        </thead>
        <tbody>
          {[
            ...bill.lines.map((line) => ({ ...line, name: t(`billKind.${line.kind}`) })),
            { ...bill.total, name: t("total") },
          ].map(({ name, ours, authority, difference }) => (
            <TableRow key={name}>
              <TableCell>{name}</TableCell>
              <TableCell className="text-right">
                <Amount value={ours} />
              </TableCell>
              <TableCell className="text-right">
                <Amount value={authority} />
              </TableCell>
              <TableCell className={cn("text-right", Number(difference) !== 0 && "font-semibold text-yellow")}>
                {Number(difference) === 0 ? "—" : <Amount value={difference} />}
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
      {surcharge && Number(surcharge) > 0 ? (
        <p className="text-sm text-red">{t("surcharge", { amount: surcharge, currency })}</p>
      ) : null}
      {acceptedReason ? <p className="text-sm text-muted">{t("acceptedBecause", { reason: acceptedReason })}</p> : null}
      {mayAct && state !== "paid" ? <BillActs billId={bill.id} isDiffering={state === "differs"} /> : null}
    </article>
  );
}
