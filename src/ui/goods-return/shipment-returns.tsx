import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { GoodsReturnView } from "@/contracts/views/goods-return";
import type { ShipmentView } from "@/contracts/views/shipment";
import { isRetail } from "@/domain/declaration/declaration";
import { EmptyState } from "@/ui/parts/empty-state";
import { ReturnTable } from "./return-table";
import { ReturnWizard } from "./return-wizard";

interface Props {
  readonly shipment: ShipmentView;
  readonly rows: readonly GoodsReturnView[];
  readonly mayAct: boolean;
  readonly today: string;
}

/** The shipment itself is on the page. */
const WITHOUT_SHIPMENT = { shipment: false };

/** What of a shipment comes back: only retail goods do so this way, and only once they were released. */
export function ShipmentReturns({ shipment, rows, mayAct, today }: Props) {
  const t = useTranslations("goodsReturn");
  const isReleased = shipment.gates[0]?.state === "released";
  if (!isRetail(shipment.regime)) return <EmptyState icon={Undo2} words={t("notRetail")} action={null} />;
  if (!isReleased) return <EmptyState icon={Undo2} words={t("notReleased")} action={null} />;
  return (
    <div className="flex flex-col gap-4 px-4 pt-5 md:px-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-sm text-muted">{t("lead")}</p>
        {mayAct ? <ReturnWizard shipmentId={shipment.id} lines={declaredLines(shipment)} /> : null}
      </div>
      {rows.length === 0 ? (
        <p className="text-sm text-muted">{t("none")}</p>
      ) : (
        <ReturnTable rows={rows} mayAct={mayAct} today={today} visibility={WITHOUT_SHIPMENT} />
      )}
    </div>
  );
}

/** The goods lines as they were declared. */
function declaredLines({ declaration }: ShipmentView) {
  const of = (name: string, line: number) =>
    declaration.values.find((value) => value.name === name && value.line === line)?.value ?? "";
  const numbers = [...new Set(declaration.values.flatMap(({ line }) => line ?? []))].sort((a, b) => a - b);
  return numbers.map((number) => ({
    number,
    description: of("description", number),
    quantity: of("quantity", number),
  }));
}
