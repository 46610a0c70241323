import Link from "next/link";
import { useTranslations } from "next-intl";
import type { EndingView } from "@/contracts/views/ending";
import { Section } from "@/ui/parts/card";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Expiry } from "@/ui/stock/expiry-badge";

/** What runs out, the nearest first; nothing at all where nothing does. */
export function EndingList({ endings }: { readonly endings: readonly EndingView[] }) {
  const t = useTranslations("permit");
  if (endings.length === 0) return null;
  return (
    <Section title={t("endings.title")}>
      <Table label={t("endings.title")} isStacked>
        <thead>
          <tr>
            {(["kind", "number", "holder", "ends"] as const).map((name) => (
              <TableHead key={name} className="text-left">
                {t(`endings.${name}`)}
              </TableHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {endings.map((each) => (
            <TableRow key={each.id}>
              <TableCell column={t("endings.kind")}>{t(`endings.of.${each.kind}`)}</TableCell>
              <TableCell column={t("endings.number")} className="font-medium">
                {each.kind === "book" ? <Link href={`/broker/stock/${each.id}`}>{each.number}</Link> : each.number}
              </TableCell>
              <TableCell column={t("endings.holder")}>{each.holder}</TableCell>
              <TableCell column={t("endings.ends")}>
                <Expiry day={each.endsOn} band={each.band} />
              </TableCell>
            </TableRow>
          ))}
        </tbody>
      </Table>
    </Section>
  );
}
