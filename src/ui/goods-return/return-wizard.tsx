"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { ReturnPreviewView } from "@/contracts/views/goods-return";
import { Amount } from "@/ui/parts/amount";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const REASONS = ["consumer_withdrew", "not_delivered", "damaged", "wrong_goods", "other"] as const;

interface Props {
  readonly shipmentId: string;
  readonly lines: readonly { readonly number: number; readonly description: string; readonly quantity: string }[];
}

/** Which goods come back; what that reverses is shown before it is applied for. */
export function ReturnWizard({ shipmentId, lines }: Props) {
  const t = useTranslations("goodsReturn");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<(typeof REASONS)[number]>("consumer_withdrew");
  const [quantities, setQuantities] = useState<Readonly<Record<number, string>>>({});
  const [preview, setPreview] = useState<ReturnPreviewView | null>(null);
  const wanted = lines.flatMap(({ number }) => {
    const quantity = quantities[number]?.trim() ?? "";
    return quantity === "" ? [] : [{ line: number, quantity }];
  });
  const failed = (error: unknown) => {
    toast.error(wordsOf(error));
  };
  const show = () =>
    api<ReturnPreviewView>(`/shipments/${shipmentId}/returns/preview`, {
      method: "POST",
      json: { lines: wanted },
    }).then(setPreview, failed);
  const apply = () =>
    api(`/shipments/${shipmentId}/returns`, { method: "POST", json: { lines: wanted, reason } }).then(() => {
      setOpen(false);
      setPreview(null);
      setQuantities({});
      router.refresh();
    }, failed);
  return (
    <Dialog
      title={t("apply")}
      description={t("applyLead")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<Button look="quiet">{t("apply")}</Button>}
    >
      <div className="flex max-h-72 flex-col gap-2 overflow-y-auto">
        {lines.map(({ number, description, quantity }) => (
          <TextField
            key={number}
            label={t("quantityOf", { line: number, description, quantity })}
            inputMode="decimal"
            value={quantities[number] ?? ""}
            onChange={(event) => {
              setQuantities({ ...quantities, [number]: event.target.value });
              setPreview(null);
            }}
          />
        ))}
      </div>
      <Field label={t("why")}>
        {(control) => (
          <Select
            {...control}
            value={reason}
            onValueChange={(value) => setReason(REASONS.find((each) => each === value) ?? "other")}
            options={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
          />
        )}
      </Field>
      {preview ? <Preview preview={preview} /> : null}
      <div className="flex justify-end gap-2">
        <Button look={preview ? "quiet" : "primary"} disabled={wanted.length === 0} onClick={() => void show()}>
          {t("preview")}
        </Button>
        {preview ? <Button onClick={() => void apply()}>{t("applyNow")}</Button> : null}
      </div>
    </Dialog>
  );
}

function Preview({ preview: { clock, reversal, currency } }: { readonly preview: ReturnPreviewView }) {
  const t = useTranslations("goodsReturn");
  const { total, isAll } = reversal;
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-md bg-raised p-3 text-sm" aria-live="polite">
      {(["duty", "consumptionTax", "vat", "value"] as const).map((each) => (
        <div key={each} className="contents">
          <dt>{t(`amount.${each}`)}</dt>
          <dd className="text-right">
            <Amount value={total[each]} currency={currency} />
          </dd>
        </div>
      ))}
      <dt>{t("mustArrive")}</dt>
      <dd className="text-right">{clock.arriveBy}</dd>
      <dd className="col-span-2 text-xs text-muted">{t(isAll ? "isAll" : "isPart")}</dd>
    </dl>
  );
}
