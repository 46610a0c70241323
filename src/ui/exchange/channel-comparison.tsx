import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ChannelView } from "@/contracts/views/exchange";
import { Instant } from "@/ui/parts/instant";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

/** When a channel was last compared with the authority's lists, and what differed. */
export function ChannelComparison({ channel: { reconciledAt, differences } }: { readonly channel: ChannelView }) {
  const t = useTranslations("exchange.channels");
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="text-muted">
        {reconciledAt ? (
          <>
            {t("compared")} <Instant at={reconciledAt} look="full" />
          </>
        ) : (
          t("neverCompared")
        )}
      </p>
      {reconciledAt && differences.length === 0 ? <p>{t("noDifferences")}</p> : null}
      {differences.length > 0 ? <Differences differences={differences} /> : null}
    </div>
  );
}

function Differences({ differences }: Pick<ChannelView, "differences">) {
  const t = useTranslations("exchange.channels");
  return (
    <Table label={t("differences")} isStacked>
      <thead>
        <tr className="text-left">
          <TableHead>{t("day")}</TableHead>
          <TableHead>{t("what")}</TableHead>
          <TableHead>{t("message")}</TableHead>
          <TableHead>{t("ours")}</TableHead>
          <TableHead>{t("theirs")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {differences.map((each) => (
          <TableRow key={each.id}>
            <TableCell className="whitespace-nowrap">{each.day}</TableCell>
            <TableCell column={t("what")}>{t(`difference.${each.kind}`)}</TableCell>
            <TableCell column={t("message")} className="break-all">
              {each.messageId ? <Link href={`/broker/messages/${each.messageId}`}>{each.guid}</Link> : each.guid}
            </TableCell>
            <TableCell column={t("ours")}>{each.ours ?? "—"}</TableCell>
            <TableCell column={t("theirs")}>{each.theirs ?? "—"}</TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}
