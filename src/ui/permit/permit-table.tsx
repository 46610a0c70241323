import { useTranslations } from "next-intl";
import type { PermitKindView, PermitView } from "@/contracts/views/permit";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";
import { Expiry } from "@/ui/stock/expiry-badge";
import { Quantity } from "@/ui/stock/quantity";
import { PermitForm } from "./permit-form";
import { WithdrawPermit } from "./withdraw-permit";

interface Props {
  readonly rows: readonly PermitView[];
  readonly kinds: readonly PermitKindView[];
  readonly today: string;
}

/** Permits with what they are for and how near their end is. */
export function PermitTable({ rows, kinds, today }: Props) {
  const t = useTranslations("permit");
  const reasons = useTranslations("reasons");
  const named = (kind: string) => (reasons.has(`requirement.${kind}`) ? reasons(`requirement.${kind}`) : kind);
  return (
    <Table label={t("title")} isStacked>
      <thead>
        <TableRow>
          <TableHead>{t("kind")}</TableHead>
          <TableHead>{t("number")}</TableHead>
          <TableHead>{t("holder")}</TableHead>
          <TableHead>{t("scope")}</TableHead>
          <TableHead>{t("valid")}</TableHead>
          <TableHead>{t("acts")}</TableHead>
        </TableRow>
      </thead>
      <tbody>
        {rows.map((row) => (
          <TableRow key={row.id}>
            <TableCell column={t("kind")}>{named(row.kind)}</TableCell>
            <TableCell column={t("number")}>
              <code className="break-all">{row.number}</code>
              <span className="block text-xs text-muted">{t(row.isFormKnown ? "formKnown" : "formUnknown")}</span>
            </TableCell>
            <TableCell column={t("holder")}>
              {row.holder}
              <span className="block text-xs text-muted">{row.issuer}</span>
            </TableCell>
            <TableCell column={t("scope")}>
              <Scope permit={row} />
            </TableCell>
            <TableCell column={t("valid")}>
              <span className="block text-xs text-muted">{row.validFrom} –</span>
              {row.validTo ? <Expiry day={row.validTo} band={row.expiry} /> : t("open")}
            </TableCell>
            <TableCell column={t("acts")}>
              {row.isWithdrawn ? (
                <span className="text-muted">{t("list.withdrawn")}</span>
              ) : (
                <span className="inline-flex gap-1">
                  <PermitForm kinds={kinds} today={today} permit={row} />
                  <WithdrawPermit permitId={row.id} number={row.number} />
                </span>
              )}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Scope({ permit }: { readonly permit: PermitView }) {
  const t = useTranslations("permit");
  const { commodityPrefixes, origins, words, quantity, uses } = permit;
  const goods = [...commodityPrefixes, ...words.map((word) => `“${word}”`)].join(", ") || t("all");
  return (
    <>
      <span className="break-words">{goods}</span>
      {origins.length > 0 ? <span> {t("from", { origins: origins.join(", ") })}</span> : null}
      <span className="block text-xs text-muted">
        {quantity ? (
          <>
            <Quantity value={quantity.taken} /> / <Quantity value={quantity.granted} unit={quantity.unit} /> ·{" "}
          </>
        ) : null}
        {t("uses", { count: uses })}
      </span>
    </>
  );
}
