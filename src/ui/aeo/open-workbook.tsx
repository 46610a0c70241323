"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { api, newKey, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const TIERS = ["certified", "advanced_certified"] as const;

interface Props {
  /** The certificate of which the yearly review can be begun. */
  readonly review?: { readonly id: string; readonly number: string };
}

/** Opens a workbook for a tier, or the yearly review of a certificate. */
export function OpenWorkbook({ review }: Props) {
  const t = useTranslations("workbook");
  const aeo = useTranslations("aeo");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [tier, setTier] = useState<(typeof TIERS)[number]>("certified");
  const [holder, setHolder] = useState("");
  const [isBusy, setBusy] = useState(false);
  const open = async (reviewOf: string | null) => {
    setBusy(true);
    const json = { tier, holder: holder || "–", reviewOf };
    await api<{ id: string }>("/aeo-workbooks", {
      method: "POST",
      json,
      headers: { "idempotency-key": newKey() },
    }).then(
      ({ id }) => router.push(`/broker/aeo/${id}`),
      (error: unknown) => void toast.error(wordsOf(error)),
    );
    setBusy(false);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (holder.trim() !== "") void open(null);
  };
  return (
    <>
      {review ? (
        <Button look="quiet" disabled={isBusy} onClick={() => void open(review.id)}>
          {t("beginReview", { number: review.number })}
        </Button>
      ) : null}
      <Dialog
        title={t("openTitle")}
        description={t("openLead")}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button>
            <Plus aria-hidden />
            {t("open")}
          </Button>
        }
      >
        <form onSubmit={submit} className="flex flex-col gap-3">
          <TextField
            label={t("holder")}
            hint={t("holderHint")}
            value={holder}
            required
            onChange={(event) => setHolder(event.target.value)}
          />
          <Field label={t("column.tier")}>
            {(control) => (
              <Select
                {...control}
                value={tier}
                onValueChange={(value) => setTier(TIERS.find((each) => each === value) ?? "certified")}
                options={TIERS.map((each) => ({ value: each, label: aeo(`tier.${each}`) }))}
              />
            )}
          </Field>
          <div className="flex justify-end gap-2">
            <Button look="quiet" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
            <Button type="submit" disabled={isBusy}>
              {t("open")}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
