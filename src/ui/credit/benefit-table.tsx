import { useTranslations } from "next-intl";
import type { CreditPolicyView } from "@/contracts/views/credit-policy";
import { CREDIT_TIERS } from "@/domain/aeo/authorisation";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { TierBadge } from "./tier-badge";

type InForce = NonNullable<CreditPolicyView["inForce"]>;
type Tiers = Pick<InForce, "tiers" | "mutual">;

/** What each tier is worth. */
export function BenefitTable({ tiers, mutual, sources }: Tiers & { readonly sources?: InForce["sources"] }) {
  const t = useTranslations("credit");
  const sourceOf = (of: string) => sources?.find((each) => each.of === of);
  return (
    <Table label={t("worth")} isStacked>
      <thead>
        <tr>
          {(["tier", "chance", "guarantee", "priority", "periodic"] as const).map((column) => (
            <TableHead key={column}>{t(`column.${column}`)}</TableHead>
          ))}
          {sources ? <TableHead>{t("column.source")}</TableHead> : null}
        </tr>
      </thead>
      <tbody>
        {CREDIT_TIERS.map((tier) => {
          const each = tiers[tier];
          const source = sourceOf(tier);
          return (
            <TableRow key={tier}>
              <TableCell column={t("column.tier")}>
                <TierBadge tier={tier} />
              </TableCell>
              <TableCell column={t("column.chance")}>× {each.inspectionMultiplier}</TableCell>
              <TableCell column={t("column.guarantee")}>{percent(each.guaranteeShare)}</TableCell>
              <TableCell column={t("column.priority")}>{each.priority}</TableCell>
              <TableCell column={t("column.periodic")}>{t(each.periodicDeclaration ? "yes" : "no")}</TableCell>
              {sources ? (
                <TableCell column={t("column.source")} className="text-xs text-muted">
                  {source ? `${t(`basis.${source.basis}`)}: ${source.citation}` : ""}
                </TableCell>
              ) : null}
            </TableRow>
          );
        })}
        <TableRow>
          <TableCell column={t("column.tier")}>{t("mutual")}</TableCell>
          <TableCell column={t("column.chance")}>
            {mutual.counts ? `× ${mutual.inspectionMultiplier}` : t("no")}
          </TableCell>
          <TableCell column={t("column.guarantee")}>–</TableCell>
          <TableCell column={t("column.priority")}>–</TableCell>
          <TableCell column={t("column.periodic")}>–</TableCell>
          {sources ? (
            <TableCell column={t("column.source")} className="text-xs text-muted">
              {sourceOf("mutual")
                ? `${t(`basis.${sourceOf("mutual")?.basis ?? "own"}`)}: ${sourceOf("mutual")?.citation}`
                : ""}
            </TableCell>
          ) : null}
        </TableRow>
      </tbody>
    </Table>
  );
}

/** A share of at most four digits as a percentage. */
function percent(share: string): string {
  return `${Number((Number(share) * 100).toFixed(2))} %`;
}
