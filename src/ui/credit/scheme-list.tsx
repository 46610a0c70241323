import { useTranslations } from "next-intl";
import type { CreditPolicyView } from "@/contracts/views/credit-policy";
import { Badge } from "@/ui/parts/badge";
import { Section } from "@/ui/parts/card";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { TierBadge } from "./tier-badge";

/** The schemes by date, and whose operators are recognised. */
export function SchemeList({ schemes, partners }: Pick<CreditPolicyView, "schemes" | "partners">) {
  const t = useTranslations("credit");
  return (
    <>
      <Section title={t("schemes")}>
        <ul className="flex flex-col gap-2">
          {schemes.map((scheme) => (
            <li key={scheme.code} className="flex flex-col gap-1.5 rounded-md border bg-panel px-4 py-3 text-sm">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-semibold">
                  {t("days", { from: scheme.validFrom, to: scheme.validTo ?? "…" })}
                </span>
                {scheme.isInForce ? <Badge tone="green">● {t("isInForce")}</Badge> : null}
                {scheme.tiers.map((tier) => (
                  <TierBadge key={tier} tier={tier} />
                ))}
              </div>
              <p className="text-xs text-muted">{scheme.citation}</p>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t("partners")}>
        <Table label={t("partners")} isStacked>
          <thead>
            <tr>
              {(["partner", "recognition", "since", "form", "source"] as const).map((column) => (
                <TableHead key={column}>{t(`column.${column}`)}</TableHead>
              ))}
            </tr>
          </thead>
          <tbody>
            {partners.map((each) => (
              <TableRow key={each.code}>
                <TableCell column={t("column.partner")} className="font-medium">
                  {each.code}
                  {each.countries > 1 ? (
                    <span className="ml-1 text-xs text-muted">{t("countries", { count: each.countries })}</span>
                  ) : null}
                </TableCell>
                <TableCell column={t("column.recognition")} className="lg:whitespace-nowrap">
                  {t(each.isMutual ? "mutual" : "home")}
                </TableCell>
                <TableCell column={t("column.since")} className="whitespace-nowrap tabular-nums">
                  {each.validFrom}
                </TableCell>
                <TableCell column={t("column.form")}>
                  {each.example ? <code className="text-xs">{each.example}</code> : t("generalForm")}
                </TableCell>
                <TableCell column={t("column.source")} className="text-xs text-muted">
                  {each.citation}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      </Section>
    </>
  );
}
