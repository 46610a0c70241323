"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { LawFactView } from "@/contracts/views/law";
import { FACT_KINDS } from "@/domain/law/change";
import { ApiProblem, api, wordsOf } from "@/ui/parts/api-client";
import { Button } from "@/ui/parts/button";
import { Checkbox } from "@/ui/parts/checkbox";
import { Dialog } from "@/ui/parts/dialog";
import { Field, TextField } from "@/ui/parts/field";
import { useCheckedForm, useErrorWords } from "@/ui/parts/form";
import { Select } from "@/ui/parts/select";
import { type ChangeDraft, changeSchema, EMPTY_CHANGE, isFault, toChange } from "./change-draft";
import { ChangeFields } from "./change-fields";
import { FindFact } from "./find-fact";

interface Props {
  readonly basketId: string;
  readonly effectiveOn: string;
}

/** One change by form: what it replaces, what begins, and the act that says so. */
export function AddChange(props: Props) {
  const t = useTranslations("law");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      title={t("add")}
      description={t("addLead", { day: props.effectiveOn })}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="small">
          <Plus aria-hidden />
          {t("add")}
        </Button>
      }
    >
      <ChangeForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ChangeForm({ basketId, effectiveOn, onDone }: Props & { readonly onDone: () => void }) {
  const t = useTranslations("law");
  const router = useRouter();
  const words = useErrorWords();
  const form = useCheckedForm<ChangeDraft>(changeSchema, EMPTY_CHANGE);
  const [replaced, setReplaced] = useState<LawFactView | null>(null);
  const { errors, isSubmitting } = form.formState;
  const kind = form.watch("kind");
  const onlyEnds = form.watch("onlyEnds");
  const choose = (fact: LawFactView | null) => {
    setReplaced(fact);
    if (kind === "requirement_rule") form.setValue("json", fact ? JSON.stringify(fact.fact, null, 2) : "");
  };
  const add = form.handleSubmit(async (draft) => {
    const change = toChange(draft, replaced);
    if (isFault(change)) {
      form.setError(change.field, { message: change.message }, { shouldFocus: true });
      return;
    }
    await api(`/law/baskets/${basketId}/changes`, { method: "POST", json: { changes: [change] } }).then(
      () => {
        onDone();
        router.refresh();
      },
      (error: unknown) => toast.error(error instanceof ApiProblem ? wordsOf(error) : String(error)),
    );
  });
  return (
    <form onSubmit={(event) => void add(event)} noValidate className="grid grid-cols-1 gap-x-4 gap-y-3 sm:grid-cols-2">
      <Field label={t("kindLabel")}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            onValueChange={(next) => {
              form.reset({ ...EMPTY_CHANGE, kind: next as ChangeDraft["kind"], citation: form.getValues("citation") });
              setReplaced(null);
            }}
            options={FACT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Field>
      <FindFact
        key={kind}
        kind={kind}
        on={effectiveOn}
        chosen={replaced}
        error={words(errors.replaces)}
        choose={choose}
      />
      {replaced ? (
        <Checkbox
          className="sm:col-span-2"
          checked={onlyEnds}
          onCheckedChange={(isOn) => form.setValue("onlyEnds", isOn)}
        >
          {t("onlyEnds")}
        </Checkbox>
      ) : null}
      {onlyEnds && replaced ? null : <ChangeFields form={form} isReplacing={replaced !== null} />}
      <TextField
        label={t("column.citation")}
        hint={t("citationHint")}
        className="sm:col-span-2"
        error={words(errors.citation)}
        {...form.register("citation")}
      />
      <div className="flex justify-end gap-2 pt-1 sm:col-span-2">
        <Button look="quiet" onClick={onDone}>
          {t("cancel")}
        </Button>
        <Button type="submit" disabled={isSubmitting}>
          {t("addNow")}
        </Button>
      </div>
    </form>
  );
}
