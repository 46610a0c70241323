"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ADJUSTMENTS, isDeduction } from "@/domain/valuation/adjustments";
import { Select } from "@/ui/parts/select";
import { ValueForm } from "./value-form";

interface Props {
  readonly shipmentId: string;
  /** The kinds that are stated already. */
  readonly stated: readonly string[];
}

/** The way to state what is added to the price or taken off it: few shipments have any, so none has a row of its own. */
export function AddAdjustment({ shipmentId, stated }: Props) {
  const t = useTranslations("declaration");
  const names = useTranslations("field");
  const [kind, choose] = useState("");
  const left = ADJUSTMENTS.filter((each) => !stated.includes(each));
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Select
        aria-label={t("addAdjustment")}
        value={kind}
        onValueChange={choose}
        className="w-72 max-w-full text-sm"
        placeholder={t("addAdjustment")}
        options={left.map((each) => ({ value: each, label: `${isDeduction(each) ? "−" : "+"} ${names(each)}` }))}
      />
      {left.some((each) => each === kind) ? (
        <ValueForm key={kind} shipmentId={shipmentId} name={kind} line={null} isOptional={false} />
      ) : null}
    </div>
  );
}
