import { useLocale, useTimeZone, useTranslations } from "next-intl";
import { citationIn } from "@/contracts/citations";
import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { duration } from "@/ui/insight/figures";
import { Amount } from "@/ui/parts/amount";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Slack } from "@/ui/review/slack";
import { dayIn, dayWords, lookOf } from "./day-words";
import { OWNER_LOOKS } from "./owners";

type Clock = ShipmentTimeView["clocks"][number];
type Row = Omit<Clock, "code" | "owner"> & {
  readonly code: Clock["code"] | "promise";
  readonly owner: Clock["owner"] | null;
};

interface Props {
  readonly time: ShipmentTimeView;
  /** Whether there is little room: then what each rests on is left to the page of the shipment. */
  readonly isShort?: boolean;
}

/** The promise and the clocks of the law of a shipment: those that run, the next to end first, then those that are done. */
export function ClockTable({ time, isShort = false }: Props) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const rows = rowsOf(time);
  if (rows.length === 0) return <p className="text-sm text-muted">{t("noClock")}</p>;
  return (
    <Table label={t("clocks")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>{t("column.clock")}</TableHead>
          <TableHead>{t("column.left")}</TableHead>
          <TableHead>{t("column.due")}</TableHead>
          <TableHead>{t("column.from")}</TableHead>
          <TableHead>{t("column.owner")}</TableHead>
          {isShort ? null : <TableHead>{t("column.basis")}</TableHead>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={`${row.code} ${row.subject} ${row.startsAt}`}>
            <TableCell className="font-medium lg:whitespace-nowrap">
              {t(`clock.${row.code}`)}
              {row.subject ? <span className="ml-1 font-normal text-muted">{row.subject}</span> : null}
            </TableCell>
            <TableCell column={t("column.left")}>
              <Left row={row} />
            </TableCell>
            <TableCell column={t("column.due")} className="whitespace-nowrap">
              <When at={row.dueAt} day={row.dueOn} />
            </TableCell>
            <TableCell column={t("column.from")} className="whitespace-nowrap text-muted">
              <When at={row.startsAt.length > 10 ? row.startsAt : null} day={row.startsAt} />
            </TableCell>
            <TableCell column={t("column.owner")} className="whitespace-nowrap">
              {row.owner ? (
                <>
                  <span aria-hidden className={OWNER_LOOKS[row.owner].text}>
                    {OWNER_LOOKS[row.owner].sign}
                  </span>{" "}
                  {t(`owner.${row.owner}`)}
                </>
              ) : (
                t("everybody")
              )}
            </TableCell>
            {isShort ? null : (
              <TableCell column={t("column.basis")} className="min-w-52 text-xs text-muted">
                {citationIn(row.basis, locale)}
              </TableCell>
            )}
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function rowsOf({ clocks, promise, lodgedAt, isOver }: ShipmentTimeView): readonly Row[] {
  const isRunning = lodgedAt !== null && (!isOver || promise.took !== null);
  const dueAt = isRunning ? new Date(Date.parse(lodgedAt) + promise.limit).toISOString() : null;
  const kept: readonly Row[] = dueAt
    ? [
        {
          ...{ code: "promise", startsAt: lodgedAt ?? "", dueOn: null, dueAt, owner: null, basis: promise.basis },
          ...{ subject: null, isDone: promise.took !== null, fee: null },
          left: promise.took === null ? 0 : promise.limit - promise.took,
          breached: promise.took !== null && promise.took > promise.limit,
        },
      ]
    : [];
  const ends = (row: Row) => row.dueAt ?? `${row.dueOn}T16:00:00Z`;
  return [...kept, ...clocks].sort(
    (a, b) => Number(a.isDone) - Number(b.isDone) || ends(a).localeCompare(ends(b)) || a.code.localeCompare(b.code),
  );
}

/** What is left while it runs; once what it asks for is done, whether that was in time. */
function Left({ row }: { readonly row: Row }) {
  const t = useTranslations("clearanceTime");
  const locale = useLocale();
  const fee = row.fee ? (
    <span className="block text-xs text-muted">
      {t("fee")} <Amount value={row.fee.amount} currency={row.fee.currency} />
    </span>
  ) : null;
  if (row.isDone) {
    const margin = row.dueOn ? t("daysLong", { count: Math.abs(row.left) }) : duration(Math.abs(row.left), locale);
    return row.breached ? (
      <span className="text-red">
        ■ {t("doneLate", { margin })}
        {fee}
      </span>
    ) : (
      <span className="text-green">● {t("doneInTime", { margin })}</span>
    );
  }
  if (row.dueOn === null) return row.dueAt ? <Slack dueAt={row.dueAt} /> : null;
  const words = t("daysLong", { count: Math.abs(row.left) });
  if (row.breached)
    return (
      <span className="font-semibold text-red">
        ■ {t("over", { words })}
        {fee}
      </span>
    );
  return row.left === 0 ? (
    <span className="font-medium text-yellow">▲ {t("lastDay")}</span>
  ) : (
    <span>{t("left", { words })}</span>
  );
}

function When({ at, day }: { readonly at: string | null; readonly day: string | null }) {
  const locale = useLocale();
  const timeZone = useTimeZone();
  const today = dayIn(timeZone, new Date());
  if (at) return <Instant at={at} look={lookOf(dayIn(timeZone, new Date(at)), today)} />;
  return day ? <time dateTime={day}>{dayWords(day, today, locale)}</time> : "—";
}
