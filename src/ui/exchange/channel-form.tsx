"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import * as z from "zod/mini";
import type { ChannelView } from "@/contracts/views/exchange";
import { api } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Field, TextField } from "@/ui/parts/field";
import { filled, showProblem, useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";

const KINDS = ["simulator", "https"] as const;
const SYNTAXES = ["edifact", "wco-json", "wco-xml"] as const;
const LEAST_SECRET = 16;
const MOST_SECRET = 200;
const DEFAULTS = { answerWithinMinutes: "30", pollEverySeconds: "60" } as const;

const whole = z.string().check(z.trim(), z.regex(/^[1-9]\d{0,4}$/, "whole"));
const terms = {
  kind: z.enum(KINDS),
  address: filled(500),
  generalSyntax: z.enum(SYNTAXES),
  isBinding: z.boolean(),
  answerWithinMinutes: whole,
  pollEverySeconds: whole,
};
const changed = z.object({ ...terms, secret: z.string() });
/** Of the simulated authority address and secret are known. */
const isSimulated = ({ kind }: { readonly kind: (typeof KINDS)[number] }) => kind === "simulator";
const opened = z
  .object({
    ...terms,
    address: z.string().check(z.trim(), z.maxLength(500, "long")),
    secret: z.string().check(z.maxLength(MOST_SECRET, "long")),
  })
  .check(
    z.refine((said) => isSimulated(said) || said.address !== "", { path: ["address"], error: "required" }),
    z.refine((said) => isSimulated(said) || said.secret.length >= LEAST_SECRET, { path: ["secret"], error: "secret" }),
  );

interface Props {
  /** The channel that is changed; null for one that is opened, which alone asks for the secret. */
  readonly channel: ChannelView | null;
  /** Whether this installation runs a simulated authority. */
  readonly hasSimulator?: boolean;
  readonly onDone: () => void;
}

/** The terms of a channel. */
export function ChannelForm({ channel, hasSimulator = false, onDone }: Props) {
  const t = useTranslations("exchange.channels");
  const syntaxes = useTranslations("exchange.syntax");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm(channel ? changed : opened, {
    kind: channel?.kind ?? (hasSimulator ? "simulator" : "https"),
    address: channel?.address ?? "",
    generalSyntax: channel?.generalSyntax ?? "edifact",
    isBinding: channel?.isBinding ?? false,
    answerWithinMinutes: String(channel?.answerWithinMinutes ?? DEFAULTS.answerWithinMinutes),
    pollEverySeconds: String(channel?.pollEverySeconds ?? DEFAULTS.pollEverySeconds),
    secret: "",
  });
  const knowsWay = channel === null && form.watch("kind") === "simulator";
  const send = form.handleSubmit(({ kind, secret, address, ...stated }) => {
    const said = {
      ...stated,
      answerWithinMinutes: Number(stated.answerWithinMinutes),
      pollEverySeconds: Number(stated.pollEverySeconds),
    };
    const fresh = { ...said, windows: [], parties: {} };
    const sent = channel
      ? api(`/channels/${channel.id}`, { method: "PATCH", json: { ...said, address } })
      : kind === "simulator"
        ? api("/channels/simulated", { method: "POST", json: fresh })
        : api("/channels", { method: "POST", json: { ...fresh, kind, secret, address } });
    return sent.then(
      () => {
        toast.success(t(channel ? "changed" : "opened"));
        onDone();
        router.refresh();
      },
      (error: unknown) => showProblem(form, error),
    );
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="flex flex-col gap-3">
      {channel || !hasSimulator ? null : (
        <Field label={t("kind")}>
          {(control) => (
            <Select
              {...control}
              value={form.watch("kind")}
              onValueChange={(value) => form.setValue("kind", KINDS.find((each) => each === value) ?? "simulator")}
              options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
        </Field>
      )}
      {knowsWay ? null : (
        <TextField
          label={t("address")}
          hint={t("addressHint")}
          error={words(errors.address)}
          inputMode="url"
          {...form.register("address")}
        />
      )}
      {channel || knowsWay ? null : (
        <TextField
          label={t("secret")}
          hint={t("secretHint")}
          error={words(errors.secret)}
          type="password"
          autoComplete="off"
          {...form.register("secret")}
        />
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label={t("answerWithinMinutes")}
          inputMode="numeric"
          error={words(errors.answerWithinMinutes)}
          {...form.register("answerWithinMinutes")}
        />
        <TextField
          label={t("pollEverySeconds")}
          inputMode="numeric"
          error={words(errors.pollEverySeconds)}
          {...form.register("pollEverySeconds")}
        />
      </div>
      <Field label={t("generalSyntax")}>
        {(control) => (
          <Select
            {...control}
            value={form.watch("generalSyntax")}
            onValueChange={(value) =>
              form.setValue("generalSyntax", SYNTAXES.find((each) => each === value) ?? "edifact")
            }
            options={SYNTAXES.map((value) => ({ value, label: syntaxes(value) }))}
          />
        )}
      </Field>
      <Checkbox checked={form.watch("isBinding")} onCheckedChange={(value) => form.setValue("isBinding", value)}>
        {t("isBinding")}
      </Checkbox>
      <Button type="submit" disabled={isSubmitting} className="self-end">
        {t(channel ? "save" : "openNow")}
      </Button>
    </form>
  );
}
