"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import * as z from "zod/mini";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";

const schema = z.object({
  name: filled(100),
  identityNumber: filled(18),
});

interface Props {
  readonly shipmentId: string;
  readonly consumer: { readonly name: string; readonly identityMasked: string } | null;
  readonly isOpen: boolean;
}

/** Who the retail goods are for. The number is sealed when it is sent and shown masked ever after. */
export function ConsumerForm({ shipmentId, consumer, isOpen }: Props) {
  const t = useTranslations("declaration");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(schema, { name: "", identityNumber: "" });
  const { errors, isSubmitting } = form.formState;
  const name = form.handleSubmit((given) =>
    api(`/shipments/${shipmentId}`, { method: "PATCH", json: { consumer: given } }).then(
      () => {
        form.reset();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    ),
  );
  return (
    <form onSubmit={(event) => void name(event)} className="flex flex-col gap-2" autoComplete="off" noValidate>
      {consumer ? (
        <p className="text-sm">
          {t("consumer")}: <strong className="font-medium">{consumer.name}</strong>{" "}
          <code>{consumer.identityMasked}</code>
        </p>
      ) : null}
      {isOpen ? (
        <>
          <TextField label={t("consumerName")} error={words(errors.name)} {...form.register("name")} />
          <TextField
            label={t("identityNumber")}
            hint={t("sealed")}
            error={words(errors.identityNumber)}
            {...form.register("identityNumber")}
          />
          <div>
            <Button type="submit" look="quiet" disabled={isSubmitting}>
              {t("save")}
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}
