import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AffectedShipmentView } from "@/contracts/views/alert";
import { WHEREABOUTS, type Whereabouts } from "@/domain/alert/affected";
import { Section } from "@/ui/parts/card";

interface Props {
  readonly affected: readonly AffectedShipmentView[];
}

/** The shipments of an alert by where they are: what can be stopped first, what has to be called back last. */
export function AffectedTable({ affected }: Props) {
  const t = useTranslations("alert");
  return (
    <div className="flex flex-col gap-5">
      {WHEREABOUTS.map((where) => {
        const rows = affected.filter((each) => each.whereabouts === where);
        return rows.length > 0 ? <Group key={where} where={where} rows={rows} /> : null;
      })}
      {affected.length === 0 ? <p className="text-muted">{t("noneAffected")}</p> : null}
    </div>
  );
}

function Group({ where, rows }: { readonly where: Whereabouts; readonly rows: readonly AffectedShipmentView[] }) {
  const t = useTranslations("alert");
  const gates = useTranslations("gates");
  return (
    <Section title={`${t(`where.${where}`)} (${rows.length})`}>
      <ul className="divide-y rounded-md border bg-panel text-sm">
        {rows.map((row) => (
          <li key={row.shipmentId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2">
            <Link href={`/broker/shipments/${row.shipmentId}`} className="font-medium">
              {row.reference}
            </Link>
            <span>{row.broker}</span>
            <span className="text-muted">{row.consignee}</span>
            <span className="text-muted">
              {row.lines.map((line) => `${line.commodityCode} ${line.description}`).join("; ")}
            </span>
            <span className="ml-auto text-xs text-muted">
              {row.gates
                .map((gate, index) => `${gates("gate", { number: index + 1 })}: ${gates(`state.${gate.state}`)}`)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
