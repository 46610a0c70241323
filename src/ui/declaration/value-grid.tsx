import { useTranslations } from "next-intl";
import type { DeclaredValueView } from "@/contracts/views/declaration";
import type { ShipmentView } from "@/contracts/views/shipment";
import { cn } from "@/ui/parts/cn";
import { DeclaredValue } from "./declared-value";

interface Props {
  readonly values: readonly DeclaredValueView[];
  readonly shipment: ShipmentView;
  readonly isOpen: boolean;
  /** Names of firms are long; they have the width for themselves. */
  readonly isSingle?: boolean;
}

/** Values of the header beside their names. */
export function ValueGrid({ values, shipment, isOpen, isSingle = false }: Props) {
  const t = useTranslations("declared");
  return (
    <dl className={cn("grid gap-x-6 border-t", isSingle || "sm:grid-cols-2")}>
      {values.map((value) => (
        <div
          key={value.pointer}
          className="grid min-h-9 grid-cols-[8.5rem_minmax(0,1fr)] items-center gap-x-3 border-b py-1"
        >
          <dt className="text-sm text-muted">{t(value.name)}</dt>
          <dd className="min-w-0 text-base font-medium">
            <DeclaredValue
              value={value}
              declaration={shipment.declaration}
              documents={shipment.documentList}
              shipmentId={shipment.id}
              isOpen={isOpen}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}
