import { useTranslations } from "next-intl";
import type { ShipmentTimeView } from "@/contracts/views/clearance-time";
import { OwnerBar } from "./owner-bar";
import { OwnerTable } from "./owner-table";

type Timed = Pick<ShipmentTimeView, "phases" | "owners" | "total">;

/** Whose the time was: in one bar, along the way to the same scale, and in figures that add up. */
export function TimeBar({ time }: { readonly time: Timed }) {
  const t = useTranslations("clearanceTime");
  const { phases, owners, total } = time;
  const before = phases.map((_, index) => phases.slice(0, index).reduce((sum, each) => sum + each.total, 0));
  return (
    <div className="flex flex-col gap-3">
      <div aria-hidden className="flex flex-col gap-1.5">
        <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-2">
          <span className="truncate text-xs font-medium">{t("sum")}</span>
          <OwnerBar owners={owners} of={total} />
        </div>
        {phases.map((part, index) => (
          <div key={part.phase} className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-2">
            <span className="truncate text-xs text-muted">{t(`phase.${part.phase}`)}</span>
            <OwnerBar owners={part.owners} of={total} before={before[index] ?? 0} isThin />
          </div>
        ))}
      </div>
      <OwnerTable {...time} />
    </div>
  );
}
