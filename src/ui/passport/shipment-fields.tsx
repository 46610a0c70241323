"use client";

import { useTranslations } from "next-intl";
import { Checkbox } from "@/ui/parts/checkbox";

interface Props {
  readonly form: PassportFormState;
  readonly shipments: readonly { readonly id: string; readonly reference: string; readonly goods: string | null }[];
}

import type { PassportFormState } from "./given";

/** Which released shipments of the goods the passport tells of. */
export function ShipmentFields({ form, shipments }: Props) {
  const t = useTranslations("passport");
  const chosen = form.watch("shipmentIds");
  const toggle = (id: string, isChosen: boolean) =>
    form.setValue("shipmentIds", isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-2 text-sm text-muted">{t("shipmentsHint")}</legend>
      {shipments.length === 0 ? <p className="text-sm">{t("noShipments")}</p> : null}
      {shipments.map(({ id, reference, goods }) => (
        <Checkbox key={id} checked={chosen.includes(id)} onCheckedChange={(isChosen) => toggle(id, isChosen)}>
          <code>{reference}</code> <span className="text-muted">{goods}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
