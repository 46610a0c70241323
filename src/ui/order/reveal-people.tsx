"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Dialog } from "@/ui/parts/dialog";
import { Field } from "@/ui/parts/field";
import { Select } from "@/ui/parts/select";

const PURPOSES = ["customs_query", "mend_mismatch", "delivery_problem", "request_of_person"] as const;
const PEOPLE = ["buyer", "payer", "recipient", "parcelRecipient"] as const;

type Revealed = Readonly<Record<(typeof PEOPLE)[number], Readonly<Record<string, string>> | null>>;

/** Shows who an order names, once the person says what for; what is shown goes when the dialog is closed. */
export function RevealPeople({ orderId }: { readonly orderId: string }) {
  const t = useTranslations("orders.reveal");
  const [isOpen, setOpen] = useState(false);
  const [purpose, setPurpose] = useState("");
  const [people, setPeople] = useState<Revealed | null>(null);
  const show = () =>
    api<Revealed>(`/orders/${orderId}/reveal`, { method: "POST", json: { purpose } }).then(
      setPeople,
      (error: unknown) => toast.error(wordsOf(error)),
    );
  return (
    <Dialog
      title={t("title")}
      description={t("lead")}
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setPeople(null);
        setPurpose("");
      }}
      trigger={<Button look="quiet">{t("act")}</Button>}
    >
      {people ? (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 text-sm">
          {PEOPLE.map((who) => (
            <div key={who} className="contents">
              <dt className="text-muted">{t(who)}</dt>
              <dd className="break-words">{people[who] ? Object.values(people[who]).join(" · ") : "—"}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <div className="flex flex-col gap-3">
          <Field label={t("purpose")}>
            {(control) => (
              <Select
                {...control}
                value={purpose}
                onValueChange={setPurpose}
                placeholder="—"
                options={PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))}
              />
            )}
          </Field>
          <Button disabled={purpose === ""} onClick={() => void show()} className="self-end">
            {t("show")}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
