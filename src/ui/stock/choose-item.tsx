"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { BookLineView } from "@/contracts/views/book";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

interface Props {
  readonly shipmentId: string;
  readonly line: BookLineView;
}

/** A select has no value for nothing. */
const BY_EXPIRY = "-";

/** The items, and of the chosen one the lots, that a line may be taken from; counted from the next lodging on. */
export function ChooseItem({ shipmentId, line }: Props) {
  const t = useTranslations("stock");
  const router = useRouter();
  const [itemId, setItem] = useState(line.item?.id ?? "");
  const [lotId, setLot] = useState(BY_EXPIRY);
  const chosen = line.candidates.find((each) => each.id === itemId);
  const bind = (item: string | null, lot: string | null) =>
    api(`/shipments/${shipmentId}/book`, {
      method: "POST",
      json: { line: line.line, itemId: item, lotId: lot },
    }).then(
      () => router.refresh(),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
  return (
    <div className="flex flex-wrap items-end gap-3">
      <Field label={t("ofShipment.item", { line: line.line })} className="min-w-0 flex-1 basis-72">
        {(control) => (
          <Select
            {...control}
            value={itemId}
            onValueChange={(value) => {
              setItem(value);
              setLot(BY_EXPIRY);
            }}
            placeholder={t("ofShipment.choose")}
            options={line.candidates.map((each) => ({
              value: each.id,
              label: t("ofShipment.option", {
                item: `${each.emsNo}/${each.itemNo} ${each.description}`,
                available: each.available,
              }),
            }))}
          />
        )}
      </Field>
      {chosen ? (
        <Field label={t("ofShipment.lot", { line: line.line })} className="min-w-0 basis-56">
          {(control) => (
            <Select
              {...control}
              value={lotId}
              onValueChange={setLot}
              options={[
                { value: BY_EXPIRY, label: t("ofShipment.byExpiry") },
                ...chosen.lots.map((lot) => ({
                  value: lot.id,
                  label: t("ofShipment.option", {
                    item: [lot.lotNumber || "–", lot.expiresOn].filter(Boolean).join(" · "),
                    available: lot.available,
                  }),
                })),
              ]}
            />
          )}
        </Field>
      ) : null}
      <Button look="quiet" disabled={!chosen} onClick={() => void bind(itemId, lotId === BY_EXPIRY ? null : lotId)}>
        {t("ofShipment.bind")}
      </Button>
      {line.isChosen ? (
        <Button look="bare" onClick={() => void bind(null, null)}>
          {t("ofShipment.unbind")}
        </Button>
      ) : null}
    </div>
  );
}
