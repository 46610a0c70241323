import { useLocale, useTranslations } from "next-intl";
import type { LawBasketView } from "@/contracts/views/law";
import { Alert } from "@/ui/parts/alert";
import { formatAmount } from "@/ui/parts/amount";
import { Table, TableCell, TableHead, TableRow } from "@/ui/parts/table";

type Shipment = NonNullable<LawBasketView["checks"]>["impact"]["shipments"][number];
type Tax = NonNullable<Shipment["before"]["tax"]>;

const TAXES = ["duty", "consumptionTax", "vat", "total"] as const satisfies readonly (keyof Tax)[];

/** The open shipments that would stand otherwise on the basket's day: tax and requirements, before and after. */
export function ImpactTable({ basket }: { readonly basket: LawBasketView }) {
  const t = useTranslations("law");
  if (!basket.checks) return <p className="text-sm text-muted">{t("notWeighed")}</p>;
  const { examined, isCut, shipments } = basket.checks.impact;
  return (
    <div className="flex flex-col gap-3">
      <Alert tone={shipments.length > 0 ? "warning" : "info"}>
        {t("impactLead", { count: shipments.length, examined, day: basket.effectiveOn })}
        {isCut ? ` ${t("impactCut", { examined })}` : ""}
      </Alert>
      {shipments.length > 0 ? (
        <Table label={t("impact")} isStacked>
          <thead>
            <tr>
              <TableHead className="text-left">{t("column.shipment")}</TableHead>
              {TAXES.map((tax) => (
                <TableHead key={tax} className="text-right">
                  {t(`tax.${tax}`)}
                </TableHead>
              ))}
              <TableHead className="text-left">{t("column.requirements")}</TableHead>
            </tr>
          </thead>
          <tbody>
            {shipments.map((shipment) => (
              <TableRow key={shipment.shipmentId}>
                <TableCell className="font-medium whitespace-nowrap">{shipment.reference}</TableCell>
                {TAXES.map((tax) => (
                  <TableCell key={tax} column={t(`tax.${tax}`)} className="text-right tabular-nums">
                    <Amounts shipment={shipment} tax={tax} />
                  </TableCell>
                ))}
                <TableCell column={t("column.requirements")}>
                  <Requirements shipment={shipment} />
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      ) : null}
    </div>
  );
}

function Amounts({ shipment, tax }: { readonly shipment: Shipment; readonly tax: keyof Tax }) {
  const locale = useLocale();
  const [before, after] = [shipment.before, shipment.after].map((standing) =>
    standing.tax ? formatAmount(standing.tax[tax], locale) : "—",
  );
  if (before === after) return <span className="text-muted">{after}</span>;
  return (
    <>
      <del className="text-muted">{before}</del> → <ins className="font-medium no-underline">{after}</ins>
    </>
  );
}

function Requirements({ shipment }: { readonly shipment: Shipment }) {
  const t = useTranslations("law");
  const name = useRequirementName();
  const { addedRequirements, droppedRequirements, before, after } = shipment;
  const issues = after.issues.filter((issue) => !before.issues.includes(issue));
  if (addedRequirements.length + droppedRequirements.length + issues.length === 0)
    return <span className="text-muted">—</span>;
  return (
    <ul className="flex flex-col">
      {issues.map((issue) => (
        <li key={issue} className="text-red">
          ■ {t("cannotBeTaxed")} <code>{issue}</code>
        </li>
      ))}
      {addedRequirements.map((each) => (
        <li key={each}>+ {name(each)}</li>
      ))}
      {droppedRequirements.map((each) => (
        <li key={each} className="text-muted">
          – {name(each)}
        </li>
      ))}
    </ul>
  );
}

/** `bonded_exit:invoice_lodged:waived` in words. */
function useRequirementName(): (stated: string) => string {
  const t = useTranslations("law");
  const gates = useTranslations("gates");
  const names = useTranslations("reasons.requirement");
  return (stated) => {
    const [stage = "", code = "", mark] = stated.split(":");
    const gate = stage === "bonded_exit" || stage === "domestic_distribution" ? gates(`stage.${stage}`) : stage;
    const name = names.has(code) ? names(code) : code;
    return `${gate}: ${name}${mark === "waived" ? ` (${t("waived")})` : ""}`;
  };
}
